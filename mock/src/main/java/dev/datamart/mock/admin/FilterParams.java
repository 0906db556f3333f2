package dev.datamart.mock.admin;

import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the journal as query parameters. What is misspelt in it would let everything
 * through, or nothing, so it is refused.
 */
final class FilterParams {

  private static final List<String> KNOWN =
      Stream.concat(
              Arrays.stream(ExchangeFilter.class.getRecordComponents())
                  .map(RecordComponent::getName),
              Stream.of("limit"))
          .sorted()
          .toList();

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

  /** Returns the filter, or refuses one that nothing can ever pass. */
  ExchangeFilter filter() {
    return new ExchangeFilter(
        given.getFirst("organization"),
        read("operation", FilterParams::operation),
        read("family", FilterParams::family),
        read("status", Integer::valueOf),
        given.getFirst("name"),
        read("isDeprecated", FilterParams::truth),
        read("hasWarnings", FilterParams::truth),
        read("isChange", FilterParams::truth),
        read("after", Long::valueOf));
  }

  private static Operation operation(String id) {
    return Operation.ofId(id)
        .orElseThrow(() -> AdminException.badRequest(AdminWords.noOperation(id)));
  }

  private static Family family(String word) {
    return Arrays.stream(Family.values())
        .filter(family -> family.word().equals(word))
        .findFirst()
        .orElseThrow(() -> AdminException.badRequest(AdminWords.noFamily("family")));
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
