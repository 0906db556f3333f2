package dev.datamart.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Texts that others chose, as they may reach a terminal or a report: what would steer it, begin a
 * new line, turn the direction of writing, hide, or is forbidden in XML stands there as an escape
 * like {@code \u009b}, which JSON reads back as the same text.
 */
public final class Visible {

  /** They hold emoji and letters of some scripts together, and hide nothing. */
  private static final String JOINERS = "\u200c\u200d";

  private Visible() {}

  /** Returns the text in one line. */
  public static String of(String text) {
    return escaped(text, "");
  }

  /** Returns the text with its line breaks; JSON stays JSON of the same value. */
  public static String lines(String text) {
    return escaped(text, "\n");
  }

  private static String escaped(String text, String kept) {
    StringBuilder out = null;
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (steers(c) && kept.indexOf(c) < 0) {
        out = out == null ? new StringBuilder(text.length() + 32) : out;
        out.append(text, done, i);
        for (; i < next; i++) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
        }
        done = next;
      }
      i = next;
    }
    return out == null ? text : out.append(text, done, text.length()).toString();
  }

  /** Returns whether a terminal would do something else than to show the character. */
  public static boolean steers(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> JOINERS.indexOf(codePoint) < 0;
      default -> (codePoint & 0xfffe) == 0xfffe;
    };
  }

  /**
   * Returns the text as one word of a shell, which hands on the same bytes when it is pasted. What
   * steers is written in octal, which bash, zsh and ksh read.
   */
  public static String quoted(String text) {
    if (text.codePoints().noneMatch(Visible::steers)) {
      return "'" + text.replace("'", "'\\''") + "'";
    }
    StringBuilder word = new StringBuilder("$'");
    text.codePoints().forEach(c -> word.append(inDollarQuotes(c)));
    return word.append('\'').toString();
  }

  private static String inDollarQuotes(int codePoint) {
    if (codePoint == '\'' || codePoint == '\\') {
      return "\\" + (char) codePoint;
    }
    String character = Character.toString(codePoint);
    if (!steers(codePoint)) {
      return character;
    }
    StringBuilder octal = new StringBuilder();
    for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
      octal.append(String.format(Locale.ROOT, "\\%03o", each & 0xff));
    }
    return octal.toString();
  }
}
