package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPacingTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "0, 0",
    "3600, 60",
    "soon, 1",
    "-3, 1",
    "'', 1",
    "'Wed, 21 Oct 2015 07:28:07 GMT', 7",
    "'Wed, 21 Oct 2015 08:28:00 GMT', 60",
    "'Wed, 21 Oct 2015 07:27:00 GMT', 0"
  })
  void a_wait_is_what_the_server_says_within_reason(String header, int seconds) {
    assertThat(answer(Map.of("retry-after", List.of(header))).retryAfter())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void a_429_that_says_nothing_is_one_second() {
    assertThat(answer(Map.of()).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void after_a_429_nobody_sends_before_the_time_is_up_and_then_all_go_slower() {
    RequestPacing pace = RequestPacing.atMost(0);
    long sentAt = pace.await(Duration.ofMinutes(1));
    for (int answer = 0; answer < 10; answer++) {
      pace.took(Duration.ofMillis(1));
    }
    pace.slowDown(Duration.ofMillis(200), sentAt);

    long first = pace.await(Duration.ofMinutes(1));
    long second = pace.await(Duration.ofMinutes(1));

    assertThat(Duration.ofNanos(first - sentAt)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    assertThat(Duration.ofNanos(second - sentAt)).isGreaterThanOrEqualTo(Duration.ofMillis(210));
    assertThat(pace.slowings()).isEqualTo(1);
  }

  private static Exchange answer(Map<String, List<String>> more) {
    Map<String, List<String>> headers =
        new HashMap<>(Map.of("date", List.of("Wed, 21 Oct 2015 07:28:00 GMT")));
    headers.putAll(more);
    Call call = Call.of(Operation.LIST_DATAMARTS, Family.KEBAB);
    return Exchange.of(call, "", 429, headers, new byte[0]);
  }
}
