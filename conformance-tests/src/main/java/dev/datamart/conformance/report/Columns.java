package dev.datamart.conformance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text in eighty columns: the first line begins with one text, the rest with another. */
public final class Columns {
  public static final int WIDTH = 80;

  /** An argument of a shell command, with the option that it belongs to. */
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(?:-[XH]|--[a-z-]+) )?(?:'[^']*'|\"[^\"]*\"|\\\\.|[^\\s'\"\\\\])+");

  private Columns() {}

  /** Lines of at most eighty columns; a word that is longer is broken. */
  public static List<String> wrap(String text, String first, String rest) {
    String piece = ".{1,%d}".formatted(WIDTH - Math.max(first.length(), rest.length()));
    Pattern pieces = Pattern.compile(piece + "|^$", Pattern.DOTALL);
    Stream<String> words =
        Stream.of(text.split(" ", -1))
            .flatMap(word -> pieces.matcher(word).results().map(MatchResult::group));
    return filled(words, first, rest, "");
  }

  /**
   * A shell command that can be pasted as it stands: broken only between arguments, each line but
   * the last ends in a backslash. An argument that is too long for a line has one for itself.
   */
  public static List<String> command(String command, String first, String rest) {
    Stream<String> arguments = ARGUMENT.matcher(command).results().map(MatchResult::group);
    return filled(arguments, first, rest, " \\");
  }

  private static List<String> filled(Stream<String> words, String first, String rest, String end) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : (Iterable<String>) words::iterator) {
      if (!line.isEmpty() && line.length() + 1 + word.length() + end.length() > WIDTH) {
        lines.add(line + end);
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
