package dev.datamart.mock.admin;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.operation.Operation;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filter of the journal as query parameters. */
public final class FilterParams {

  private static final Set<String> FAMILIES = Set.of("kebab", "camel", "verb");

  private static final List<String> KNOWN =
      List.of(
          "after",
          "family",
          "hasWarnings",
          "isChange",
          "isDeprecated",
          "limit",
          "name",
          "operation",
          "organization",
          "status");

  @QueryParam("organization")
  private @Nullable String organization;

  @QueryParam("operation")
  private @Nullable String operation;

  @QueryParam("family")
  private @Nullable String family;

  @QueryParam("status")
  private @Nullable Integer status;

  @QueryParam("name")
  private @Nullable String name;

  @QueryParam("isDeprecated")
  private @Nullable Boolean isDeprecated;

  @QueryParam("hasWarnings")
  private @Nullable Boolean hasWarnings;

  @QueryParam("isChange")
  private @Nullable Boolean isChange;

  @QueryParam("after")
  private @Nullable Long after;

  @Context private @Nullable UriInfo address;

  /** Returns the filter; what it does not know would let everything through, so it refuses it. */
  ExchangeFilter filter() {
    for (String given : requireNonNull(address).getQueryParameters().keySet()) {
      if (!KNOWN.contains(given)) {
        throw AdminException.badRequest(
            "\"" + given + "\" is not known here; known are " + String.join(", ", KNOWN) + ".");
      }
    }
    return checked(
        new ExchangeFilter(
            organization,
            operation,
            family,
            status,
            name,
            isDeprecated,
            hasWarnings,
            isChange,
            after));
  }

  /** Returns the filter, or refuses one that nothing can ever pass. */
  static ExchangeFilter checked(ExchangeFilter filter) {
    String operation = filter.operation();
    if (operation != null
        && Arrays.stream(Operation.values()).noneMatch(o -> o.id().equals(operation))) {
      throw AdminException.badRequest("There is no operation " + operation + ".");
    }
    if (filter.family() != null && !FAMILIES.contains(filter.family())) {
      throw AdminException.badRequest("\"family\" takes kebab, camel and verb.");
    }
    return filter;
  }
}
