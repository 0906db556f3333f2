package dev.datamart.conformance.report;

import java.util.ArrayList;
import java.util.List;

/** Text in eighty columns. */
public final class Columns {
  public static final int WIDTH = 80;

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
}
