package dev.datamart.conformance.noun;

/** What an operation does to a noun. */
public enum Verb {
  LIST,
  READ,
  CREATE,
  CHANGE,
  /** Puts another in the place of the one that is its own token. */
  ROTATE,
  DELETE
}
