package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a run's results are told one by one: each cause in full once, elsewhere in one line. */
public final class Telling {
  private static final int LONGEST_REASON = 500;

  private final Run run;

  /** What is wrong, by the check that shows it first. */
  private final Map<String, Cause> causes = new HashMap<>();

  /** The first check by each that shows the same, or lacks a verdict for the same reason. */
  private final Map<String, String> first = new HashMap<>();

  public Telling(Run run) {
    this.run = run;
    Stream.of(Verdict.VIOLATED, Verdict.WARNING)
        .flatMap(verdict -> Cause.of(run.with(verdict)).stream())
        .forEach(
            cause -> {
              causes.put(id(cause.first()), cause);
              follow(cause.results());
            });
    Stream.of(Verdict.BLOCKED, Verdict.COULD_NOT_RUN)
        .flatMap(verdict -> Result.by(Result::reason, run.with(verdict)).values().stream())
        .forEach(this::follow);
  }

  private void follow(List<Result> results) {
    results.forEach(each -> first.put(id(each), id(results.get(0))));
  }

  /** Whether no check before it shows the same, or lacks a verdict for the same reason. */
  public boolean isFirst(Result result) {
    return id(result).equals(first.getOrDefault(id(result), id(result)));
  }

  /** What a violation or a warning comes to where it shows first, in lines; else nothing. */
  public @Nullable String whole(Result result) {
    Cause cause = causes.get(id(result));
    return cause == null ? null : String.join("\n", new CauseLines(run, false).of(cause));
  }

  /** What is to say of any check in one line; of one that passed an empty text. */
  public String line(Result result) {
    String words = result.verdict().words();
    String line =
        switch (result.verdict()) {
          case PASSED -> "";
          case VIOLATED, WARNING ->
              words
                  + (isFirst(result)
                      ? ": " + result.requirement().sentence()
                      : ", the same as in " + first.get(id(result)));
          case BLOCKED -> words + " by " + result.reason();
          case NOT_APPLICABLE, COULD_NOT_RUN, KNOWN, UNEXPECTEDLY_PASSED ->
              words + ": " + Text.cut(result.reason(), LONGEST_REASON);
        };
    return run.secrets().mask(line);
  }

  private static String id(Result result) {
    return result.instance().id();
  }
}
