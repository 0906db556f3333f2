package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.Columns;
import dev.datamart.conformance.requirement.Requirement;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the catalogue of requirements. */
@Command(
    name = "list",
    description = "Prints the requirements; needs no server.",
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Requirement requirement : Catalogue.requirements()) {
      out.printf("%s  %s  %s%n", requirement.id(), requirement.level(), requirement.evidence());
      Columns.wrap(requirement.sentence(), "  ", "  ").forEach(out::println);
    }
    out.printf("%d requirements%n", Catalogue.requirements().size());
    return 0;
  }
}
