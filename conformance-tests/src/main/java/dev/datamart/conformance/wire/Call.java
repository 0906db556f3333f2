package dev.datamart.conformance.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request before it is sent, as a value: what changes it gives a changed copy.
 *
 * @param arguments what the operation is told in whatever family; travels in the query or in the
 *     body as the spelling says
 * @param authorization the whole header value, or null for none
 * @param body replaces the rendered arguments in the body, when given
 * @param query replaces the rendered arguments in the query, when given
 */
public record Call(
    Operation operation,
    Family family,
    RequestLine spelling,
    ObjectNode arguments,
    @Nullable String authorization,
    Map<String, String> headers,
    @Nullable String body,
    @Nullable String query) {

  /** A call of an operation in a family that has it, without token and arguments. */
  public static Call of(Operation operation, Family family) {
    RequestLine spelling =
        RequestLine.of(operation, family)
            .orElseThrow(() -> new IllegalArgumentException(operation + " is not in " + family));
    return new Call(operation, family, spelling, Json.object(), null, Map.of(), null, null);
  }

  /** The same in another family that has the operation. */
  public Call in(Family other) {
    return new Call(
        operation,
        other,
        of(operation, other).spelling(),
        arguments,
        authorization,
        headers,
        body,
        query);
  }

  /** With a value at a member name or, when it begins with a slash, a JSON pointer. */
  public Call with(String where, @Nullable Object value) {
    return edited(where, Json.node(value));
  }

  public Call without(String where) {
    return edited(where, null);
  }

  public Call arguments(ObjectNode other) {
    return new Call(operation, family, spelling, other, authorization, headers, body, query);
  }

  public Call authorization(@Nullable String other) {
    return new Call(operation, family, spelling, arguments, other, headers, body, query);
  }

  public Call body(String text) {
    return new Call(operation, family, spelling, arguments, authorization, headers, text, query);
  }

  /** With a raw query, sent as it is. */
  public Call query(String raw) {
    return new Call(operation, family, spelling, arguments, authorization, headers, body, raw);
  }

  /** With this token as Bearer. */
  public Call as(String token) {
    return authorization("Bearer " + token);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(operation, family, spelling, arguments, authorization, more, body, query);
  }

  public Call method(String method) {
    return spelled(new RequestLine(method, spelling.path(), spelling.query()));
  }

  public Call path(String path) {
    return spelled(new RequestLine(spelling.method(), path, spelling.query()));
  }

  private Call spelled(RequestLine line) {
    return new Call(operation, family, line, arguments, authorization, headers, body, query);
  }

  /** Path and query as they go over the wire. */
  public String target() {
    String text = query == null ? renderedQuery() : query;
    return text.isEmpty() ? spelling.path() : spelling.path() + "?" + text;
  }

  /** Method and target. */
  public String line() {
    return spelling.method() + " " + target();
  }

  /** The body as it goes over the wire, or null for none. */
  public @Nullable String content() {
    return body == null && !spelling.query() ? said().toString() : body;
  }

  /** Whether it has a body. */
  boolean hasContent() {
    return body != null || !spelling.query();
  }

  /** The arguments without those by which only other families name the same. */
  private ObjectNode said() {
    List<String> others =
        arguments.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> Contract.isOfOtherFamilies(name, operation, family))
            .toList();
    return others.isEmpty() ? arguments : arguments.deepCopy().remove(others);
  }

  private String renderedQuery() {
    if (!spelling.query()) {
      return "";
    }
    return arguments.properties().stream()
        .flatMap(
            member ->
                values(member.getValue())
                    .map(each -> member.getKey() + "=" + Percent.encode(each.asText())))
        .collect(Collectors.joining("&"));
  }

  private static Stream<JsonNode> values(JsonNode value) {
    return value.isArray() ? Json.stream(value) : value.isNull() ? Stream.of() : Stream.of(value);
  }

  private Call edited(String where, @Nullable JsonNode value) {
    ObjectNode copy = arguments.deepCopy();
    JsonPointer pointer = JsonPointer.compile(where.startsWith("/") ? where : "/" + where);
    JsonPointer last = pointer.last();
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ArrayNode list) {
      list.remove(last.getMatchingIndex());
      if (value != null) {
        list.insert(last.getMatchingIndex(), value);
      }
    } else if (parent instanceof ObjectNode object) {
      String name = last.getMatchingProperty();
      // Not taken out first: a member that is replaced keeps its place.
      if (value == null) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else {
      throw new IllegalArgumentException("No place for " + where + " in " + arguments);
    }
    return arguments(copy);
  }
}
