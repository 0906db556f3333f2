package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * What Grizzly says where it answers by itself: while it stops, and when something broke on the way
 * that nobody expected. The contract's words, and nothing of what broke.
 */
final class LastResort implements ErrorPageGenerator {

  @Override
  public String generate(
      Request request,
      int status,
      String reason,
      @Nullable String description,
      @Nullable Throwable failure) {
    Answer answer = Refusals.of(Refusal.of(Problem.UNEXPECTED_FAILURE));
    Response response = request.getResponse();
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
