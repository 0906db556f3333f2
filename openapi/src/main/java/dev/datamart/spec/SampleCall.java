package dev.datamart.spec;

import static java.util.Collections.unmodifiableMap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call put together from the examples of single parameters and members, as tools do; it works on
 * the demo seed.
 *
 * @param query values by name, in the order of the document
 * @param body the members of the JSON body; null where none is taken
 */
public record SampleCall(Map<String, String> query, @Nullable Map<String, Object> body) {

  public SampleCall {
    query = unmodifiableMap(new LinkedHashMap<>(query));
    body = body == null ? null : unmodifiableMap(new LinkedHashMap<>(body));
  }
}
