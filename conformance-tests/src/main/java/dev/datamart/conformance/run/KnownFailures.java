package dev.datamart.conformance.run;

import java.util.List;
import java.util.Optional;

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
}
