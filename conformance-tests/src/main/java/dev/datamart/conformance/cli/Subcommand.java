package dev.datamart.conformance.cli;

import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Unusable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One of the things that the program does; what goes wrong is one sentence and an exit code. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Subcommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  abstract ExitCode run();

  @Override
  public final Integer call() {
    try {
      return run().number();
    } catch (WrongUsage wrong) {
      err().println(wrong.getMessage());
      return ExitCode.USAGE.number();
    } catch (Unusable unusable) {
      err().println(unusable.getMessage());
      return ExitCode.UNREACHABLE.number();
    }
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
