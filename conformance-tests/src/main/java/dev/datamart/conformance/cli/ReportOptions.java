package dev.datamart.conformance.cli;

import dev.datamart.conformance.report.Badge;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
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

  void write(Run run) {
    write(html, () -> new HtmlReport(run).text());
    write(json, () -> new JsonReport(run).text());
    write(junit, () -> new JunitReport(run).text());
    write(badge, () -> new Badge(run).svg());
  }

  private static void write(@Nullable Path file, Supplier<String> text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text.get());
    } catch (IOException failed) {
      throw new WrongUsage("Cannot write " + file + ".");
    }
  }
}
