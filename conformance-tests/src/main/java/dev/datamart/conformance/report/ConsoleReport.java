package dev.datamart.conformance.report;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run for people at a terminal: violations in full, the rest in numbers. */
public final class ConsoleReport {
  private static final int SHOWN = 500;
  private static final String INDENT = " ".repeat(12);

  private final Run run;
  private final boolean colored;
  private final Commands commands;
  private final List<String> lines = new ArrayList<>();

  /** With coloured verdicts, for terminals, or without. */
  public ConsoleReport(Run run, boolean colored) {
    this.run = run;
    this.colored = colored;
    this.commands = new Commands(run);
  }

  public String text() {
    lines.clear();
    Cause.of(run.with(Verdict.VIOLATED)).forEach(this::violation);
    Result.by(Result::requirement, run.with(Verdict.UNEXPECTEDLY_PASSED))
        .values()
        .forEach(this::brief);
    Cause.of(run.with(Verdict.WARNING)).forEach(this::violation);
    byReason(Verdict.BLOCKED, "BLOCKED by ");
    byReason(Verdict.COULD_NOT_RUN, "COULD NOT RUN: ");
    byReason(Verdict.NOT_APPLICABLE, "NOT CHECKED: ");
    if (!run.leftovers().isEmpty()) {
      String names = Visible.of(String.join(", ", run.leftovers()));
      wrapped("LEFT BEHIND: " + run.secrets().mask(names));
    }
    if (!run.with(Verdict.VIOLATED).isEmpty()) {
      lines.addAll(Columns.wrap(commands.preparation(), "", ""));
      lines.add("");
    }
    summary();
    return String.join("\n", lines) + "\n";
  }

  private void violation(Cause cause) {
    Result first = cause.first();
    Requirement requirement = cause.requirement();
    lines.add(requirement.id() + "  " + requirement.level() + "  " + shown(first.verdict()));
    line("", requirement.sentence());
    line("source", requirement.source());
    first.findings().stream().limit(1).forEach(this::finding);
    requirement.hints().forEach(hint -> line("hint", hint));
    command("rerun", commands.rerunning(first));
    also(cause);
    lines.add("");
  }

  private void also(Cause cause) {
    int more = cause.first().findings().size() - 1;
    List<String> places = cause.places();
    if (more > 0) {
      line(
          "also",
          Result.count(cause.first().findings(), more) + " more of the same in " + places.get(0));
    }
    if (places.size() > 1) {
      line("also", "in " + String.join(", ", places.subList(1, places.size())));
    }
    if (!cause.same().isEmpty()) {
      line("also", "the same in " + String.join(", ", cause.same()));
    }
  }

  private String shown(Verdict verdict) {
    String words = verdict.words().toUpperCase(Locale.ROOT);
    String color = verdict.isRed() ? "31" : "33";
    return colored ? "\u001b[" + color + "m" + words + "\u001b[0m" : words;
  }

  private void finding(Finding finding) {
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      line("asked", shortened(asked(exchange.call())));
    }
    line("expected", shortened(finding.expected()));
    line("came", shortened(finding.came()));
    String label = "repeat";
    for (String step : commands.steps(finding)) {
      command(label, step);
      label = " ";
    }
  }

  private static String asked(Call call) {
    String content = call.content();
    return call.line() + (content == null ? "" : " " + content);
  }

  private void brief(List<Result> group) {
    for (Result result : group) {
      lines.add(result.instance().id() + "  " + shown(result.verdict()));
      line("", result.reason());
    }
    lines.add("");
  }

  private void byReason(Verdict verdict, String title) {
    Result.by(Result::reason, run.with(verdict))
        .forEach(
            (reason, results) ->
                wrapped(
                    "%s%s (%d checks of %d requirements)"
                        .formatted(
                            title,
                            shortened(Visible.of(reason)),
                            results.size(),
                            Result.by(Result::requirement, results).size())));
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
    String masked = run.secrets().mask(text);
    return Text.cut(masked, SHOWN);
  }

  private void wrapped(String text) {
    lines.addAll(Columns.wrap(text, "", "  "));
  }

  private void line(String label, String text) {
    String rest = label.isEmpty() ? "  " : INDENT;
    lines.addAll(Columns.wrap(run.secrets().mask(text), labelled(label), rest));
  }

  private void command(String label, String command) {
    lines.addAll(Columns.command(run.secrets().mask(command), labelled(label), INDENT));
  }

  private static String labelled(String label) {
    return label.isEmpty() ? "  " : String.format("  %-9s ", label);
  }
}
