package dev.datamart.conformance.cli;

import java.io.Serial;

/** The options make no sense together; the message is a sentence for the user. */
final class WrongUsage extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WrongUsage(String sentence) {
    super(sentence);
  }
}
