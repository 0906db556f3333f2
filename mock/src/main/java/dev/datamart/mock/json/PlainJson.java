package dev.datamart.mock.json;

import static java.util.Arrays.asList;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists and plain values, for those who keep what they were sent. */
public final class PlainJson {

  private PlainJson() {}

  /** Returns the names of the members of an object that was read before. */
  public static Set<String> names(byte[] object) {
    try (JsonParser parser = Json.MAPPER.createParser(object)) {
      Set<String> names = new TreeSet<>();
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        names.add(name);
        parser.nextToken();
        parser.skipChildren();
      }
      return names;
    } catch (IOException unreadable) {
      throw new IllegalStateException("what was read before cannot be read", unreadable);
    }
  }

  /**
   * Returns the members of a model that were given, at every depth; null counts as left out.
   *
   * @param asTheyAre names of members whose values are not looked into
   */
  public static Map<String, Object> members(@Nullable Object model, String... asTheyAre) {
    if (model == null) {
      return new TreeMap<>();
    }
    Map<String, Object> all =
        Json.MAPPER.convertValue(model, new TypeReference<Map<String, Object>>() {});
    return given(all, asList(asTheyAre));
  }

  /**
   * Returns the model whose members those are.
   *
   * @throws IllegalArgumentException when one is of another type
   */
  public static <T> T model(Object members, Class<T> type) {
    return Json.MAPPER.convertValue(members, type);
  }

  private static Map<String, Object> given(Map<?, ?> members, List<String> asTheyAre) {
    Map<String, Object> given = new TreeMap<>();
    members.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value != null) {
            given.put(name, asTheyAre.contains(name) ? value : given(value, asTheyAre));
          }
        });
    return given;
  }

  private static Object given(Object value, List<String> asTheyAre) {
    if (value instanceof List<?> list) {
      return list.stream().map(item -> given(item, asTheyAre)).toList();
    }
    return value instanceof Map<?, ?> members ? given(members, asTheyAre) : value;
  }
}
