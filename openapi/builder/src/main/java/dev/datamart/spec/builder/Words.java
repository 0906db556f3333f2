package dev.datamart.spec.builder;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts that are made from names. */
final class Words {

  private static final int WIDTH = 110;

  private Words() {}

  static String capitalized(String name) {
    return upper(name.substring(0, 1)) + name.substring(1);
  }

  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  /** Makes {@code EMBED_ID_UNKNOWN} the words "Embed id unknown". */
  static String sentence(String row) {
    return capitalized(row.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** Makes {@code EMBED_ID_UNKNOWN} the name {@code EmbedIdUnknown}. */
  static String camel(String row) {
    return Arrays.stream(row.toLowerCase(Locale.ROOT).split("_"))
        .map(Words::capitalized)
        .collect(Collectors.joining());
  }

  /** Breaks a text between words, so that no line is too long for the eye. */
  static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
