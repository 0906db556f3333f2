package dev.datamart.mock.framing;

/** The small words of RFC 9110 and 9112, without regular expressions: every request passes here. */
final class Grammar {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private static final boolean[] IS_TOKEN = new boolean[256];

  static {
    for (int c = 0; c < IS_TOKEN.length; c++) {
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isDigit = c >= '0' && c <= '9';
      IS_TOKEN[c] = isLetter || isDigit || TOKEN_MARKS.indexOf(c) >= 0;
    }
  }

  private Grammar() {}

  /** Returns whether the text is a name of a method or header; each char is one byte. */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!IS_TOKEN[text.charAt(i)]) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isTarget(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isFieldValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the text can name a host, with or without a port; it may be empty. */
  static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7f || "/@,\\?#".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isLength(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 18;
  }

  /** Takes away blanks and tabs only: what else is no letter belongs to the value. */
  static String stripped(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
