package dev.datamart.conformance.cli;

import dev.datamart.cli.Visible;
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
      err().println(sentence(wrong));
      return ExitCode.USAGE.number();
    } catch (Unusable unusable) {
      err().println(sentence(unusable));
      return unusable.exitCode().number();
    }
  }

  private static String sentence(RuntimeException told) {
    return Visible.lines(String.valueOf(told.getMessage()));
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
