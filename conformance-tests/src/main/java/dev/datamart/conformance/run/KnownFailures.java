package dev.datamart.conformance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Failures that are expected: one a line, {@code ID | reason | link}, where the id may be one of a
 * requirement or of a single check and may contain {@code *}. They still run.
 */
public record KnownFailures(List<Entry> entries) {
  /** One line of the file. */
  public record Entry(String pattern, String reason, String link) {
    String words() {
      return link.isEmpty() ? reason : reason + " (" + link + ")";
    }
  }

  public KnownFailures {
    entries = List.copyOf(entries);
  }

  public static KnownFailures none() {
    return new KnownFailures(List.of());
  }

  /**
   * Reads a file; empty lines and lines that begin with # say nothing.
   *
   * @throws IllegalArgumentException with the number of the line that lacks an id or a reason
   */
  public static KnownFailures read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> parts = Pattern.compile("\\|").splitAsStream(line).map(String::strip).toList();
      if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
        throw new IllegalArgumentException(
            "Line " + number + " of " + file + " is not \"ID | reason | link\".");
      }
      entries.add(new Entry(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : ""));
    }
    return new KnownFailures(entries);
  }

  /** The verdict with this list in mind. */
  Result judged(Result result) {
    Optional<Entry> entry =
        entries.stream().filter(each -> result.instance().matches(each.pattern())).findFirst();
    if (entry.isEmpty()) {
      return result;
    }
    String reason = entry.get().words();
    return switch (result.verdict()) {
      case VIOLATED, WARNING -> result.withVerdict(Verdict.KNOWN).withReason(reason);
      case PASSED ->
          result
              .withVerdict(Verdict.UNEXPECTEDLY_PASSED)
              .withReason("listed as a known failure: " + reason);
      case NOT_APPLICABLE, BLOCKED, COULD_NOT_RUN, KNOWN, UNEXPECTEDLY_PASSED -> result;
    };
  }

  /** Lines that name no check of the run. */
  List<String> unused(List<Result> results) {
    return entries.stream()
        .filter(entry -> results.stream().noneMatch(r -> r.instance().matches(entry.pattern())))
        .map(Entry::pattern)
        .toList();
  }
}
