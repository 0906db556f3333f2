package dev.datamart.spec;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract: a method on a path.
 *
 * @param id operationId, such as {@code deleteDatamart}
 * @param method HTTP method in capitals
 * @param path path from the origin, such as {@code /api/v2/data-app/datamart}
 * @param family spelling of the path
 * @param tag group of operations
 * @param deprecated whether the document marks it as deprecated
 * @param successor ID of the operation to use instead, for deprecated ones
 * @param token kind of token that it asks for
 * @param problems IDs of the error situations in which it can end, in order of precedence
 * @param statuses HTTP statuses that it declares, 200 included
 * @param requirement prefix of the conformance requirements, such as {@code DM-DELETE}
 * @param source page of the vendor's documentation from which it was read
 * @param evidence {@code seed}, {@code docs}, {@code client} or {@code decided}
 * @param parameters its query parameters
 * @param request its JSON body, if it takes one
 * @param response the JSON body of its success
 */
public record SpecOperation(
    String id,
    String method,
    String path,
    Family family,
    String tag,
    boolean deprecated,
    @Nullable String successor,
    TokenNeed token,
    List<String> problems,
    SortedSet<Integer> statuses,
    String requirement,
    String source,
    String evidence,
    List<SpecParameter> parameters,
    @Nullable SpecBody request,
    SpecBody response) {

  /**
   * Returns the ID of the kebab operation that this one is a spelling of: its successor, or its
   * own.
   */
  public String subject() {
    return successor == null ? id : successor;
  }
}
