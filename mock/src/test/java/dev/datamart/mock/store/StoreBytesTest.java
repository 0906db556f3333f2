package dev.datamart.mock.store;

import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.aKey;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.memory.FairBudget;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Earlier versions and kept answers take so many bytes, and no more. */
class StoreBytesTest {

  private final Budgets budgets =
      new Budgets(
          new FairBudget(new ByteBudget(200_000)),
          new FairBudget(new ByteBudget(10_000)),
          new ByteBudget(1_000));
  private final Organizations organizations = new Organizations(budgets);
  private final OrganizationState quiet = add("quiet");
  private final OrganizationState busy = add("busy");

  @Test
  void large_versions_go_before_their_number_is_reached_and_small_neighbours_stay() {
    grow(quiet, "q", 5);
    for (int i = 0; i < 100; i++) {
      grow(busy, "x".repeat(10_000) + i, 1);
      busy.change("shrink", before -> anOrganization());
    }

    assertThat(budgets.versions().used()).isBetween(50_000L, 200_000L);
    assertThat(quiet.versions()).hasSize(6);
    assertThat(busy.versions()).hasSizeBetween(5, 30).last().isEqualTo(busy.current());
    assertThat(busy.version(0)).isEmpty();
  }

  @Test
  void one_change_that_replaces_more_than_there_is_room_for_takes_its_past_along() {
    grow(busy, "x".repeat(300_000), 1);
    busy.change("shrink", before -> anOrganization());

    assertThat(busy.versions()).containsExactly(busy.current());
    assertThat(budgets.versions().used()).isLessThanOrEqualTo(budgets.versions().most());
  }

  @Test
  void tokens_lead_here_as_long_as_a_version_has_them() {
    busy.change("add", before -> before.with(aKey("key", "portal")));
    organizations.leadsTo("key", busy);
    busy.change("take", before -> anOrganization());
    assertThat(organizations.byToken("key")).isEqualTo(busy);

    for (int i = 0; busy.version(1).isPresent(); i++) {
      assertThat(organizations.byToken("key")).isEqualTo(busy);
      grow(busy, "d" + i, 1);
    }
    assertThat(organizations.byToken("key")).isNull();
    assertThat(organizations.hasOrHadToken("key")).isTrue();
  }

  @Test
  void a_token_that_came_back_stays_when_the_version_that_lost_it_falls_out() {
    Organization with = anOrganization().with(aKey("key", "portal"));
    busy.change("add", before -> with);
    busy.change("take", before -> anOrganization());
    busy.change("bring back", before -> with);
    grow(busy, "d", OrganizationState.MOST_VERSIONS + 5);

    assertThat(organizations.byToken("key")).isEqualTo(busy);
  }

  @Test
  void dead_tokens_are_remembered_until_newer_ones_need_the_room() {
    DeadTokens tokens = new DeadTokens(new ByteBudget(1_000));
    for (int i = 0; i < 100; i++) {
      tokens.remember("token-" + i);
    }

    assertThat(tokens.has("token-99")).isTrue();
    assertThat(tokens.has("token-0")).isFalse();
  }

  @Test
  void answers_are_counted_and_go_with_their_state_or_when_there_are_too_many() {
    busy.derive(busy.current(), "question", "answer", 4_000);
    assertThat(busy.current().derived("question")).isEqualTo("answer");
    Version before = busy.current();
    grow(busy, "d", 1);
    busy.derive(before, "late", "answer", 4_000);
    assertThat(budgets.answers().used()).isZero();

    for (int i = 0; i < 10; i++) {
      busy.derive(busy.current(), i, "answer", 4_000);
    }
    assertThat(budgets.answers().used()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void what_is_dropped_takes_no_room() {
    grow(busy, "d", 50);
    busy.derive(busy.current(), "question", "answer", 4_000);
    organizations.end(busy);
    organizations.remove(busy);

    assertThat(budgets.versions().used()).isZero();
    assertThat(budgets.answers().used()).isZero();
    assertThat(busy.versions()).hasSize(1);
  }

  private OrganizationState add(String id) {
    MockClock clock = new MockClock(InstantSource.system());
    return organizations.add(id, anOrganization(), clock, new IdSource(1));
  }

  private static void grow(OrganizationState state, String name, int times) {
    for (int i = 0; i < times; i++) {
      String fresh = name + i;
      state.change("grow", before -> before.with(aDatamart(fresh)));
    }
  }
}
