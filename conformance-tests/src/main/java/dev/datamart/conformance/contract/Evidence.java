package dev.datamart.conformance.contract;

/** Where a rule was read. */
public enum Evidence {
  /** The vendor's page on deleting a datamart. */
  SEED,
  /** Another page of the vendor's documentation. */
  DOCS,
  /** What the vendor's own published clients send and read. */
  CLIENT,
  /** Documented nowhere: this contract decides. */
  DECIDED;

  /** What a server owes a rule of this origin. */
  public Level level() {
    return this == DECIDED ? Level.SHOULD : Level.MUST;
  }
}
