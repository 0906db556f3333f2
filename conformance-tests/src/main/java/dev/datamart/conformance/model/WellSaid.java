package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Kind;
import dev.datamart.spec.Member;
import dev.datamart.spec.Schema;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a call says what the document lets it say: of any other nothing can be predicted. */
final class WellSaid {
  private WellSaid() {}

  static boolean is(Call call) {
    boolean isRawQuery = call.query() != null && call.spelling().query();
    if (call.body() != null || isRawQuery) {
      return false;
    }
    Schema schema = call.operation().request(call.family());
    return (call.spelling().query() || schema == null)
        ? call.operation().requiredParameters(call.family()).stream()
            .allMatch(name -> isFilled(call.arguments().path(name)))
        : is(schema, call.arguments());
  }

  /** Given once, and not empty. */
  private static boolean isFilled(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty();
  }

  private static boolean is(Schema schema, ObjectNode object) {
    return schema.members().stream().allMatch(member -> is(member, object.get(member.name())));
  }

  private static boolean is(Member member, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return !member.isRequired();
    }
    return isOfKind(member.kind(), value)
        && (member.mayBeEmpty() || !isEmpty(value))
        && isListed(member, value)
        && isFine(member.of(), value);
  }

  private static boolean isOfKind(Kind kind, JsonNode value) {
    return switch (kind) {
      case STRING -> value.isTextual();
      case INTEGER -> value.isNumber() || value.isTextual();
      case BOOLEAN -> value.isBoolean();
      case OBJECT -> value.isObject();
      case LIST -> value.isArray();
      default -> true;
    };
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isTextual() ? value.textValue().isEmpty() : value.isArray() && value.isEmpty();
  }

  private static boolean isListed(Member member, JsonNode value) {
    String pattern = member.pattern();
    return !value.isTextual()
        || ((member.values().isEmpty() || member.values().contains(value.textValue()))
            && (pattern == null || Pattern.compile(pattern).matcher(value.textValue()).find()));
  }

  private static boolean isFine(@Nullable Schema schema, JsonNode value) {
    if (schema == null) {
      return true;
    }
    return value instanceof ObjectNode object
        ? is(schema, object)
        : Json.stream(value)
            .allMatch(each -> each instanceof ObjectNode entry && is(schema, entry));
  }
}
