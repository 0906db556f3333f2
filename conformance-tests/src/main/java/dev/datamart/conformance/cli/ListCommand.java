package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.Columns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.ExitCode;
import picocli.CommandLine.Command;

/** Prints the catalogue of requirements. */
@Command(name = "list", description = "Prints the requirements; needs no server.")
final class ListCommand extends Subcommand {
  @Override
  ExitCode run() {
    for (Requirement requirement : Catalogue.requirements()) {
      out().printf("%s  %s  %s%n", requirement.id(), requirement.level(), requirement.evidence());
      Columns.wrap(requirement.sentence(), "  ", "  ").forEach(out()::println);
    }
    out().printf("%d requirements%n", Catalogue.requirements().size());
    return ExitCode.CONFORMS;
  }
}
