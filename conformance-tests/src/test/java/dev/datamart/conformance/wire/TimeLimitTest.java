package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
  private final AtomicLong clock = new AtomicLong();
  private final RequestPacing pace = RequestPacing.atMost(0);

  @ParameterizedTest
  @CsvSource({
    "1, 0, 60",
    "20, 0, 60",
    "100, 0, 300",
    "9000, 0, 600",
    "1, -0.5, 60",
    "1, 3, 180",
    "100, 3, 600"
  })
  void without_a_word_it_grows_with_the_answers_and_the_load(int millis, double load, int seconds) {
    pace.took(Duration.ofMillis(millis));

    assertThat(new TimeLimit(null, clock::get, () -> load).left(pace).toSeconds())
        .isEqualTo(seconds);
  }

  @Test
  void a_pause_that_the_server_asks_for_does_not_count() {
    pace.slowDown(Duration.ofSeconds(30), System.nanoTime() + 1_000_000_000L);

    assertThat(new TimeLimit(null, clock::get, () -> 1).left(pace).toSeconds()).isEqualTo(90);
  }

  @Test
  void what_was_said_counts_alone_but_there_is_time_to_clean_up() {
    pace.took(Duration.ofSeconds(9));
    TimeLimit limit = new TimeLimit(Duration.ofSeconds(8), clock::get, () -> 50);

    clock.set(Duration.ofSeconds(9).toNanos());

    assertThat(limit.left(pace)).isEqualTo(Duration.ofSeconds(-1));
    assertThat(limit.leftToCleanUp(pace)).isEqualTo(Duration.ofSeconds(9));
  }
}
