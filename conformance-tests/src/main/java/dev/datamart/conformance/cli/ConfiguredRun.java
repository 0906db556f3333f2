package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.shape.ResponseShapes;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A run as words of a command line, and a file that they name, ask for it. */
public final class ConfiguredRun {
  @Mixin private final RunOptions options = new RunOptions();

  @Mixin private final ReportOptions reports = new ReportOptions();

  ConfiguredRun() {}

  /** A run for a build, which is the same each time unless the words say otherwise. */
  public static Run ofBuild(List<String> words, PrintWriter err) {
    ConfiguredRun configured = new ConfiguredRun();
    CommandSpec spec =
        CommandSpec.create().addMixin("run", CommandSpec.forAnnotatedObject(configured));
    try {
      ConformanceMain.prepared(new CommandLine(spec)).parseArgs(words.toArray(String[]::new));
    } catch (ParameterException wrong) {
      throw new WrongUsage(Misspelt.sentence(wrong));
    }
    RunSettings settings = configured.settings(err);
    boolean isSeeded = configured.options.seed != null;
    Run run = configured.run(isSeeded ? settings : settings.withSeed(1), Progress.silent());
    configured.write(run);
    return run;
  }

  RunSettings settings(PrintWriter err) {
    return options.settings(err);
  }

  /** Checks the server; where it cannot be checked, the reports say so. */
  Run run(RunSettings settings, Progress progress) {
    ResponseShapes.ofContract();
    reports.require();
    try {
      return new Runner(Catalogue.requirements(), settings, progress).run();
    } catch (Unusable unusable) {
      Run unfinished = unusable.run();
      if (unfinished != null) {
        reports.write(unfinished);
      }
      throw unusable;
    }
  }

  void write(Run run) {
    reports.write(run);
  }
}
