package dev.datamart.spec;

/** Where a rule was read. */
public enum Evidence {
  /** The vendor's page on deleting a datamart. */
  SEED,
  /** Another page of the vendor's documentation. */
  DOCS,
  /** What the vendor's own published clients send and read. */
  CLIENT,
  /** Documented nowhere: this contract decides. */
  DECIDED
}
