package dev.datamart.mock.console;

import static java.util.stream.Collectors.joining;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.stream.Stream;

/** The names of the contract that the console's forms offer, as a script of the page. */
final class ContractNames {

  private ContractNames() {}

  /** Returns a module that exports the operationIds, codes and families, each once. */
  static String module() {
    return constant("OPERATIONS", Arrays.stream(Operation.values()).map(Operation::id))
        + constant("CODES", Arrays.stream(Problem.values()).map(Problem::code))
        + constant("FAMILIES", Arrays.stream(Family.values()).map(Family::word));
  }

  private static String constant(String name, Stream<String> words) {
    return words.distinct().collect(joining("\", \"", "export const " + name + " = [\"", "\"];\n"));
  }
}
