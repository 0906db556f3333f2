package dev.datamart.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.memory.ByteBudget;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The journal keeps so many bytes; what falls out is missed where somebody asks for it. */
class JournalBytesTest {

  private static final ExchangeFilter QUIET = ExchangeFilter.ALL.withOrganization("quiet");
  private static final ExchangeFilter BUSY = ExchangeFilter.ALL.withOrganization("busy");

  private final Journal journal = new Journal(1_000, new ByteBudget(100_000));

  @Test
  void the_oldest_go_first_and_nobody_claims_to_know_them() {
    journal.open("busy");
    for (int i = 0; i < 500; i++) {
      record("busy", 1_000);
    }

    List<Exchange> kept = journal.find(BUSY, 1_000);
    assertThat(journal.budget().used()).isBetween(60_000L, 100_000L);
    assertThat(kept).hasSizeBetween(60, 100).last().matches(e -> e.number() == 500);
    assertThat(journal.verify(BUSY, CallCount.exactly(500)).sentence())
        .contains("It cannot be told: " + (500 - kept.size()) + " older exchanges");
    assertThat(journal.verify(ExchangeFilter.ALL, CallCount.exactly(kept.size())).holds())
        .isFalse();
    long mark = kept.get(0).number();
    assertThat(journal.verify(BUSY.withAfter(mark), CallCount.exactly(kept.size() - 1)).holds())
        .isTrue();
  }

  @Test
  void a_busy_or_huge_neighbour_pushes_nobody_out() {
    journal.open("quiet");
    journal.open("busy");
    record("quiet", 3_000);
    record("quiet", 3_000);
    record("busy", 5_000_000);
    for (int i = 0; i < 500; i++) {
      record("busy", 10_000);
    }
    record(null, 90_000);

    assertThat(journal.verify(QUIET, CallCount.exactly(2)).holds()).isTrue();
    assertThat(journal.budget().used()).isLessThanOrEqualTo(journal.budget().most());
  }

  @Test
  void what_is_forgotten_takes_no_room_and_is_not_missed() {
    journal.open("busy");
    record("busy", 1_000);
    journal.clear("busy");
    record("busy", 2_000);
    assertThat(journal.budget().used()).isEqualTo(2_000);
    assertThat(journal.verify(BUSY, CallCount.exactly(1)).holds()).isTrue();

    journal.forget("busy");
    record(null, 10);
    journal.clear();

    assertThat(journal.budget().used()).isZero();
  }

  private void record(@Nullable String organization, long bytes) {
    journal.record(
        organization,
        number ->
            new Exchange(
                number,
                Instant.EPOCH,
                0,
                organization,
                null,
                null,
                "GET",
                "/",
                null,
                new byte[0],
                200,
                new byte[0],
                "answered",
                List.of(),
                false,
                null,
                bytes));
  }
}
