package dev.datamart.mock.jersey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.json.Json;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the body of a call into a generated model, or refuses in the contract's words. */
public final class JsonBodyReader implements MessageBodyReader<Object> {

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream ignored) {
    ApiCall call = ApiCall.current();
    byte[] body = call.body().length == 0 && call.mayLackBody() ? EMPTY_OBJECT : call.body();
    try {
      refuseOtherEncodings(body);
      refuseLoneSurrogates(body);
      Object model = Json.MAPPER.readerFor(type).readValue(body);
      if (model == null) {
        throw Refusal.saying(Problem.BODY_MALFORMED, "The request body must be a JSON object");
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
