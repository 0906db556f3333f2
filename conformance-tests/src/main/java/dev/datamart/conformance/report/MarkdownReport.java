package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in Markdown, for the summary of a job in CI. */
public final class MarkdownReport {
  private static final int ROWS = 100;
  private static final int LONGEST_CELL = 300;

  private final Run run;
  private final List<String> lines = new ArrayList<>();

  public MarkdownReport(Run run) {
    this.run = run;
  }

  public String text() {
    lines.clear();
    line("## " + escaped(run.headline()));
    line(code(run.secrets().mask(run.settings().baseUrl())));
    line(counts());
    overview();
    causes("Violations", Verdict.VIOLATED);
    passing();
    causes("Warnings", Verdict.WARNING);
    unjudged();
    return String.join("\n", lines);
  }

  private String counts() {
    return run.counts().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> "**" + entry.getValue() + "** " + entry.getKey().words())
        .collect(Collectors.joining(" · "));
  }

  private void overview() {
    List<String> rows = new ArrayList<>();
    for (Overview.Group group : new Overview(run).groups()) {
      String state = group.state().sign() + " " + group.state().title();
      rows.add(row(state, String.join(", ", group.names())));
    }
    table("Operations", List.of("", "Operations"), rows);
  }

  private void causes(String title, Verdict verdict) {
    List<String> rows =
        Cause.of(run.with(verdict)).stream()
            .map(
                cause ->
                    row(
                        code(cause.requirement().id()),
                        cell(cause.requirement().sentence()),
                        cause.first().findings().isEmpty()
                            ? ""
                            : cell(cause.first().findings().get(0).expected()),
                        cause.first().findings().isEmpty()
                            ? ""
                            : cell(cause.first().findings().get(0).came()),
                        String.join(", ", cause.places()) + sameIn(cause)))
            .toList();
    table(title, List.of("Requirement", "Demands", "Expected", "Came", "In"), rows);
  }

  private static String sameIn(Cause cause) {
    return cause.same().isEmpty()
        ? ""
        : "; the same in "
            + cause.same().stream().map(MarkdownReport::code).collect(Collectors.joining(", "));
  }

  private void passing() {
    List<String> rows =
        run.with(Verdict.UNEXPECTEDLY_PASSED).stream()
            .map(result -> row(code(result.instance().id()), cell(result.reason())))
            .toList();
    table("Known failures that pass", List.of("Check", "Listed as"), rows);
  }

  private void unjudged() {
    List<String> rows = new ArrayList<>();
    for (Verdict verdict :
        List.of(Verdict.BLOCKED, Verdict.COULD_NOT_RUN, Verdict.NOT_APPLICABLE, Verdict.KNOWN)) {
      Map<String, List<Result>> reasons = Result.by(Result::reason, run.with(verdict));
      reasons.forEach(
          (reason, results) -> rows.add(row(verdict.words(), cell(reason), Cause.extent(results))));
    }
    table("Not judged", List.of("Verdict", "Reason", "Checks"), rows);
  }

  private void table(String title, List<String> columns, List<String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("### " + title);
    lines.add("");
    lines.add(row(columns.toArray(String[]::new)));
    lines.add("|" + " --- |".repeat(columns.size()));
    lines.addAll(rows.subList(0, Math.min(rows.size(), ROWS)));
    lines.add("");
    if (rows.size() > ROWS) {
      line(rows.size() - ROWS + " more");
    }
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private void line(String text) {
    lines.add(text);
    lines.add("");
  }

  private static String code(String id) {
    return "`" + id + "`";
  }

  private String cell(String text) {
    return escaped(Text.cut(run.secrets().mask(text), LONGEST_CELL));
  }

  /** What a server says is text, whatever it would mean in Markdown or HTML. */
  private String escaped(String text) {
    return run.secrets()
        .mask(text)
        .replace('\n', ' ')
        .replaceAll("[\\\\`*_\\[\\]|~:]", "\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }
}
