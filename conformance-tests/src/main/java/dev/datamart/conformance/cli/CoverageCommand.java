package dev.datamart.conformance.cli;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.report.Columns;
import dev.datamart.conformance.report.Coverage;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.spec.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints which requirement demands which cell of the contract. */
@Command(
    name = "coverage",
    description = "Prints operations by error situations by requirements; needs no server.",
    mixinStandardHelpOptions = true)
public final class CoverageCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Coverage coverage = new Coverage(Catalogue.requirements());
    List<Coverage.Cell> cells = coverage.cells();
    for (Operation operation : Operation.values()) {
      out.printf("%s: %d requirements%n", operation.id(), coverage.about(operation).size());
      cells.stream()
          .filter(cell -> cell.operation() == operation)
          .forEach(cell -> print(out, cell));
    }
    long open = cells.stream().filter(Coverage.Cell::open).count();
    out.printf("%d cells, %d without a requirement%n", cells.size(), open);
    return open == 0 ? ExitCode.CONFORMS.number() : ExitCode.VIOLATIONS.number();
  }

  private static void print(PrintWriter out, Coverage.Cell cell) {
    String by =
        cell.requirements().isEmpty()
            ? (cell.why().isEmpty() ? "OPEN" : "not asked: " + cell.why())
            : String.join(", ", cell.requirements());
    String label = "  " + cell.problem().status() + " " + cell.problem() + "  ";
    Columns.wrap(by, label, "      ").forEach(out::println);
  }
}
