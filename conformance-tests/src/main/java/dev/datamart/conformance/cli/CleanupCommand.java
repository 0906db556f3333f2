package dev.datamart.conformance.cli;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.context.Cleaner;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Unusable;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Secrets;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what a run that was killed has left behind. */
@Command(
    name = "cleanup",
    description = "Removes what a run left behind when it could not do so itself.")
final class CleanupCommand extends Subcommand {
  @Mixin private final TargetOptions target = new TargetOptions();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "ID",
      description = "The run's name, or \"all\".")
  private String run = "";

  @Override
  ExitCode run() {
    target.require(false);
    Secrets secrets = target.tokens().secrets();
    Wire wire = new Wire(target.baseUrl, RequestPacing.atMost(0));
    try {
      List<Cleaner.Removal> removals =
          new Cleaner(wire, operation -> Optional.of(Family.KEBAB))
              .sweep(target.tokens(), RunContext.prefix(run.equals("all") ? "" : run));
      removals.forEach(
          each ->
              out()
                  .println(
                      (each.succeeded() ? "removed " : "could not remove ")
                          + secrets.mask(Visible.of(each.thing()))));
      out()
          .println(
              removals.isEmpty() ? "Nothing of that run is there." : removals.size() + " things.");
      return ExitCode.CONFORMS;
    } catch (NoAnswer silent) {
      throw new Unusable(silent.sentence(target.baseUrl));
    }
  }
}
