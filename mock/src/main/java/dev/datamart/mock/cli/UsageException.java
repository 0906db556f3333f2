package dev.datamart.mock.cli;

/** A command line that cannot be followed, in a whole sentence. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
