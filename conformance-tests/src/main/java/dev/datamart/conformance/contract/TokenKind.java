package dev.datamart.conformance.contract;

/** Which credential an operation asks for. */
public enum TokenKind {
  /** The service token of an organization. */
  SERVICE,
  /** The API key of a data app. */
  API_KEY,
  /** Either of the two. */
  EITHER
}
