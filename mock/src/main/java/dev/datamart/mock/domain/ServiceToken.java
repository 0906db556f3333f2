package dev.datamart.mock.domain;

/** The credential of a whole organization. */
public record ServiceToken(String value) implements Keyed {

  @Override
  public String key() {
    return value;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ServiceToken";
  }
}
