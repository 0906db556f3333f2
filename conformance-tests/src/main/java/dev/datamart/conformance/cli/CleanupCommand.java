package dev.datamart.conformance.cli;

import dev.datamart.conformance.context.Cleaner;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what a run that was killed has left behind. */
@Command(
    name = "cleanup",
    description = "Removes what a run left behind when it could not do so itself.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CleanupCommand implements Callable<Integer> {
  @Mixin private final TargetOptions target = new TargetOptions();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "ID",
      description = "The run's name, or \"all\".")
  private String run = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      target.require(false);
      Wire wire = new Wire(target.baseUrl, RequestPacing.atMost(0));
      List<Cleaner.Removal> removals =
          new Cleaner(wire, Family.KEBAB)
              .sweep(target.tokens(), RunContext.prefix(run.equals("all") ? "" : run));
      removals.forEach(
          removal ->
              out.println(
                  (removal.succeeded() ? "removed " : "could not remove ") + removal.thing()));
      out.println(
          removals.isEmpty() ? "Nothing of that run is there." : removals.size() + " things.");
      return ExitCode.CONFORMS.number();
    } catch (WrongUsage wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return ExitCode.USAGE.number();
    } catch (NoAnswer silent) {
      spec.commandLine().getErr().println("Nothing answers at " + target.baseUrl + ".");
      return ExitCode.UNREACHABLE.number();
    }
  }
}
