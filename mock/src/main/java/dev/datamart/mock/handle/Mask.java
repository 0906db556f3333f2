package dev.datamart.mock.handle;

/** Tokens as people may see them: recognizable, not usable. */
public final class Mask {

  private static final int SHOWN = 4;
  public static final String DOTS = "…";

  private Mask() {}

  /** Returns the last characters of a token behind dots; all dots when it is short. */
  public static String token(String token) {
    return token.length() <= 2 * SHOWN ? DOTS : DOTS + token.substring(token.length() - SHOWN);
  }

  /** Returns what a masked token shows of the whole; other texts as they are. */
  public static String shown(String token) {
    return token.startsWith(DOTS) ? token.substring(DOTS.length()) : token;
  }
}
