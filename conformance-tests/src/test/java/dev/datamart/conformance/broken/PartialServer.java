package dev.datamart.conformance.broken;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Servers that have part of the API: to the rest they answer what a router answers by itself. */
final class PartialServer {
  /** List, create and delete of datamarts. */
  static final Set<Operation> THREE =
      Set.of(Operation.LIST_DATAMARTS, Operation.CREATE_DATAMART, Operation.DELETE_DATAMART);

  private static final Reply NO_SUCH_PATH =
      new Reply(404, Map.of("content-type", "text/plain"), "404 page not found");

  private PartialServer() {}

  /** Has what the condition takes. */
  static Fault having(BiPredicate<Operation, Family> part) {
    return (ask, up) ->
        ask.operation().filter(it -> part.test(it, ask.family().orElseThrow())).isPresent()
            ? up.send(ask)
            : NO_SUCH_PATH;
  }

  /** Has these operations in the recommended family. */
  static Fault having(Set<Operation> operations) {
    return having((operation, family) -> operations.contains(operation) && family == Family.KEBAB);
  }

  /** Has all but these operations. */
  static Fault without(List<Operation> operations) {
    return having((operation, family) -> !operations.contains(operation));
  }
}
