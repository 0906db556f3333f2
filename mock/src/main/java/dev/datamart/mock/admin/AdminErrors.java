package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.seed.SeedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.NoSuchElementException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ParamException;

/** Turns what goes wrong in the control plane into an error body with a sentence. */
final class AdminErrors implements ExceptionMapper<Exception> {

  private static final Logger LOG = Logger.getLogger(AdminErrors.class.getName());

  private final ServerHandle server;

  AdminErrors(ServerHandle server) {
    this.server = server;
  }

  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof AdminException refusal) {
      return answer(refusal.status(), server.masked(String.valueOf(refusal.getMessage())));
    }
    if (failure instanceof SeedException unusable) {
      return answer(400, server.masked(unusable.getMessage() + "."));
    }
    if (failure instanceof NoSuchElementException missing) {
      return answer(404, server.masked(String.valueOf(missing.getMessage())));
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
