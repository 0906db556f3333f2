package dev.datamart.conformance.report;

import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
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
  private final StringBuilder out = new StringBuilder();

  public HtmlReport(Run run) {
    this.run = run;
  }

  public String text() {
    head();
    matrix();
    out.append(new HtmlViolations(run).html());
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
        .append("</p>");
    counts();
    facts();
  }

  private void counts() {
    out.append("<p>").append(meaning()).append("</p><ul class=\"counts\">");
    run.counts()
        .forEach(
            (verdict, count) -> {
              if (count > 0) {
                out.append("<li class=\"").append(css(verdict)).append("\"><b>").append(count);
                out.append("</b> ").append(counted(verdict, count)).append("</li>");
              }
            });
    out.append("</ul>");
  }

  private String meaning() {
    return switch (run.exitCode()) {
      case CONFORMS ->
          "It does all that the vendor documents, as far as it was asked"
              + (run.with(Verdict.KNOWN).isEmpty() ? "." : ", except for known failures.");
      case VIOLATIONS ->
          run.with(Verdict.VIOLATED).isEmpty()
              ? "A known failure passes: take it off the list."
              : "It does not do all that the vendor documents.";
      case UNREACHABLE -> "Some checks have no verdict, so it cannot be called conforming.";
      case NOTHING_RUN, USAGE -> "No check gave a verdict, which is not success.";
    };
  }

  private static String counted(Verdict verdict, long count) {
    boolean isNoun = verdict == Verdict.WARNING || verdict == Verdict.KNOWN;
    return verdict.words() + (isNoun && count != 1 ? "s" : "");
  }

  private void facts() {
    String words =
        String.format(
            Locale.ROOT,
            "%d checks, %d requests in %.1f s%s · seed %d",
            run.results().size(),
            run.requests(),
            run.took().toMillis() / 1000.0,
            run.runId().isEmpty() ? "" : " · run " + run.runId(),
            run.settings().seed());
    out.append("<p class=\"small\">").append(words).append("</p></header><main>");
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
      out.append("<tr><th>").append(breakable(operation.id())).append("</th>");
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

  /** A long name may be broken where one of its words begins. */
  private static String breakable(String name) {
    return name.replaceAll("(?=[A-Z])", "<wbr>");
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
            : red > 0
                ? red + " of " + results.size() + " violated"
                : passed
                    + " passed"
                    + (warned > 0 ? ", " + warned + " " + counted(Verdict.WARNING, warned) : "");
    out.append("<td class=\"").append(kind).append("\">").append(words).append("</td>");
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
                    Cause.byRequirement(results).keySet().stream()
                        .map(Requirement::id)
                        .collect(Collectors.joining(", ")))
                .append("</li>"));
    out.append("</ul>");
  }

  private void requirements() {
    out.append(
        "<h2>All requirements</h2><table class=\"all\"><thead><tr><th>Id</th><th>Level</th><th>Requirement</th><th>Checks</th></tr></thead><tbody>");
    Cause.byRequirement(run.results())
        .forEach(
            (requirement, results) -> {
              String verdicts =
                  results.stream()
                      .collect(
                          Collectors.groupingBy(
                              Result::verdict, LinkedHashMap::new, Collectors.counting()))
                      .entrySet()
                      .stream()
                      .map(e -> e.getValue() + " " + counted(e.getKey(), e.getValue()))
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
    return Html.escaped(run.secrets().mask(text));
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
