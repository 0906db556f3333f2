package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.Columns;
import dev.datamart.conformance.report.Coverage;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.spec.Operation;
import java.util.List;
import picocli.CommandLine.Command;

/** Prints which requirement demands which cell of the contract. */
@Command(
    name = "coverage",
    description = "Prints operations by error situations by requirements; needs no server.")
final class CoverageCommand extends Subcommand {
  @Override
  ExitCode run() {
    Coverage coverage = new Coverage(Catalogue.requirements());
    List<Coverage.Cell> cells = coverage.cells();
    for (Operation operation : Operation.values()) {
      out().printf("%s: %d requirements%n", operation.id(), coverage.about(operation).size());
      cells.stream().filter(cell -> cell.operation() == operation).forEach(this::print);
    }
    long open = cells.stream().filter(Coverage.Cell::open).count();
    out().printf("%d cells, %d without a requirement%n", cells.size(), open);
    return open == 0 ? ExitCode.CONFORMS : ExitCode.VIOLATIONS;
  }

  private void print(Coverage.Cell cell) {
    String by =
        cell.requirements().isEmpty()
            ? (cell.why().isEmpty() ? "OPEN" : "not asked: " + cell.why())
            : String.join(", ", cell.requirements());
    String label = "  " + cell.problem().status() + " " + cell.problem() + "  ";
    Columns.wrap(by, label, "      ").forEach(out()::println);
  }
}
