package dev.datamart.mock.admin;

import dev.datamart.cli.Visible;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.seed.SeedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns what goes wrong in the control plane into an error body with a sentence. */
record AdminErrors(ServerHandle server) implements ExceptionMapper<Exception> {

  private static final Logger LOG = Logger.getLogger(AdminErrors.class.getName());

  /** What the envelope holds, in the same shape as the API's. */
  record Detail(String code, String message, int status) {}

  static Map<String, Detail> body(int status, String sentence) {
    return Map.of("error", new Detail(code(status), Visible.of(sentence), status));
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
    if (failure instanceof WebApplicationException http) {
      return answer(http.getResponse().getStatus());
    }
    LOG.log(Level.SEVERE, "The control plane failed", failure);
    return answer(500);
  }

  private static Response answer(int status) {
    return answer(
        status,
        switch (status) {
          case 404 ->
              "There is nothing at this address; docs/control-plane.md lists what there is.";
          case 405 -> "This address does not take that method.";
          default -> "The control plane failed; the log says why.";
        });
  }

  private static Response answer(int status, String sentence) {
    return Response.status(status)
        .type(Answer.JSON)
        .entity(AdminJson.bytes(body(status, sentence)))
        .build();
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "BAD_REQUEST";
      case 401 -> "UNAUTHORIZED";
      case 403 -> "FORBIDDEN";
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 409 -> "CONFLICT";
      case 413 -> "PAYLOAD_TOO_LARGE";
      case 415 -> "UNSUPPORTED_MEDIA_TYPE";
      default -> "FAILED";
    };
  }
}
