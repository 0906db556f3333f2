package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Operation ONE = Operation.LIST_EMBEDS;
  private static final Operation OTHER = Operation.LIST_DATAMARTS;
  private static final Duration TEN = Duration.ofSeconds(10);

  private long now;
  private final Patience patience = new Patience(() -> now);

  @Test
  void an_operation_is_given_up_after_two_silences_that_were_long() {
    silence(ONE, 25);
    assertThat(patience.isOver(ONE)).isFalse();

    silence(ONE, 1);
    assertThat(patience.isOver(ONE)).isTrue();
    assertThat(patience.isOver(OTHER)).isFalse();
    assertThat(patience.atMost(TEN)).isEqualTo(TEN);
  }

  @Test
  void when_much_time_is_lost_nothing_is_waited_for_long_and_nothing_silent_is_asked_again() {
    silence(ONE, 25);
    silence(OTHER, 20);

    assertThat(patience.atMost(TEN)).isEqualTo(Duration.ofSeconds(3));
    assertThat(patience.atMost(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(patience.isOver(ONE)).isTrue();
    assertThat(patience.isOver(OTHER)).isTrue();
    assertThat(patience.isOver(Operation.LIST_WORKSPACES)).isFalse();
  }

  @Test
  void who_waits_side_by_side_loses_the_time_once() {
    long sentAt = now;
    now += Duration.ofSeconds(15).toNanos();
    for (int slot = 0; slot < 15; slot++) {
      patience.lose(ONE, sentAt);
    }

    assertThat(patience.atMost(TEN)).isEqualTo(TEN);
    assertThat(patience.isOver(ONE)).isFalse();
  }

  @Test
  void a_server_is_given_up_when_nothing_is_answered_many_times_in_a_row() {
    for (int time = 0; time < 100; time++) {
      assertThat(patience.isOver()).isFalse();
      silence(ONE, 0);
      patience.gotAnswer();
    }
    for (int time = 0; time < 16; time++) {
      silence(ONE, 0);
    }

    assertThat(patience.isOver()).isTrue();
  }

  private void silence(Operation operation, int seconds) {
    long sentAt = now;
    now += Duration.ofSeconds(seconds).toNanos();
    patience.lose(operation, sentAt);
  }
}
