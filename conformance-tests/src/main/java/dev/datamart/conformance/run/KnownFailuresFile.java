package dev.datamart.conformance.run;

import dev.datamart.cli.NearestName;
import dev.datamart.conformance.run.KnownFailures.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a list of known failures.
 *
 * @param checks that there are
 * @param warnings hears of what can be passed over, in sentences
 */
public record KnownFailuresFile(Path file, List<Instance> checks, Consumer<String> warnings) {
  private static final int LONGEST_WORD = 200;

  /**
   * The list; a line that says nothing or names no check has to be put right first, since what was
   * meant by it would go on failing.
   *
   * @throws IllegalArgumentException with a sentence about that line
   */
  public KnownFailures read() throws IOException {
    Map<String, Integer> known = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    LinesFile lines = new LinesFile(file);
    lines
        .lines()
        .forEach(
            (number, line) -> {
              Entry entry = entry(line, lines.at(number));
              Integer before = known.putIfAbsent(entry.pattern(), number);
              if (before == null) {
                entries.add(entry);
              } else {
                warnings.accept(lines.at(number) + " repeats line " + before + ", which counts.");
              }
            });
    return new KnownFailures(entries);
  }

  private Entry entry(String line, String where) {
    List<String> parts = Pattern.compile("\\|").splitAsStream(line).map(String::strip).toList();
    if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException(where + " is not \"ID | reason | link\".");
    }
    String id = parts.get(0);
    if (checks.stream().noneMatch(check -> check.matches(id))) {
      throw new IllegalArgumentException(where + " names no check" + meant(id));
    }
    return new Entry(id, parts.get(1), parts.size() > 2 ? parts.get(2) : "");
  }

  private String meant(String id) {
    if (id.length() > LONGEST_WORD) {
      return ".";
    }
    Set<String> known = new TreeSet<>();
    checks.forEach(check -> known.add(id.contains("@") ? check.id() : check.requirement().id()));
    return NearestName.mostLike(id, known)
        .map(nearest -> ": \"" + id + "\"; the nearest is " + nearest + ".")
        .orElse(".");
  }
}
