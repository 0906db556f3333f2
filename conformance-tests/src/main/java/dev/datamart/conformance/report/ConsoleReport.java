package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Exchange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run for people at a terminal: violations in full, the rest in numbers. */
public final class ConsoleReport {
  private static final int SHOWN = 500;
  private static final String INDENT = " ".repeat(12);

  private final Run run;
  private final boolean colored;
  private final Commands commands;

  public ConsoleReport(Run run) {
    this(run, false);
  }

  /**
   * @param colored whether the verdicts are coloured, for terminals
   */
  public ConsoleReport(Run run, boolean colored) {
    this.run = run;
    this.colored = colored;
    this.commands = new Commands(run);
  }

  public void print(PrintWriter out) {
    Cause.of(run.with(Verdict.VIOLATED)).forEach(cause -> violation(out, cause));
    Cause.byRequirement(run.with(Verdict.UNEXPECTEDLY_PASSED))
        .values()
        .forEach(group -> brief(out, group));
    Cause.of(run.with(Verdict.WARNING)).forEach(cause -> violation(out, cause));
    byReason(out, Verdict.BLOCKED, "BLOCKED by ");
    byReason(out, Verdict.COULD_NOT_RUN, "COULD NOT RUN: ");
    byReason(out, Verdict.NOT_APPLICABLE, "NOT CHECKED: ");
    leftovers(out);
    if (!run.with(Verdict.VIOLATED).isEmpty()) {
      Columns.wrap(commands.preparation(), "", "").forEach(out::println);
      out.println();
    }
    summary(out);
    out.flush();
  }

  private void violation(PrintWriter out, Cause cause) {
    Result first = cause.first();
    Requirement requirement = cause.requirement();
    out.println(requirement.id() + "  " + requirement.level() + "  " + shown(first.verdict()));
    line(out, "", requirement.sentence());
    line(out, "source", requirement.source());
    first.findings().stream().limit(1).forEach(finding -> finding(out, finding));
    requirement.hints().forEach(hint -> line(out, "hint", hint));
    command(out, "rerun", commands.rerunning(first));
    also(out, cause);
    out.println();
  }

  private void also(PrintWriter out, Cause cause) {
    Result first = cause.first();
    if (first.findings().size() > 1) {
      line(out, "also", (first.findings().size() - 1) + " more of the same in " + place(first));
    }
    if (cause.results().size() > 1) {
      String places =
          cause.results().stream()
              .skip(1)
              .map(ConsoleReport::place)
              .collect(Collectors.joining(", "));
      line(out, "also", "in " + places);
    }
    if (!cause.same().isEmpty()) {
      String ids =
          cause.same().keySet().stream().map(Requirement::id).collect(Collectors.joining(", "));
      line(out, "also", "the same in " + ids);
    }
  }

  private String shown(Verdict verdict) {
    String words = verdict.words().toUpperCase(Locale.ROOT);
    String color = verdict.isRed() ? "31" : "33";
    return colored ? "\u001b[" + color + "m" + words + "\u001b[0m" : words;
  }

  private void finding(PrintWriter out, Finding finding) {
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      line(out, "asked", shortened(asked(exchange)));
    }
    line(out, "expected", shortened(finding.expected()));
    line(out, "came", shortened(finding.came()));
    List<String> steps = commands.repeating(finding);
    for (int i = 0; i < steps.size(); i++) {
      String label = i == 0 ? "repeat" : " ";
      String comment = Commands.step(i, steps.size());
      if (!comment.isEmpty()) {
        line(out, label, comment);
        label = " ";
      }
      command(out, label, steps.get(i));
    }
  }

  private static String asked(Exchange exchange) {
    String content = exchange.call().content();
    return exchange.call().spelling().method()
        + " "
        + exchange.call().target()
        + (content == null ? "" : " " + content);
  }

  private static String place(Result result) {
    return result.instance().operation().id() + "/" + result.instance().family().word();
  }

  private void brief(PrintWriter out, List<Result> group) {
    for (Result result : group) {
      out.println(result.instance().id() + "  " + shown(result.verdict()));
      line(out, "", result.reason());
    }
    out.println();
  }

  private void byReason(PrintWriter out, Verdict verdict, String title) {
    Map<String, List<Result>> reasons =
        run.with(verdict).stream()
            .collect(
                Collectors.groupingBy(Result::reason, LinkedHashMap::new, Collectors.toList()));
    reasons.forEach(
        (reason, results) -> {
          String text =
              title
                  + run.secrets().mask(reason)
                  + " ("
                  + results.size()
                  + " checks of "
                  + Cause.byRequirement(results).size()
                  + " requirements)";
          Columns.wrap(text, "", "  ").forEach(out::println);
        });
  }

  private void leftovers(PrintWriter out) {
    if (!run.leftovers().isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.addAll(Columns.wrap("LEFT BEHIND: " + String.join(", ", run.leftovers()), "", "  "));
      lines.forEach(out::println);
    }
  }

  private void summary(PrintWriter out) {
    String counts =
        run.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().words())
            .collect(Collectors.joining(", "));
    Columns.wrap(run.results().size() + " checks: " + counts, "", "  ").forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d requests in %.1f s%s, seed %d%n",
        run.requests(),
        run.took().toMillis() / 1000.0,
        run.runId().isEmpty() ? "" : ", run " + run.runId(),
        run.settings().seed());
    if (run.slowings() > 0) {
      out.println(
          "The server asked "
              + run.slowings()
              + " times to slow down (429); --max-requests-per-second avoids that.");
    }
    out.println(
        switch (run.exitCode()) {
          case CONFORMS -> conforms();
          case VIOLATIONS -> "The server does not conform.";
          case UNREACHABLE -> "The run is incomplete, so the server cannot be called conforming.";
          case NOTHING_RUN -> "Nothing was judged.";
          case USAGE -> "Wrong usage.";
        });
  }

  /** Claims no more than was asked. */
  private String conforms() {
    return run.isWhole()
        ? "The server conforms."
        : "The server conforms as far as it was asked (%d of %d checks)."
            .formatted(run.judged(), run.scope().all());
  }

  private String shortened(String text) {
    String masked = run.secrets().mask(text);
    return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "…";
  }

  private void line(PrintWriter out, String label, String text) {
    String rest = label.isEmpty() ? "  " : INDENT;
    Columns.wrap(run.secrets().mask(text), labelled(label), rest).forEach(out::println);
  }

  private void command(PrintWriter out, String label, String command) {
    Columns.command(run.secrets().mask(command), labelled(label), INDENT).forEach(out::println);
  }

  private static String labelled(String label) {
    return label.isEmpty() ? "  " : String.format("  %-9s ", label);
  }
}
