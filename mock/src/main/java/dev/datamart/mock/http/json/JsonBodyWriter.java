package dev.datamart.mock.http.json;

import dev.datamart.mock.http.Call;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes what a resource returned, from the bytes that are there already where there are any. */
public final class JsonBodyWriter implements MessageBodyWriter<Object> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public void writeTo(
      Object model,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Rendered<?> rendered = Call.current().rendered();
    out.write(
        rendered != null && rendered.model() == model
            ? rendered.bytes()
            : Json.MAPPER.writeValueAsBytes(model));
  }
}
