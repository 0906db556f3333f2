package dev.datamart.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text in eighty columns. */
public final class Columns {
  public static final int WIDTH = 80;

  /** An argument of a shell command, with the option that it belongs to. */
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(?:-[XH]|--[a-z-]+) )?(?:'[^']*'|\"[^\"]*\"|\\\\.|[^\\s'\"\\\\])+");

  private Columns() {}

  /** Lines of at most eighty columns; the first begins with one text, the rest with another. */
  public static List<String> wrap(String text, String first, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int start = first.length();
    for (String word : text.split(" ", -1)) {
      boolean begun = line.length() > start;
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(rest);
        start = rest.length();
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      while (line.length() > WIDTH) {
        lines.add(line.substring(0, WIDTH));
        line = new StringBuilder(rest + line.substring(WIDTH));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * A shell command that can be pasted as it stands: broken only between arguments, each line but
   * the last ends in a backslash. An argument that is too long for a line has one for itself.
   */
  public static List<String> command(String command, String first, String rest) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int start = first.length();
    for (String argument : ARGUMENT.matcher(command).results().map(MatchResult::group).toList()) {
      boolean begun = line.length() > start;
      if (begun && line.length() + argument.length() + 3 > WIDTH) {
        lines.add(line + " \\");
        line = new StringBuilder(rest);
        start = rest.length();
        begun = false;
      }
      line.append(begun ? " " : "").append(argument);
    }
    lines.add(line.toString());
    return lines;
  }
}
