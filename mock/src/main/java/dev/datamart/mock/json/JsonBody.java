package dev.datamart.mock.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Reads the body of a request into a generated model, or refuses in the contract's words. */
public final class JsonBody {

  /** Who reads a body, and hears of what is in it beside the model. */
  public interface Reader {
    /**
     * Hears of a member that the contract does not have there.
     *
     * @param known the members that it has there
     */
    void meetsUnknown(String name, Collection<?> known);
  }

  private JsonBody() {}

  /** Returns what the body says. */
  public static <T> T read(byte[] body, Class<T> type, Reader reader) {
    try {
      refuseOtherEncodings(body);
      refuseLoneSurrogates(body);
      T model = Json.MAPPER.readerFor(type).withAttribute(Reader.class, reader).readValue(body);
      if (model == null) {
        throw Detail.NOT_AN_OBJECT.refusal();
      }
      return model;
    } catch (IOException failure) {
      throw UnreadableBody.explain(failure);
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
}
