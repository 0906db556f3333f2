package dev.datamart.mock.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.json.Json;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.stub.model.ErrorDetail;
import dev.datamart.stub.model.ErrorResponse;

/** Writes refusals in the contract's envelope, the only form in which the API says no. */
public final class Refusals {

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(ErrorResponse.class);

  private Refusals() {}

  /** Returns the answer that a refusal gets, with the header that its status asks for. */
  public static Answer of(Refusal refusal) {
    Answer answer = answer(refusal.status(), refusal.problem().code(), refusal.words());
    return refusal.status() == 429 ? answer.with("Retry-After", "1") : answer;
  }

  /** Returns the answer that a fault asks for. */
  static Answer of(Failure failure) {
    Answer answer = answer(failure.status(), failure.code(), failure.message());
    Integer seconds = failure.retryAfterSeconds();
    return seconds == null ? answer : answer.with("Retry-After", String.valueOf(seconds));
  }

  private static Answer answer(int status, String code, String words) {
    ErrorDetail detail = new ErrorDetail().code(code).message(words).status(status);
    try {
      byte[] body = WRITER.writeValueAsBytes(new ErrorResponse().error(detail));
      Answer answer = Answer.json(status, body);
      return status == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
