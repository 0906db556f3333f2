package dev.datamart.conformance.report;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run for people at a terminal: violations in full, the rest in a line each. */
public final class ConsoleReport {
  private static final int LONGEST_REASON = 500;

  private final Run run;
  private final CauseLines causes;
  private final Absences absences;
  private final List<String> lines = new ArrayList<>();

  /** With coloured verdicts, for terminals, or without. */
  public ConsoleReport(Run run, boolean colored) {
    this.run = run;
    this.causes = new CauseLines(run, colored);
    this.absences = new Absences(run);
  }

  public String text() {
    lines.clear();
    absences.paragraphs().forEach(this::absence);
    Cause.of(run.with(Verdict.VIOLATED).stream().filter(it -> !it.isOfAbsence()).toList())
        .forEach(this::violation);
    Result.by(Result::requirement, run.with(Verdict.UNEXPECTEDLY_PASSED))
        .values()
        .forEach(this::brief);
    warnings();
    blocked();
    byReason(Verdict.COULD_NOT_RUN, "COULD NOT RUN: ");
    byReason(Verdict.NOT_APPLICABLE, "NOT CHECKED: ");
    if (!run.leftovers().isEmpty()) {
      String names = Visible.of(String.join(", ", run.leftovers()));
      wrapped("LEFT BEHIND: " + run.secrets().mask(names));
    }
    if (run.counts().keySet().stream().anyMatch(this::isToldInFull)) {
      lines.addAll(Columns.wrap(new Commands(run).preparation(), "", ""));
      lines.add("");
    }
    summary();
    return String.join("\n", lines) + "\n";
  }

  private boolean isToldInFull(Verdict verdict) {
    return verdict != Verdict.UNEXPECTEDLY_PASSED
        && run.isRed(verdict)
        && !run.with(verdict).isEmpty();
  }

  private void violation(Cause cause) {
    lines.addAll(causes.of(cause));
    lines.add("");
  }

  /** In full where they decide; else a line each. */
  private void warnings() {
    List<Cause> warned = Cause.of(run.with(Verdict.WARNING));
    if (run.isRed(Verdict.WARNING)) {
      warned.forEach(this::violation);
      return;
    }
    for (Cause cause : warned) {
      wrapped(
          "%s: %s (%s) %s"
              .formatted(
                  causes.shown(Verdict.WARNING),
                  cause.requirement().id(),
                  cause.extent(),
                  cause.requirement().sentence()));
    }
    if (!warned.isEmpty()) {
      lines.add("  --strict tells warnings in full, and lets them decide.");
    }
  }

  private void brief(List<Result> group) {
    for (Result result : group) {
      lines.add(result.instance().id() + "  " + causes.shown(result.verdict()));
      lines.addAll(Columns.wrap(run.secrets().mask(result.reason()), "  ", "  "));
    }
    lines.add("");
  }

  private void absence(String paragraph) {
    String[] parts = paragraph.split("\n", 2);
    wrapped("%s: %s".formatted(causes.shown(Verdict.VIOLATED), shortened(parts[0])));
    lines.addAll(Columns.wrap(parts[1], "  ", "  "));
    lines.add("");
  }

  private void blocked() {
    Map<Boolean, List<Result>> blocked =
        run.with(Verdict.BLOCKED).stream()
            .collect(Collectors.partitioningBy(result -> absences.explain(result.reason())));
    List<Result> byAbsence = blocked.getOrDefault(true, List.of());
    if (!byAbsence.isEmpty()) {
      wrapped("BLOCKED by what is not there (%s)".formatted(Cause.extent(byAbsence)));
    }
    byReason(blocked.getOrDefault(false, List.of()), "BLOCKED by ");
  }

  private void byReason(Verdict verdict, String title) {
    byReason(run.with(verdict), title);
  }

  private void byReason(List<Result> some, String title) {
    Result.by(Result::reason, some)
        .forEach(
            (reason, results) ->
                wrapped(
                    "%s%s (%s)"
                        .formatted(title, shortened(Visible.of(reason)), Cause.extent(results))));
  }

  private void summary() {
    String counts =
        run.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().words())
            .collect(Collectors.joining(", "));
    wrapped(run.results().size() + " checks: " + counts);
    lines.add(
        String.format(
            Locale.ROOT,
            "%d requests in %.1f s%s, seed %d",
            run.requests(),
            run.took().toMillis() / 1000.0,
            run.runId().isEmpty() ? "" : ", run " + run.runId(),
            run.settings().seed()));
    if (run.slowings() > 0) {
      lines.add(
          "The server asked %d times to slow down (429); --max-requests-per-second avoids that."
              .formatted(run.slowings()));
    }
    boolean isIncomplete = run.exitCode() == ExitCode.UNREACHABLE;
    String rest = isIncomplete ? ", so the server cannot be called conforming." : ".";
    lines.add(run.headline() + rest);
  }

  private String shortened(String text) {
    return Text.cut(run.secrets().mask(text), LONGEST_REASON);
  }

  private void wrapped(String text) {
    lines.addAll(Columns.wrap(text, "", "  "));
  }
}
