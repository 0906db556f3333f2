package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Instance;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a server and reports. */
@Command(name = "run", description = "Checks a server.")
final class RunCommand extends Subcommand {
  @Mixin private final ConfiguredRun configured = new ConfiguredRun();

  @Option(
      names = "--plan",
      fallbackValue = "true",
      description = "Print what would be run, and send nothing.")
  private boolean plan;

  @Override
  ExitCode run() {
    RunSettings settings = configured.settings(err());
    List<Instance> chosen =
        settings.selection().of(Catalogue.requirements()).stream()
            .filter(each -> settings.profile().claims(each.operation(), each.family()))
            .toList();
    if (chosen.isEmpty()) {
      err().println("No requirement matches; nothing was run.");
      return ExitCode.NOTHING_RUN;
    }
    return plan ? plan(chosen, settings.baseUrl()) : run(settings);
  }

  private ExitCode run(RunSettings settings) {
    Progress progress = Terminal.watched() ? new ProgressLine(err()) : Progress.silent();
    Run run = configured.run(settings, progress);
    out().print(new ConsoleReport(run, Terminal.colored()).text());
    out().flush();
    configured.write(run);
    return run.exitCode();
  }

  /** What would be done; nothing was judged, so this is no success. */
  private ExitCode plan(List<Instance> chosen, String baseUrl) {
    chosen.forEach(instance -> out().println(instance.id()));
    long requirements = chosen.stream().map(Instance::requirement).distinct().count();
    out().printf("%d checks of %d requirements at %s%n", chosen.size(), requirements, baseUrl);
    out().println("They would make data apps, API keys, datamarts and embeds named dck-<run>-...,");
    out().println("and remove exactly those. Nothing was sent.");
    return ExitCode.NOTHING_RUN;
  }
}
