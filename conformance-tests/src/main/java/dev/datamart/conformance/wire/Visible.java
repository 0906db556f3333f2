package dev.datamart.conformance.wire;

/**
 * Text as people may see it. What a server sends can hold characters that steer a terminal, turn
 * the direction of writing, hide, or are forbidden in XML: each is shown as an escape such as
 * {@code \}{@code u001b}. Every output of this program passes here.
 */
public final class Visible {
  private Visible() {}

  /** In as many lines as the text has. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  /** In one line: line breaks are shown as well. */
  public static String line(String text) {
    return escaped(text, false);
  }

  private static String escaped(String text, boolean keepsLines) {
    StringBuilder shown = null;
    for (int at = 0, next; at < text.length(); at = next) {
      int letter = text.codePointAt(at);
      next = at + Character.charCount(letter);
      boolean plain = isPlain(letter) || (keepsLines && letter == '\n');
      if (!plain && shown == null) {
        shown = new StringBuilder(text.length() + 32).append(text, 0, at);
      }
      if (shown != null && plain) {
        shown.append(text, at, next);
      } else if (shown != null) {
        text.substring(at, next).chars().forEach(new Escapes(shown)::add);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private record Escapes(StringBuilder shown) {
    void add(int unit) {
      shown.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        shown.append(Character.forDigit((unit >> shift) & 15, 16));
      }
    }
  }

  private static boolean isPlain(int letter) {
    if (letter >= ' ' && letter < 0x7f) {
      return true;
    }
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> (letter & 0xfffe) != 0xfffe;
    };
  }
}
