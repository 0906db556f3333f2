package dev.datamart.mock.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.datamart.mock.journal.ExchangeFilter;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The filter of the journal as query parameters. What is misspelt in it would let everything
 * through, or nothing, so it is refused.
 *
 * @param limit how many exchanges are wanted at most
 */
record FilterParams(ExchangeFilter filter, int limit) {

  private static final String LIMIT = "limit";

  static FilterParams of(UriInfo address, int usual, int most) {
    Map<String, String> given = new TreeMap<>();
    address.getQueryParameters().forEach((name, values) -> given.put(name, values.get(0)));
    for (String name : given.keySet()) {
      if (known().noneMatch(name::equals)) {
        throw AdminException.badRequest(AdminWords.unknown(name, known().toList()));
      }
    }
    String limit = given.remove(LIMIT);
    try {
      return new FilterParams(
          AdminJson.parse(AdminJson.MAPPER.writeValueAsBytes(given), ExchangeFilter.class),
          limit == null ? usual : (int) Math.max(0, Math.min(Long.parseLong(limit), most)));
    } catch (NumberFormatException malformed) {
      throw AdminException.badRequest("The parameter \"limit\" cannot be read.");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<String> known() {
    return Stream.concat(
        Arrays.stream(ExchangeFilter.class.getRecordComponents()).map(RecordComponent::getName),
        Stream.of(LIMIT));
  }
}
