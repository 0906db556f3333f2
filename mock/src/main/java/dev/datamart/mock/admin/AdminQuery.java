package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.MemberCheck.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.datamart.mock.json.Range;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters, held to the same rules as the members of a body. */
final class AdminQuery {

  /** Longer numbers are in no range. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,30}");

  /**
   * Whose things are meant.
   *
   * @param organization null for those of all
   */
  record Whose(@Range(isIdentifier = true) @Nullable String organization) {}

  private AdminQuery() {}

  /**
   * Refuses a parameter that none of the records has, or that is given twice: overlooked, it would
   * let everything through, or nothing.
   */
  static void check(Map<String, List<String>> parameters, List<Class<?>> types) {
    List<String> known = types.stream().flatMap(type -> names(type).stream()).toList();
    parameters.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw AdminException.unknown(name, known);
          }
          if (values.size() > 1) {
            throw AdminException.badRequest(AdminException.shown(name) + " is given twice.");
          }
        });
  }

  /** Reads those parameters that the record has. */
  static <T> T read(Map<String, List<String>> parameters, Class<T> type) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (RecordComponent known : type.getRecordComponents()) {
      List<String> values = parameters.get(known.getName());
      if (values != null) {
        object.set(known.getName(), value(known, values.get(0)));
      }
    }
    return AdminJson.record(object, type);
  }

  private static JsonNode value(RecordComponent parameter, String text) {
    Class<?> type = parameter.getType();
    if (Number.class.isAssignableFrom(type) && WHOLE_NUMBER.matcher(text).matches()) {
      return JsonNodeFactory.instance.numberNode(new BigInteger(text));
    }
    return type == Boolean.class && (text.equals("true") || text.equals("false"))
        ? BooleanNode.valueOf(text.equals("true"))
        : TextNode.valueOf(text);
  }
}
