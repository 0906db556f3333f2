package dev.datamart.conformance.contract;

/** How binding a requirement is. */
public enum Level {
  /** A server that does otherwise does not conform. */
  MUST,
  /** A server that does otherwise gets a warning. */
  SHOULD
}
