package dev.datamart.mock.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.cli.NearestName;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.json.Range;
import dev.datamart.mock.text.Identifier;
import dev.datamart.spec.Operation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an object before it is read as a record: each of its members is known, of its own type
 * and in its {@link Range}. Nothing is bent: a text is no number, and 1.0 is no whole one.
 */
final class MemberCheck {

  private final String name;
  private final @Nullable Range range;

  private MemberCheck(String name, @Nullable Range range) {
    this.name = name;
    this.range = range;
  }

  /** Refuses the first member that the record cannot have, with a sentence. */
  static void check(JsonNode object, Class<?> record) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      RecordComponent known =
          component(record, member.getKey())
              .orElseThrow(() -> AdminException.unknown(member.getKey(), names(record)));
      new MemberCheck(known.getName(), known.getAnnotation(Range.class))
          .check(member.getValue(), known.getGenericType());
    }
  }

  static Optional<RecordComponent> component(Class<?> record, String name) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst();
  }

  static List<String> names(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private void check(JsonNode value, Type type) {
    if (value.isNull()) {
      throw AdminException.badRequest(
          "\"" + name + "\" must not be null; leave it out, or give it a value.");
    }
    if (type instanceof ParameterizedType list) {
      need(value.isArray() && isIn(value.size()), list());
      value.forEach(item -> check(item, list.getActualTypeArguments()[0]));
      return;
    }
    checkOne(value, (Class<?>) type);
  }

  private void checkOne(JsonNode value, Class<?> type) {
    if (type.isRecord()) {
      need(value.isObject(), "an object");
      check(value, type);
    } else if (type == JsonNode.class) {
      need(value.isObject(), "an object, as the state of an organization is given out");
    } else if (type == Operation.class) {
      need(value.isTextual(), "operationIds, such as \"deleteDatamart\"");
      checkOperation(value.textValue());
    } else if (type.isEnum()) {
      List<String> words = words(type);
      need(value.isTextual() && words.contains(value.textValue()), inWords(words));
    } else if (type == Boolean.class) {
      need(value.isBoolean(), "true or false");
    } else if (type == String.class) {
      need(value.isTextual() && isFit(value.textValue()), text());
    } else if (type == Instant.class) {
      need(value.isTextual() && isMoment(value.textValue()), "a time like 2026-12-31T00:00:00Z");
    } else if (type == Double.class) {
      need(value.isNumber() && isIn(value.doubleValue()), "a number" + bounds());
    } else {
      need(value.isIntegralNumber() && isIn(value.bigIntegerValue()), "a whole number" + bounds());
    }
  }

  private void need(boolean holds, String words) {
    if (!holds) {
      throw AdminException.badRequest("\"" + name + "\" takes " + words + ".");
    }
  }

  private static void checkOperation(String id) {
    List<String> ids = words(Operation.class);
    if (!ids.contains(id)) {
      throw AdminException.badRequest(
          "There is no operation %s; the nearest is %s."
              .formatted(AdminException.cut(id), NearestName.mostLike(id, ids).orElse("none")));
    }
  }

  private Range range() {
    return Objects.requireNonNull(range, () -> "no range of " + name);
  }

  private boolean isFit(String text) {
    boolean isWhole = text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    return isWhole
        && (range().isIdentifier()
            ? Identifier.isFit(text)
            : isIn(text.codePointCount(0, text.length())));
  }

  private boolean isIn(double number) {
    return number >= range().least() && number <= range().most();
  }

  private boolean isIn(BigInteger number) {
    return number.compareTo(BigInteger.valueOf(range().least())) >= 0
        && number.compareTo(BigInteger.valueOf(range().most())) <= 0;
  }

  private static boolean isMoment(String text) {
    try {
      MockClock.moment(text);
      return true;
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  private String list() {
    return "a list of " + range().least() + " to " + range().most() + " items";
  }

  private String text() {
    return range().isIdentifier()
        ? Identifier.RULE
        : "a text of " + range().least() + " to " + range().most() + " characters";
  }

  private String bounds() {
    return " from " + range().least() + " to " + range().most();
  }

  /** Returns the constants of an enum as JSON has them. */
  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> AdminJson.MAPPER.convertValue(constant, String.class))
        .toList();
  }

  private static String inWords(List<String> words) {
    return words.stream().collect(Collectors.joining(", ")).replaceFirst(", ([^,]*)$", " and $1");
  }
}
