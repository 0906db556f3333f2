package dev.datamart.mock.admin;

import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.spec.Operation;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the journal as query parameters. What is misspelt in it would let everything
 * through, or nothing, so it is refused.
 */
final class FilterParams {

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

  private final MultivaluedMap<String, String> given;

  private FilterParams(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  static FilterParams of(UriInfo address) {
    MultivaluedMap<String, String> given = address.getQueryParameters();
    for (String name : given.keySet()) {
      if (!KNOWN.contains(name)) {
        throw AdminException.badRequest(
            "\"" + name + "\" is not known here; known are " + String.join(", ", KNOWN) + ".");
      }
    }
    return new FilterParams(given);
  }

  /** Returns how many exchanges are wanted at most. */
  int limit(int usual, int most) {
    Long limit = read("limit", Long::valueOf);
    return limit == null ? usual : (int) Math.max(0, Math.min(limit, most));
  }

  ExchangeFilter filter() {
    return checked(
        new ExchangeFilter(
            given.getFirst("organization"),
            given.getFirst("operation"),
            given.getFirst("family"),
            read("status", Integer::valueOf),
            given.getFirst("name"),
            read("isDeprecated", FilterParams::truth),
            read("hasWarnings", FilterParams::truth),
            read("isChange", FilterParams::truth),
            read("after", Long::valueOf)));
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

  private <T> @Nullable T read(String name, Function<String, T> reader) {
    String text = given.getFirst(name);
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException malformed) {
      throw AdminException.badRequest("The parameter \"" + name + "\" cannot be read.");
    }
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return Boolean.valueOf(text);
  }
}
