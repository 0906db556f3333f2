package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request into a generated model, or refuses in the contract's words. */
public final class JsonBody {

  /** Members whose bad values have a situation of their own. */
  private static final Map<String, Problem> OWN_SITUATION =
      Map.of(
          "isPagination", Problem.PAGINATION_INVALID,
          "pageNumber", Problem.PAGINATION_INVALID,
          "tenancyLevel", Problem.TENANCY_INVALID,
          "clientColumnType", Problem.TENANCY_INVALID);

  private JsonBody() {}

  /**
   * Passes over members that the contract does not have, as the vendor does, but tells the reader
   * of the body.
   */
  static final class UnknownMembers extends DeserializationProblemHandler {
    @Override
    @SuppressWarnings("unchecked") // What is kept under the class's name is put there below.
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable JsonDeserializer<?> deserializer,
        Object bean,
        String name)
        throws IOException {
      Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
      Object reader = context.getAttribute(UnknownMembers.class);
      if (reader != null) {
        ((BiConsumer<String, Collection<?>>) reader)
            .accept(name, known == null ? List.of() : known);
      }
      parser.skipChildren();
      return true;
    }
  }

  /**
   * Returns what the body says.
   *
   * @param unknown hears of members that the contract does not have there, with those that it has
   */
  public static <T> T read(byte[] body, Class<T> type, BiConsumer<String, Collection<?>> unknown) {
    try {
      refuseOtherEncodings(body);
      refuseLoneSurrogates(body);
      T model =
          Json.MAPPER.readerFor(type).withAttribute(UnknownMembers.class, unknown).readValue(body);
      if (model == null) {
        throw Detail.NOT_AN_OBJECT.refusal();
      }
      return model;
    } catch (IOException failure) {
      throw explain(failure);
    }
  }

  /** Jackson would guess UTF-16 and UTF-32, and take forms that UTF-8 forbids. */
  private static void refuseOtherEncodings(byte[] body) throws CharacterCodingException {
    boolean isPlain = true;
    for (byte b : body) {
      // No JSON in UTF-8 has a zero byte; every JSON object in UTF-16 or UTF-32 does.
      if (b == 0) {
        throw Refusal.of(Problem.BODY_MALFORMED);
      }
      isPlain &= b > 0;
    }
    if (!isPlain) {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    }
  }

  /** A lone surrogate has no form in UTF-8: what cannot be sent back must not come in. */
  private static void refuseLoneSurrogates(byte[] body) throws IOException {
    if (!hasEscapedSurrogate(body)) {
      return;
    }
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (isText && hasLoneSurrogate(parser.getText())) {
          throw Refusal.of(Problem.BODY_MALFORMED);
        }
      }
    }
  }

  private static boolean hasEscapedSurrogate(byte[] body) {
    for (int i = 0; i + 2 < body.length; i++) {
      if (body[i] == '\\' && body[i + 1] == 'u' && (body[i + 2] | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Says in the contract's words why a body could not be read; the library's own stay inside. */
  private static Refusal explain(IOException failure) {
    // A refusal from deep inside, which Jackson has wrapped to say where.
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    if (!(failure instanceof MismatchedInputException mismatch)) {
      return Refusal.of(Problem.BODY_MALFORMED);
    }
    List<JsonMappingException.Reference> path = mismatch.getPath();
    if (path.isEmpty()) {
      return failure instanceof JsonProcessingException && mismatch.getTargetType() != null
          ? Detail.NOT_AN_OBJECT.refusal()
          : Refusal.of(Problem.BODY_MALFORMED);
    }
    String first = String.valueOf(path.get(0).getFieldName());
    String last = String.valueOf(path.get(path.size() - 1).getFieldName());
    Problem own = OWN_SITUATION.get(last);
    if (own != null) {
      return Refusal.of(own);
    }
    if (first.equals("tableList") && path.size() > 1) {
      return Refusal.of(Problem.TABLE_STRUCTURE_INVALID);
    }
    return Detail.OTHER_TYPE.refusal(spell(path), expected(mismatch.getTargetType()));
  }

  private static String spell(List<JsonMappingException.Reference> path) {
    StringBuilder spelled = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        spelled.append('[').append(step.getIndex()).append(']');
      } else {
        spelled.append(spelled.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return spelled.toString();
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == String.class || type.isEnum()) {
      return "a string";
    }
    if (type == Boolean.class) {
      return "a boolean";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }
}
