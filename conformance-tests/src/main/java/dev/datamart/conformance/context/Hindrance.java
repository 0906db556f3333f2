package dev.datamart.conformance.context;

import java.io.Serial;

/** What keeps a check from being asked, which says nothing of what the check is about. */
public abstract class Hindrance extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Hindrance(String words) {
    super(words);
  }
}
