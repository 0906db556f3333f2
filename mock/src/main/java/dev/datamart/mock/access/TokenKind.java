package dev.datamart.mock.access;

/** What a Bearer token is the credential of. */
public enum TokenKind {
  /** A whole organization. */
  SERVICE,
  /** One data app of an organization. */
  DATA_APP
}
