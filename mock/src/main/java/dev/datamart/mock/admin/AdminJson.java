package dev.datamart.mock.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bodies of the control plane: records in and out, and a sentence for what cannot be read. */
final class AdminJson implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addModule(new SimpleModule().addSerializer(Instant.class, new IsoTime()))
          .build();

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    byte[] body = in.readAllBytes();
    if (type == (Class<?>) byte[].class) {
      return body;
    }
    return parse(body.length == 0 ? EMPTY_OBJECT : body, type);
  }

  /** Reads a record, or refuses with a sentence that says what stands in the way. */
  static <T> T parse(byte[] json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw AdminException.badRequest("The body must be a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      Collection<Object> known = unknown.getKnownPropertyIds();
      throw AdminException.badRequest(
          "\""
              + unknown.getPropertyName()
              + "\" is not known here; known are "
              + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
              + ".");
    } catch (JsonMappingException mismatch) {
      throw AdminException.badRequest(
          "\"" + path(mismatch) + "\" cannot be read: it has the wrong type or value.");
    } catch (JsonProcessingException malformed) {
      throw AdminException.badRequest("The body is not valid JSON.");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String path(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return true;
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    byte[] bytes =
        value instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    out.write(bytes);
  }

  private static final class IsoTime extends JsonSerializer<Instant> {
    @Override
    public void serialize(@Nullable Instant time, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(String.valueOf(time));
    }
  }
}
