package dev.datamart.mock.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.migration.Stage;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Bodies of the control plane: records in and out, and a sentence for what cannot be read. */
final class AdminJson {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .addMixIn(Operation.class, ById.class)
          .addMixIn(Family.class, ByWord.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Moments()))
          .withCoercionConfigDefaults(
              config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .build();

  /** How an operation is written. */
  private interface ById {
    @JsonValue
    String id();
  }

  /** How a path family is written. */
  private interface ByWord {
    @JsonValue
    String word();
  }

  private static final class Moments extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Moments() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      try {
        return MockClock.moment(text);
      } catch (DateTimeException malformed) {
        throw new IllegalArgumentException(malformed);
      }
    }
  }

  private AdminJson() {}

  /** Reads a record, or refuses with a sentence that says what stands in the way. */
  static <T> T parse(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw AdminException.badRequest("The body must be a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      throw AdminException.unknown(
          unknown.getPropertyName(), unknown.getKnownPropertyIds().stream());
    } catch (JsonMappingException unfit) {
      throw AdminException.badRequest(sentence(unfit));
    } catch (IOException malformed) {
      throw AdminException.badRequest("The body is not valid JSON.");
    }
  }

  private static String sentence(JsonMappingException unfit) {
    // A value that knows better than its types what it can be says so in a sentence.
    return unfit instanceof ValueInstantiationException
            && unfit.getCause() instanceof IllegalArgumentException said
        ? String.valueOf(said.getMessage())
        : unfit instanceof InvalidFormatException wrong ? misspelt(wrong) : unreadable(unfit);
  }

  private static String misspelt(InvalidFormatException wrong) {
    Class<?> type = wrong.getTargetType();
    if (type == Operation.class) {
      return "There is no operation " + wrong.getValue() + ".";
    }
    if (type == Instant.class) {
      return "\"" + member(wrong) + "\" takes a time like 2026-12-31T00:00:00Z.";
    }
    return type == Family.class || type == Stage.class
        ? "\"" + member(wrong) + "\" takes " + words(type.getEnumConstants()) + "."
        : unreadable(wrong);
  }

  private static String words(Object[] values) {
    return Arrays.stream(values)
        .map(value -> MAPPER.convertValue(value, String.class))
        .collect(Collectors.joining(", "))
        .replaceFirst(", ([^,]*)$", " and $1");
  }

  /** Returns the innermost member that has a name. */
  private static String member(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .reduce("", (outer, inner) -> inner);
  }

  private static String unreadable(JsonMappingException mismatch) {
    return "\"" + path(mismatch) + "\" cannot be read: it has the wrong type or value.";
  }

  private static String path(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /** Returns a text as it is, and everything else as JSON that people can read. */
  static byte[] bytes(Object value) {
    try {
      return value instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
