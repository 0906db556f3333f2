package dev.datamart.mock.jersey;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.problem.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Tells Jersey that a refusal is an answer; what it says is written where all answers are. */
public final class ProblemMapper implements ExceptionMapper<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    ApiCall.current().refuse(refusal);
    return Response.status(refusal.problem().status()).build();
  }
}
