package dev.datamart.conformance.report;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.scene.Finding;
import dev.datamart.conformance.wire.Curl;
import dev.datamart.conformance.wire.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as one page that needs nothing beside itself. */
public final class HtmlReport {
  private final Run run;
  private final Curl curl;
  private final StringBuilder out = new StringBuilder();

  public HtmlReport(Run run) {
    this.run = run;
    this.curl = new Curl(run.secrets());
  }

  public String text() {
    head();
    matrix();
    section("Violations", Verdict.VIOLATED, true);
    section("Known failures that pass", Verdict.UNEXPECTEDLY_PASSED, true);
    section("Warnings", Verdict.WARNING, false);
    reasons("Blocked by an earlier failure", Verdict.BLOCKED);
    reasons("Could not run", Verdict.COULD_NOT_RUN);
    reasons("Known failures", Verdict.KNOWN);
    reasons("Not checked", Verdict.NOT_APPLICABLE);
    requirements();
    out.append("</main></body></html>\n");
    return out.toString();
  }

  private void head() {
    out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<title>Datamart contract: ")
        .append(escaped(headline()))
        .append("</title><style>")
        .append(resource("report.css"))
        .append("</style></head><body><header class=\"")
        .append(run.exitCode().name().toLowerCase(Locale.ROOT))
        .append("\"><h1>")
        .append(escaped(headline()))
        .append("</h1><p>")
        .append(escaped(run.settings().baseUrl()))
        .append("</p><ul class=\"counts\">");
    run.counts()
        .forEach(
            (verdict, count) -> {
              if (count > 0) {
                out.append("<li class=\"").append(css(verdict)).append("\"><b>").append(count);
                out.append("</b> ").append(verdict.words()).append("</li>");
              }
            });
    out.append("</ul><p class=\"small\">")
        .append(run.results().size())
        .append(" checks, ")
        .append(run.requests())
        .append(" requests in ")
        .append(String.format(Locale.ROOT, "%.1f", run.took().toMillis() / 1000.0))
        .append(" s · run ")
        .append(run.runId())
        .append(" · seed ")
        .append(run.settings().seed())
        .append("</p></header><main>");
  }

  private String headline() {
    return switch (run.exitCode()) {
      case CONFORMS ->
          run.isWhole()
              ? "The server conforms"
              : "The server conforms as far as it was asked ("
                  + run.judged()
                  + " of "
                  + run.scope().all()
                  + " checks)";
      case VIOLATIONS -> "The server does not conform";
      case UNREACHABLE -> "The run is incomplete";
      case NOTHING_RUN, USAGE -> "Nothing was judged";
    };
  }

  private void matrix() {
    out.append(
        "<h2>By operation and path family</h2><table class=\"matrix\"><thead><tr><th>Operation</th>");
    for (Family family : Family.values()) {
      out.append("<th>").append(family.word()).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (Operation operation : Operation.values()) {
      out.append("<tr><th>").append(operation.id()).append("</th>");
      for (Family family : Family.values()) {
        cell(
            run.results().stream()
                .filter(r -> r.instance().operation() == operation)
                .filter(r -> r.instance().family() == family)
                .toList());
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private void cell(List<Result> results) {
    long red = results.stream().filter(result -> result.verdict().isRed()).count();
    long passed = results.stream().filter(r -> r.verdict() == Verdict.PASSED).count();
    long warned = results.stream().filter(r -> r.verdict() == Verdict.WARNING).count();
    String kind =
        results.isEmpty()
            ? "none"
            : red > 0 ? "violated" : warned > 0 ? "warning" : passed > 0 ? "passed" : "none";
    String words =
        results.isEmpty()
            ? "–"
            : red > 0 ? red + " of " + results.size() + " violated" : passed + " passed";
    out.append("<td class=\"").append(kind).append("\">").append(words).append("</td>");
  }

  private static Map<Requirement, List<Result>> grouped(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.instance().requirement(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private void section(String title, Verdict verdict, boolean open) {
    Map<Requirement, List<Result>> groups = grouped(run.with(verdict));
    if (groups.isEmpty()) {
      return;
    }
    out.append("<h2>").append(title).append("</h2>");
    groups.forEach(
        (requirement, results) -> {
          out.append("<details class=\"").append(css(verdict)).append("\"");
          out.append(open ? " open" : "").append("><summary><code>").append(requirement.id());
          out.append("</code> <span>").append(escaped(requirement.sentence()));
          out.append("</span></summary><p class=\"small\">").append(requirement.level());
          out.append(" · ").append(escaped(requirement.source())).append(" · in ");
          out.append(
              results.stream()
                  .map(r -> r.instance().operation().id() + "/" + r.instance().family().word())
                  .collect(Collectors.joining(", ")));
          out.append("</p>");
          results.get(0).findings().stream().limit(3).forEach(this::finding);
          requirement
              .hints()
              .forEach(
                  hint -> out.append("<p class=\"hint\">").append(escaped(hint)).append("</p>"));
          out.append("</details>");
        });
  }

  private void finding(Finding finding) {
    out.append("<dl>");
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      row("asked", exchange.call().spelling().method() + " " + exchange.call().target());
    }
    row("expected", finding.expected());
    row("came", finding.came());
    out.append("</dl>");
    List<Exchange> steps =
        finding.history().isEmpty() && exchange != null ? List.of(exchange) : finding.history();
    if (!steps.isEmpty()) {
      out.append("<pre>");
      steps.forEach(step -> out.append(escaped(curl.of(step))).append('\n'));
      out.append("</pre>");
    }
  }

  private void row(String label, String text) {
    out.append("<dt>").append(label).append("</dt><dd>").append(escaped(text)).append("</dd>");
  }

  private void reasons(String title, Verdict verdict) {
    Map<String, List<Result>> reasons =
        run.with(verdict).stream()
            .collect(
                Collectors.groupingBy(Result::reason, LinkedHashMap::new, Collectors.toList()));
    if (reasons.isEmpty()) {
      return;
    }
    out.append("<h2>").append(title).append("</h2><ul>");
    reasons.forEach(
        (reason, results) ->
            out.append("<li>")
                .append(escaped(reason))
                .append(": ")
                .append(results.size())
                .append(" checks of ")
                .append(
                    grouped(results).keySet().stream()
                        .map(Requirement::id)
                        .collect(Collectors.joining(", ")))
                .append("</li>"));
    out.append("</ul>");
  }

  private void requirements() {
    out.append(
        "<h2>All requirements</h2><table class=\"all\"><thead><tr><th>Id</th><th>Level</th><th>Requirement</th><th>Checks</th></tr></thead><tbody>");
    grouped(run.results())
        .forEach(
            (requirement, results) -> {
              String verdicts =
                  results.stream()
                      .collect(
                          Collectors.groupingBy(
                              Result::verdict, LinkedHashMap::new, Collectors.counting()))
                      .entrySet()
                      .stream()
                      .map(e -> e.getValue() + " " + e.getKey().words())
                      .collect(Collectors.joining(", "));
              out.append("<tr><td><code>").append(requirement.id()).append("</code></td><td>");
              out.append(requirement.level())
                  .append("</td><td>")
                  .append(escaped(requirement.sentence()));
              out.append("</td><td>").append(verdicts).append("</td></tr>");
            });
    out.append("</tbody></table>");
  }

  private static String css(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private String escaped(String text) {
    String masked = run.secrets().mask(text);
    return masked
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream("/report/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
