package dev.datamart.conformance.cli;

import dev.datamart.conformance.report.Badge;
import dev.datamart.conformance.report.CtrfReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.report.MarkdownReport;
import dev.datamart.conformance.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to write which report. */
final class ReportOptions {
  @Option(names = "--html", paramLabel = "FILE", description = "Write one self-contained page.")
  @Nullable Path html;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results for programs.")
  @Nullable Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML.")
  @Nullable Path junit;

  @Option(names = "--badge", paramLabel = "FILE", description = "Write an SVG badge.")
  @Nullable Path badge;

  @Option(
      names = "--ctrf",
      paramLabel = "FILE",
      description = "Write CTRF, which tools for test reports read.")
  @Nullable Path ctrf;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a job summary, as for $$GITHUB_STEP_SUMMARY.")
  @Nullable Path markdown;

  private Map<ReportFile, Function<Run, String>> wanted() {
    Map<ReportFile, Function<Run, String>> wanted = new LinkedHashMap<>();
    add(wanted, "--html", html, run -> new HtmlReport(run).text());
    add(wanted, "--json", json, run -> new JsonReport(run).text());
    add(wanted, "--junit", junit, run -> new JunitReport(run).text());
    add(wanted, "--badge", badge, run -> new Badge(run).svg());
    add(wanted, "--ctrf", ctrf, run -> new CtrfReport(run).text());
    add(wanted, "--markdown", markdown, run -> new MarkdownReport(run).text());
    return wanted;
  }

  private static void add(
      Map<ReportFile, Function<Run, String>> wanted,
      String option,
      @Nullable Path path,
      Function<Run, String> text) {
    if (path != null) {
      wanted.put(new ReportFile(option, path), text);
    }
  }

  /** Refuses, before anything is sent, what could not be written after the run. */
  void require() {
    List<ReportFile> seen = new ArrayList<>();
    for (ReportFile file : wanted().keySet()) {
      file.require();
      for (ReportFile other : seen) {
        if (file.isSameAs(other)) {
          throw new WrongUsage(
              other.option()
                  + " and "
                  + file.option()
                  + " name the same file, "
                  + file.path()
                  + ".");
        }
      }
      seen.add(file);
    }
  }

  /** Writes all that can be written, and says then what could not. */
  void write(Run run) {
    List<String> failed = new ArrayList<>();
    wanted().forEach((file, text) -> file.write(text.apply(run)).ifPresent(failed::add));
    if (!failed.isEmpty()) {
      throw new WrongUsage(String.join("\n", failed));
    }
  }
}
