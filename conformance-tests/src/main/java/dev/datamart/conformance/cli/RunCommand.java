package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Instance;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.shape.ResponseShapes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a server and reports. */
@Command(
    name = "run",
    description = "Checks a server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  @Mixin private final RunOptions options = new RunOptions();

  @Mixin private final ReportOptions reports = new ReportOptions();

  @Option(names = "--plan", description = "Print what would be run, and send nothing.")
  private boolean plan;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      return run(out).number();
    } catch (WrongUsage wrong) {
      err.println(wrong.getMessage());
      return ExitCode.USAGE.number();
    } catch (Unusable unusable) {
      err.println(unusable.getMessage());
      return ExitCode.UNREACHABLE.number();
    }
  }

  private ExitCode run(PrintWriter out) {
    RunSettings settings = options.settings();
    if (settings.selection().of(Catalogue.requirements()).isEmpty()) {
      spec.commandLine().getErr().println("No requirement matches; nothing was run.");
      return ExitCode.NOTHING_RUN;
    }
    if (plan) {
      return plan(out, settings);
    }
    ResponseShapes.ofContract();
    Progress progress =
        Terminal.watched() ? new ProgressLine(spec.commandLine().getErr()) : Progress.silent();
    Run run = new Runner(Catalogue.requirements(), settings, progress).run();
    new ConsoleReport(run, Terminal.colored()).print(out);
    reports.write(run);
    return run.exitCode();
  }

  /** What would be done; nothing was judged, so this is no success. */
  private static ExitCode plan(PrintWriter out, RunSettings settings) {
    List<Instance> chosen = settings.selection().of(Catalogue.requirements());
    chosen.forEach(instance -> out.println(instance.id()));
    long requirements = chosen.stream().map(Instance::requirement).distinct().count();
    out.printf(
        "%d checks of %d requirements at %s%n", chosen.size(), requirements, settings.baseUrl());
    out.println("They would make data apps, API keys, datamarts and embeds named dck-<run>-...,");
    out.println("and remove exactly those. Nothing was sent.");
    return ExitCode.NOTHING_RUN;
  }
}
