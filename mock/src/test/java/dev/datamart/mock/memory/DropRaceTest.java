package dev.datamart.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of an organization goes on working after it was dropped, whatever happened meanwhile. */
@Timeout(120)
class DropRaceTest {

  @Test
  void a_dropped_organization_leaves_nothing_behind_and_takes_nothing_from_the_next()
      throws Exception {
    try (DropRace race = new DropRace()) {
      for (int i = 0; i < 60; i++) {
        race.round(i);
      }

      assertThat(race.survivors()).isEmpty();
    }
  }
}
