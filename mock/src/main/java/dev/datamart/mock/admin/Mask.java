package dev.datamart.mock.admin;

/** Tokens as people may see them: recognizable, not usable. */
final class Mask {

  private static final int SHOWN = 4;

  private Mask() {}

  /** Returns the last characters of a token behind dots; all dots when it is short. */
  static String token(String token) {
    return token.length() <= 2 * SHOWN ? "…" : "…" + token.substring(token.length() - SHOWN);
  }
}
