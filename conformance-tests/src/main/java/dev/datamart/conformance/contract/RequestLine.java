package dev.datamart.conformance.contract;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Optional;

/**
 * The first line of a request, and where its arguments go.
 *
 * @param path below the base URL, beginning with {@code /api}
 * @param query whether arguments travel in the query rather than in a JSON body
 */
public record RequestLine(String method, String path, boolean query) {

  /** How a family spells an operation, when it has it. */
  public static Optional<RequestLine> of(Operation operation, Family family) {
    return operation
        .in(family)
        .map(
            spelling ->
                new RequestLine(spelling.method(), spelling.path(), spelling.request() == null));
  }
}
