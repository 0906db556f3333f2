package dev.datamart.conformance.report;

import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.scene.Finding;
import dev.datamart.conformance.wire.Curl;
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

  private final Run run;
  private final boolean colored;
  private final Curl curl;

  public ConsoleReport(Run run) {
    this(run, false);
  }

  /**
   * @param colored whether the verdicts are coloured, for terminals
   */
  public ConsoleReport(Run run, boolean colored) {
    this.run = run;
    this.colored = colored;
    this.curl = new Curl(run.secrets());
  }

  public void print(PrintWriter out) {
    grouped(run.with(Verdict.VIOLATED)).values().forEach(group -> violation(out, group));
    grouped(run.with(Verdict.UNEXPECTEDLY_PASSED)).values().forEach(group -> brief(out, group));
    grouped(run.with(Verdict.WARNING)).values().forEach(group -> violation(out, group));
    byReason(out, Verdict.BLOCKED, "BLOCKED by ");
    byReason(out, Verdict.COULD_NOT_RUN, "COULD NOT RUN: ");
    byReason(out, Verdict.NOT_APPLICABLE, "NOT CHECKED: ");
    leftovers(out);
    summary(out);
    out.flush();
  }

  private static Map<Requirement, List<Result>> grouped(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.instance().requirement(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private void violation(PrintWriter out, List<Result> group) {
    Result first = group.get(0);
    Requirement requirement = first.instance().requirement();
    out.println(requirement.id() + "  " + requirement.level() + "  " + shown(first.verdict()));
    line(out, "", requirement.sentence());
    line(out, "source", requirement.source());
    first.findings().stream().limit(1).forEach(finding -> finding(out, finding));
    requirement.hints().forEach(hint -> line(out, "hint", hint));
    line(out, "rerun", rerun(first));
    if (first.findings().size() > 1) {
      line(out, "also", (first.findings().size() - 1) + " more of the same in " + place(first));
    }
    if (group.size() > 1) {
      line(
          out,
          "also",
          "in "
              + group.stream().skip(1).map(ConsoleReport::place).collect(Collectors.joining(", ")));
    }
    out.println();
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
    if (!finding.history().isEmpty()) {
      finding.history().forEach(step -> line(out, "repeat", curl.of(step)));
    } else if (exchange != null) {
      line(out, "repeat", curl.of(exchange));
    }
  }

  private static String asked(Exchange exchange) {
    String content = exchange.call().content();
    return exchange.call().spelling().method()
        + " "
        + exchange.call().target()
        + (content == null ? "" : " " + content);
  }

  private String rerun(Result result) {
    return "java -jar datamart-conformance.jar run --base-url "
        + run.settings().baseUrl()
        + " --only "
        + result.instance().id();
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
                  + grouped(results).size()
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
        "%d requests in %.1f s, run %s, seed %d%n",
        run.requests(),
        run.took().toMillis() / 1000.0,
        run.runId(),
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
    String indent = label.isEmpty() ? "  " : String.format("  %-9s ", label);
    String rest = label.isEmpty() ? "  " : " ".repeat(12);
    Columns.wrap(run.secrets().mask(text), indent, rest).forEach(out::println);
  }
}
