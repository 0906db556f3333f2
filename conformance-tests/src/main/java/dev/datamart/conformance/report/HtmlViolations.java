package dev.datamart.conformance.report;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part of a page that shows what went wrong, one box for each cause. */
final class HtmlViolations {
  private static final int FINDINGS_SHOWN = 3;

  private final Run run;
  private final Commands commands;
  private final StringBuilder out = new StringBuilder();

  HtmlViolations(Run run) {
    this.run = run;
    this.commands = new Commands(run);
  }

  String html() {
    section("Violations", Verdict.VIOLATED, commands.preparation());
    section("Known failures that pass", Verdict.UNEXPECTEDLY_PASSED, "");
    section("Warnings", Verdict.WARNING, "");
    return out.toString();
  }

  private void section(String title, Verdict verdict, String preparation) {
    List<Result> results = run.with(verdict);
    if (results.isEmpty()) {
      return;
    }
    out.append("<h2>").append(title).append("</h2>");
    Cause.of(results).forEach(cause -> box(cause, verdict));
    if (!preparation.isEmpty()) {
      out.append("<p class=\"small\">").append(escaped(preparation)).append("</p>");
    }
  }

  private void box(Cause cause, Verdict verdict) {
    Requirement requirement = cause.requirement();
    out.append("<details class=\"").append(verdict.name().toLowerCase(Locale.ROOT));
    out.append(verdict.isRed() ? "\" open>" : "\">");
    out.append("<summary><code>").append(requirement.id()).append("</code> <span>");
    out.append(escaped(requirement.sentence())).append("</span></summary>");
    out.append("<p class=\"small\">").append(requirement.level()).append(" · ");
    out.append(escaped(requirement.source())).append(" · in ");
    out.append(places(cause.results())).append("</p>");
    cause.first().findings().stream().limit(FINDINGS_SHOWN).forEach(this::finding);
    for (String hint : requirement.hints()) {
      out.append("<p class=\"hint\">").append(escaped(hint)).append("</p>");
    }
    rerun(cause.first());
    same(cause);
    out.append("</details>");
  }

  private static String places(List<Result> results) {
    return results.stream()
        .map(Result::instance)
        .map(instance -> instance.operation().id() + "/" + instance.family().word())
        .collect(Collectors.joining(", "));
  }

  private void finding(Finding finding) {
    out.append("<dl>");
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      row("asked", exchange.call().spelling().method() + " " + exchange.call().target());
    }
    row("expected", finding.expected());
    row("came", finding.came());
    List<String> steps = commands.repeating(finding);
    if (!steps.isEmpty()) {
      out.append("<dt>repeat</dt><dd><pre>");
      for (int i = 0; i < steps.size(); i++) {
        String comment = Commands.step(i, steps.size());
        out.append(comment).append(comment.isEmpty() ? "" : "\n");
        command(steps.get(i));
      }
      out.append("</pre></dd>");
    }
    out.append("</dl>");
  }

  private void rerun(Result result) {
    out.append("<dl><dt>rerun</dt><dd><pre>");
    command(commands.rerunning(result));
    out.append("</pre></dd></dl>");
  }

  private void command(String command) {
    Columns.command(command, "", "  ").forEach(line -> out.append(escaped(line)).append('\n'));
  }

  private void same(Cause cause) {
    if (cause.same().isEmpty()) {
      return;
    }
    String others =
        cause.same().keySet().stream()
            .map(other -> "<code>" + other.id() + "</code>")
            .collect(Collectors.joining(", "));
    out.append("<p class=\"small\">The same in ").append(others).append("</p>");
  }

  private void row(String label, String text) {
    out.append("<dt>").append(label).append("</dt><dd>").append(escaped(text)).append("</dd>");
  }

  private String escaped(String text) {
    return Html.escaped(run.secrets().mask(text));
  }
}
