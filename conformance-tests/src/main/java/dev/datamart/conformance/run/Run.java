package dev.datamart.conformance.run;

import dev.datamart.conformance.wire.Secrets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A finished run: everything that a report can tell.
 *
 * @param chosen how many checks the options select
 * @param all how many checks there are
 * @param leftovers names of what the run made and could not remove
 * @param slowings how often the server asked to slow down
 */
public record Run(
    RunSettings settings,
    int chosen,
    int all,
    String runId,
    Secrets secrets,
    List<Result> results,
    List<String> leftovers,
    int requests,
    int slowings,
    Duration took) {
  public Run {
    results = List.copyOf(results);
    leftovers = List.copyOf(leftovers);
  }

  /** How many instances got each verdict; every verdict has an entry. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, with(verdict).size());
    }
    return counts;
  }

  public List<Result> with(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).toList();
  }

  /** How many checks came to a verdict of their own. */
  public int judged() {
    return results.size()
        - with(Verdict.NOT_APPLICABLE).size()
        - with(Verdict.BLOCKED).size()
        - with(Verdict.COULD_NOT_RUN).size();
  }

  /** Whether a verdict decides against the server; where the run is strict, a warning does. */
  public boolean isRed(Verdict verdict) {
    return verdict.isRed() || (verdict == Verdict.WARNING && settings.strict());
  }

  /** How the run ends. */
  public ExitCode exitCode() {
    if (results.stream().anyMatch(result -> isRed(result.verdict()))) {
      return ExitCode.VIOLATIONS;
    }
    if (results.size() < chosen || has(Verdict.COULD_NOT_RUN) || has(Verdict.BLOCKED)) {
      return ExitCode.UNREACHABLE;
    }
    boolean judged = has(Verdict.PASSED) || has(Verdict.WARNING) || has(Verdict.KNOWN);
    return judged ? ExitCode.CONFORMS : ExitCode.NOTHING_RUN;
  }

  /** What it comes to, in a few words that claim no more than was asked. */
  public String headline() {
    return switch (exitCode()) {
      case CONFORMS ->
          judged() == all
              ? "The server conforms"
              : "The server conforms as far as it was asked (%d of %d checks)"
                  .formatted(judged(), all);
      case VIOLATIONS ->
          results.stream().anyMatch(result -> result.verdict().isRed())
              ? "The server does not conform"
              : "The server does not do all that is advised";
      case UNREACHABLE -> "The run is incomplete";
      case NOTHING_RUN, USAGE -> "Nothing was judged";
    };
  }

  private boolean has(Verdict verdict) {
    return !with(verdict).isEmpty();
  }
}
