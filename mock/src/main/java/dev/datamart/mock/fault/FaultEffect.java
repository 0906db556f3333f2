package dev.datamart.mock.fault;

import java.util.Locale;

/** What a fault does to an exchange. */
public enum FaultEffect {
  /** Answers with a status and a code instead of doing what was asked. */
  ERROR,
  /**
   * Does what was asked, and answers with an error all the same: the case that breaks real
   * integrations, since the caller repeats what has happened.
   */
  APPLIED_THEN_ERROR,
  /** Answers as asked, later. */
  DELAY,
  /** Resets the connection before anything was done. */
  RESET,
  /** Does what was asked and resets the connection before the answer. */
  APPLIED_THEN_RESET,
  /** Sends the first half of the answer and closes the connection. */
  TRUNCATE,
  /** Sends a body that is not JSON. */
  MALFORMED,
  /** Sends the answer in drops. */
  SLOW_BODY;

  /** Returns its name in JSON and in headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether the caller hears an error. */
  public boolean hasFailure() {
    return this == ERROR || this == APPLIED_THEN_ERROR;
  }
}
