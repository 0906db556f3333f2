package dev.datamart.mock.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.datamart.cli.Visible;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.text.JsonFlaw;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** Bodies of the control plane: records in and out, and a sentence for what cannot be read. */
final class AdminJson {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addMixIn(Operation.class, ById.class)
          .addMixIn(Family.class, ByWord.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Moments()))
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
      return MockClock.moment(text);
    }
  }

  private AdminJson() {}

  /** Reads a record, or refuses with a sentence that says what stands in the way. */
  static <T> T parse(byte[] json, Class<T> type) {
    return record(tree(json), type);
  }

  /** Returns the record that an object is, or refuses. */
  static <T> T record(JsonNode object, Class<T> type) {
    MemberCheck.check(object, type);
    try {
      return MAPPER.treeToValue(object, type);
    } catch (ValueInstantiationException unfit) {
      // A value that knows better than its types what it can be says so in a sentence.
      Throwable said = Objects.requireNonNullElse(unfit.getCause(), unfit);
      throw AdminException.badRequest(String.valueOf(said.getMessage()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode tree(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (!tree.isObject()) {
        throw AdminException.badRequest("The body must be a JSON object.");
      }
      return tree;
    } catch (JsonProcessingException malformed) {
      JsonFlaw flaw = JsonFlaw.of(malformed);
      throw AdminException.badRequest(
          "The body%s: %s."
              .formatted(flaw.line() > 0 ? ", line " + flaw.line() : "", flaw.reason()));
    } catch (IOException malformed) {
      throw AdminException.badRequest("The body is not valid JSON.");
    }
  }

  /** Returns a text as it is, and everything else as JSON that people can read. */
  static byte[] bytes(Object value) {
    return bytes(value, MAPPER);
  }

  /** Returns the same as that mapper writes it. */
  static byte[] bytes(Object value, ObjectMapper mapper) {
    try {
      return value instanceof String text
          ? shown(text)
          : shown(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] shown(String text) {
    return Visible.lines(text).getBytes(StandardCharsets.UTF_8);
  }
}
