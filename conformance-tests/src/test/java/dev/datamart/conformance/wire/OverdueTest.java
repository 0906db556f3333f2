package dev.datamart.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OverdueTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void what_comes_in_time_is_handed_on() throws Exception {
    assertThat(Overdue.after(LONG, () -> "answer")).isEqualTo("answer");
  }

  @Test
  void what_takes_too_long_is_ended_and_the_thread_goes_on_undisturbed() throws Exception {
    assertThatThrownBy(() -> Overdue.after(SHORT, OverdueTest::sleepForEver))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.sleep(1);
  }

  @Test
  void so_is_what_fails_for_having_been_ended() {
    assertThatThrownBy(
            () ->
                Overdue.after(
                    SHORT,
                    () -> {
                      try {
                        return sleepForEver();
                      } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                        throw new ClosedByInterruptException();
                      }
                    }))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void what_comes_at_the_last_moment_leaves_no_interruption_behind() throws Exception {
    String answer =
        Overdue.after(
            SHORT,
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return "late, and there";
            });

    assertThat(answer).isEqualTo("late, and there");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void other_failures_and_interruptions_stay_what_they_are() {
    assertThatThrownBy(
            () ->
                Overdue.after(
                    LONG,
                    () -> {
                      throw new IOException("refused");
                    }))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("refused");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Overdue.after(LONG, OverdueTest::sleepForEver))
        .isInstanceOf(InterruptedException.class);
  }

  private static String sleepForEver() throws InterruptedException {
    Thread.sleep(LONG.toMillis());
    return "never";
  }
}
