package dev.datamart.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Who holds little keeps it; who holds most lets go of the oldest first. */
class FairBudgetTest {

  private final FairBudget budget = new FairBudget(new ByteBudget(1_000));
  private final Holder busy = new Holder();
  private final Holder quiet = new Holder();

  @Test
  void a_busy_holder_does_not_push_out_what_another_has() {
    quiet.take(100);
    quiet.take(100);
    for (int i = 0; i < 1_000; i++) {
      busy.take(100 + i % 50);
    }

    assertThat(quiet.held).containsExactly(100, 100);
    assertThat(budget.used()).isLessThanOrEqualTo(budget.most());
    assertThat(busy.held).last().isEqualTo(149);
  }

  @Test
  void one_huge_thing_goes_itself() {
    quiet.take(300);
    busy.take(5_000);

    assertThat(busy.held).isEmpty();
    assertThat(quiet.held).containsExactly(300);
  }

  @Test
  void many_that_hold_alike_share() {
    Holder[] all = new Holder[100];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Holder();
    }
    for (int round = 0; round < 20; round++) {
      for (Holder one : all) {
        one.take(3);
      }
    }

    assertThat(budget.used()).isBetween(500L, 1_000L);
    assertThat(all).allSatisfy(one -> assertThat(one.held).isNotEmpty());
  }

  @Test
  void who_leaves_makes_room() {
    busy.take(900);
    busy.share.close();
    quiet.take(900);

    assertThat(quiet.held).hasSize(1);
    assertThat(budget.used()).isEqualTo(900);
  }

  /** Holds numbers that weigh what they say. */
  private final class Holder {
    final Deque<Integer> held = new ArrayDeque<>();
    final FairBudget.Share share = budget.open(this::shrink);

    void take(int bytes) {
      held.add(bytes);
      share.add(bytes);
      budget.settle();
    }

    private void shrink(long most) {
      while (share.used() > most) {
        share.add(-held.removeFirst());
      }
    }
  }
}
