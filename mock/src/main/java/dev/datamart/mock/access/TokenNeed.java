package dev.datamart.mock.access;

/** Which kind of token an operation asks for. */
public enum TokenNeed {
  SERVICE,
  DATA_APP,
  EITHER
}
