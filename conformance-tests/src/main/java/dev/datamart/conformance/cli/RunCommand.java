package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.shape.ResponseShapes;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a server and reports. */
@Command(
    name = "run",
    description = "Checks a server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  @Mixin private final RunOptions options = new RunOptions();

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
    ResponseShapes.ofContract();
    Run run = new Runner(Catalogue.requirements(), settings, Progress.silent()).run();
    new ConsoleReport(run).print(out);
    return run.exitCode();
  }
}
