package dev.datamart.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.datamart.conformance.run.SeenAnswers.Answer;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeenAnswersTest {
  private static final Call LIST = Call.of(Operation.LIST_EMBEDS, Family.KEBAB);
  private static final String BODY = "{\"data\":[],\"error\":null}";

  private final SeenAnswers seen = new SeenAnswers();

  @Test
  void the_same_answer_at_another_time_is_known() {
    seen.add(answer(LIST, 200, "application/json", BODY));

    assertThat(seen.knows(answer(LIST, 200, "application/json", BODY))).isTrue();
    assertThat(seen.knows(Answer.of(exchange(LIST, 200, "application/json", BODY, "later"))))
        .isTrue();
  }

  @Test
  void whatever_a_watch_goes_by_makes_another_answer() {
    seen.add(answer(LIST, 200, "application/json", BODY));

    assertThat(
            List.of(
                answer(LIST, 201, "application/json", BODY),
                answer(LIST, 200, "text/html", BODY),
                answer(LIST, 200, "application/json", BODY + " "),
                answer(LIST.in(Family.CAMEL), 200, "application/json", BODY),
                answer(LIST.method("POST"), 200, "application/json", BODY),
                answer(
                    Call.of(Operation.LIST_DATA_APPS, Family.KEBAB),
                    200,
                    "application/json",
                    BODY)))
        .noneMatch(seen::knows);
  }

  @Test
  void what_is_no_json_is_never_known() {
    Exchange broken = new Exchange(LIST, "", 200, Map.of(), "\ufffd", MissingNode.getInstance());
    seen.add(Answer.of(broken));

    assertThat(seen.knows(Answer.of(broken))).isFalse();
  }

  @Test
  void what_is_held_is_bounded() {
    String large = "{\"data\":\"" + "x".repeat(3 << 20) + "\"}";
    for (int i = 0; i < 3; i++) {
      seen.add(answer(LIST, 200 + i, "application/json", large));
    }

    assertThat(seen.knows(answer(LIST, 200, "application/json", large))).isFalse();
    assertThat(seen.knows(answer(LIST, 202, "application/json", large))).isTrue();
  }

  private static Answer answer(Call call, int status, String type, String body) {
    return Answer.of(exchange(call, status, type, body, "now"));
  }

  private static Exchange exchange(Call call, int status, String type, String body, String date) {
    Map<String, List<String>> headers =
        Map.of("content-type", List.of(type), "date", List.of(date));
    return new Exchange(call, "", status, headers, body, Json.read(body));
  }
}
