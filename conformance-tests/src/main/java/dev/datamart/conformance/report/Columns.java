package dev.datamart.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text in eighty columns: the first line begins with one text, the rest with another. */
public final class Columns {
  public static final int WIDTH = 80;

  /** An argument of a shell command, with the option that it belongs to. */
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(?:-[XH]|--[a-z-]+) )?(?:'[^']*'|\"[^\"]*\"|\\\\.|[^\\s'\"\\\\])+");

  private Columns() {}

  /** Lines of at most eighty columns; a word that is longer is broken. */
  public static List<String> wrap(String text, String first, String rest) {
    int longest = WIDTH - Math.max(first.length(), rest.length());
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      int from = 0;
      for (; word.length() - from > longest; from += longest) {
        words.add(word.substring(from, from + longest));
      }
      words.add(word.substring(from));
    }
    return filled(words, first, rest, "");
  }

  /**
   * A shell command that can be pasted as it stands: broken only between arguments, each line but
   * the last ends in a backslash. An argument that is too long for a line has one for itself.
   */
  public static List<String> command(String command, String first, String rest) {
    List<String> arguments = ARGUMENT.matcher(command).results().map(MatchResult::group).toList();
    return filled(arguments, first, rest, " \\");
  }

  private static List<String> filled(List<String> words, String first, String rest, String end) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && line.length() + 1 + word.length() + end.length() > WIDTH) {
        lines.add(line.append(end).toString());
        line.setLength(0);
      }
      if (line.isEmpty()) {
        line.append(lines.isEmpty() ? first : rest).append(word);
      } else {
        line.append(' ').append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
