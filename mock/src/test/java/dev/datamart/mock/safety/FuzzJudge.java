package dev.datamart.mock.safety;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether an answer is one that the contract has. */
final class FuzzJudge {

  private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 403, 404, 405, 413, 415, 429);
  private static final Set<String> CODES =
      Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());
  private static final Pattern INSIDES =
      Pattern.compile("\\b(java|jakarta|org|com|dev)\\.[a-z]+\\.|Exception|\\bat [a-z]+\\.[a-z]+");

  private final OpenApiInteractionValidator contract =
      OpenApiInteractionValidator.createForInlineApiSpecification(Contract.SPEC.text()).build();

  void check(Shot shot, List<Reply> replies) {
    for (Reply reply : replies) {
      String objection = objection(shot, reply);
      if (!objection.isEmpty()) {
        throw new AssertionError(objection + "\n" + reply + "\nto\n" + shot);
      }
    }
  }

  private String objection(Shot shot, Reply reply) {
    if (!STATUSES.contains(reply.status())) {
      return "a status that the contract does not have";
    }
    if (!reply.header("Content-Type").orElse("").equals("application/json")) {
      return "no JSON";
    }
    if (shot.isHead()) {
      return "";
    }
    JsonNode body = reply.json();
    return reply.status() == 200 ? ofSuccess(shot, reply, body) : ofRefusal(reply, body);
  }

  private static String ofRefusal(Reply reply, JsonNode body) {
    JsonNode error = body.path("error");
    boolean isEnvelope =
        body.size() == 1
            && error.size() == 3
            && CODES.contains(error.path("code").asText())
            && error.path("status").asInt() == reply.status()
            && !error.path("message").asText().isEmpty();
    if (!isEnvelope) {
      return "not the envelope";
    }
    return INSIDES.matcher(reply.body()).find() ? "insides shown" : "";
  }

  private String ofSuccess(Shot shot, Reply reply, JsonNode body) {
    if (!body.isObject() || body.path("error").isObject()) {
      return "a success with an error";
    }
    if (shot.place().isEmpty()) {
      return "";
    }
    String[] place = shot.place().split(" ");
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(200).withBody(reply.body());
    reply.headers().forEach((name, values) -> answer.withHeader(name, values));
    ValidationReport report =
        contract.validateResponse(place[1], Request.Method.valueOf(place[0]), answer.build());
    return report.hasErrors() ? report.getMessages().toString() : "";
  }
}
