package dev.datamart.mock.text;

import dev.datamart.cli.Visible;

/** What can identify something in an address, so that whatever is made can be dropped again. */
public final class Identifier {

  /** What it is, for a sentence. */
  public static final String RULE =
      "1 to 100 characters without / \\ ? # % ; and control characters, with no blank at an end,"
          + " and not . or .. alone";

  private static final int MOST = 100;
  private static final String OF_ADDRESSES = "/\\?#%;";

  private Identifier() {}

  /** Returns whether the text can be one. */
  public static boolean isFit(String text) {
    return !text.isBlank()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= MOST
        && !text.equals(".")
        && !text.equals("..")
        && text.codePoints().noneMatch(c -> Visible.steers(c) || OF_ADDRESSES.indexOf(c) >= 0);
  }
}
