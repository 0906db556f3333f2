package dev.datamart.conformance.model;

import static dev.datamart.conformance.model.Event.Kind.CREATE;
import static dev.datamart.conformance.model.Event.Kind.DELETE;
import static dev.datamart.conformance.model.Event.Kind.READ;
import static dev.datamart.conformance.model.Event.Kind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {
  @Test
  void one_after_another_explains_itself() {
    assertThat(
            explains(
                new Event(CREATE, 1, true, 0, 1),
                new Event(UPDATE, 2, true, 2, 3),
                new Event(READ, 2, true, 4, 5),
                new Event(DELETE, null, true, 6, 7),
                new Event(READ, null, true, 8, 9)))
        .isTrue();
  }

  @Test
  void what_overlaps_may_have_happened_in_either_order() {
    assertThat(explains(new Event(DELETE, null, true, 0, 10), new Event(CREATE, 1, true, 5, 9)))
        .isTrue();
  }

  @Test
  void two_creates_cannot_both_succeed() {
    assertThat(explains(new Event(CREATE, 1, true, 0, 10), new Event(CREATE, 2, true, 0, 10)))
        .isFalse();
  }

  @Test
  void a_read_after_a_delete_that_was_answered_cannot_see_it() {
    assertThat(
            explains(
                new Event(CREATE, 1, true, 0, 1),
                new Event(DELETE, null, true, 2, 3),
                new Event(READ, 1, true, 4, 5)))
        .isFalse();
  }

  @Test
  void a_read_during_an_update_may_see_old_or_new_but_nothing_else() {
    Event create = new Event(CREATE, 1, true, 0, 1);
    Event update = new Event(UPDATE, 2, true, 2, 10);
    assertThat(explains(create, update, new Event(READ, 1, true, 3, 4))).isTrue();
    assertThat(explains(create, update, new Event(READ, 2, true, 3, 4))).isTrue();
    assertThat(explains(create, update, new Event(READ, 3, true, 3, 4))).isFalse();
  }

  @Test
  void reads_cannot_go_back() {
    assertThat(
            explains(
                new Event(CREATE, 1, true, 0, 1),
                new Event(UPDATE, 2, true, 2, 20),
                new Event(READ, 2, true, 3, 4),
                new Event(READ, 1, true, 5, 6)))
        .isFalse();
  }

  private static boolean explains(Event... events) {
    return Linearizability.explains(List.of(events));
  }
}
