package dev.datamart.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SecondAnswerTest {
  @Test
  void an_answer_that_nobody_asked_for_is_not_taken_for_the_next_one() {
    AtomicInteger asked = new AtomicInteger();
    try (HostileServer server =
        new HostileServer(
            out -> {
              int number = asked.incrementAndGet();
              String both = answer("\"for " + number + "\"") + answer("\"nobody\"");
              out.write(both.getBytes(StandardCharsets.US_ASCII));
            })) {
      Wire wire = new Wire(server.baseUrl(), RequestPacing.atMost(0));

      for (int number = 1; number <= 20; number++) {
        assertThat(wire.send(Call.of(Operation.LIST_DATAMARTS, Family.KEBAB)).body())
            .isEqualTo("\"for " + number + "\"");
      }
    }
  }

  private static String answer(String json) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
  }
}
