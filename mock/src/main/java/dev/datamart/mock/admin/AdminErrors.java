package dev.datamart.mock.admin;

import dev.datamart.mock.handle.TokenMask;
import dev.datamart.mock.world.MockState;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ParamException;

/** Turns what goes wrong in the control plane into an error body with a sentence. */
final class AdminErrors implements ExceptionMapper<RuntimeException> {

  private static final Logger LOG = Logger.getLogger(AdminErrors.class.getName());

  private final MockState world;

  AdminErrors(MockState world) {
    this.world = world;
  }

  @Override
  public Response toResponse(RuntimeException failure) {
    if (failure instanceof AdminException refusal) {
      String sentence = TokenMask.of(world).mask(String.valueOf(refusal.getMessage()));
      return answer(refusal.status(), sentence);
    }
    if (failure instanceof ParamException.QueryParamException wrong) {
      return answer(400, "The parameter \"" + wrong.getParameterName() + "\" cannot be read.");
    }
    if (failure instanceof WebApplicationException http) {
      int status = http.getResponse().getStatus();
      return answer(status, AdminWords.ofStatus(status));
    }
    LOG.log(Level.SEVERE, "The control plane failed", failure);
    return answer(500, AdminWords.ofStatus(500));
  }

  private static Response answer(int status, String sentence) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(AdminWords.body(status, sentence))
        .build();
  }
}
