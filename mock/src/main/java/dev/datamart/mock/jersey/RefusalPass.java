package dev.datamart.mock.jersey;

import dev.datamart.mock.problem.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Brings a refusal through Jersey as it is, to be thrown on where Jersey was asked: what it says is
 * written where all answers are.
 */
public final class RefusalPass implements ExceptionMapper<Refusal>, MessageBodyWriter<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    return Response.status(refusal.status()).entity(refusal).build();
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return true;
  }

  @Override
  public void writeTo(
      Refusal refusal,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {}
}
