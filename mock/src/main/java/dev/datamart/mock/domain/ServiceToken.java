package dev.datamart.mock.domain;

/** The credential of a whole organization. */
public record ServiceToken(String value) implements Keyed {

  @Override
  public String key() {
    return value;
  }

  /** Returns as much of it as may be shown. */
  String ending() {
    return "…" + value.substring(Math.max(value.length() - 4, value.length() / 2));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ServiceToken";
  }
}
