package dev.datamart.mock.handle;

import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.MockState;
import dev.datamart.mock.world.NewOrganization;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can be done to a running mock, without HTTP. */
class ServerHandleTest {

  private final MockState world = aWorld();
  private final ServerHandle server = new ServerHandle(world);

  @Test
  void organizations_come_in_the_order_of_their_identifiers() throws Exception {
    server.newOrganization(NewOrganization.of("empty").withId("aaa"));

    assertThat(server.organizations())
        .extracting(OrganizationHandle::id)
        .containsExactly("aaa", "acme", "borealis");
  }

  @Test
  void what_is_not_there_is_missed_in_a_sentence() {
    OrganizationHandle acme = server.organization("acme");

    assertMissed(() -> server.organization("none"), "There is no organization \"none\".");
    assertMissed(() -> server.faults().remove("none"), "There is no fault \"none\".");
    assertMissed(() -> server.journal().exchange(7), "Exchange 7 is not kept.");
    assertMissed(() -> acme.state().rewindTo(7), "Version 7 of \"acme\" is not kept.");
    assertMissed(() -> acme.state().impactOfDeleting("x"), "There is no datamart \"x\".");
    assertMissed(() -> acme.apiToken("x"), "No living API token of a data app \"x\"");
  }

  @Test
  void without_a_delete_there_is_nothing_to_undo() {
    StateHandle state = server.organization("acme").state();

    assertThatThrownBy(state::undoLastDelete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No delete");
  }

  @Test
  void a_way_back_tells_where_it_led() {
    StateHandle state = server.organization("acme").state();
    world
        .organizations()
        .byId("acme")
        .orElseThrow()
        .change(
            "deleteDatamart",
            organization -> organization.without(Kind.DATAMART, "sales-datamart"));

    StateHandle.Rewound rewound = state.rewindTo(0);

    assertThat(rewound.version()).isEqualTo(2);
    assertThat(rewound.difference().added()).isNotEmpty();
    assertThat(state.difference(0, 2).added()).isEmpty();
  }

  @Test
  void an_organizations_faults_are_its_own_and_the_servers_are_all() {
    Active own = server.organization("acme").faults().on(LIST_DATAMARTS).once().error();
    Active everywhere = server.faults().onEveryCall().expired();

    assertThat(own.rule().organization()).isEqualTo("acme");
    assertThat(everywhere.rule().organization()).isNull();
    assertThat(server.faults("acme").set()).containsExactly(own);
    assertThat(server.faults().set()).containsExactly(own, everywhere);
    assertMissed(() -> server.faults("acme").remove(everywhere.id()), "There is no fault");
  }

  @Test
  void faults_are_replaced_together() {
    server.faults().onEveryCall().expired();

    server.replaceFaults(List.of(FaultPreset.RESET.rule().withId("only")));

    assertThat(server.faults().set()).extracting(Active::id).containsExactly("only");
  }

  @Test
  void an_organization_rehearses_apart_until_it_no_more_does() {
    OrganizationHandle acme = server.organization("acme");
    Rehearsal gone = new Rehearsal(Stage.GONE, null, 0);

    acme.rehearse(gone);
    assertThat(acme.rehearsal()).isEqualTo(gone);
    assertThat(server.rehearsal().stage()).isEqualTo(Stage.AS_NOW);

    acme.rehearseNoMore();
    assertThat(acme.rehearsal()).isEqualTo(server.rehearsal());
  }

  @Test
  void a_rehearsal_that_lacks_what_its_stage_needs_is_refused() {
    assertThatThrownBy(() -> new Rehearsal(Stage.SUNSET, null, 0))
        .hasMessage("The stage \"sunset\" needs \"sunset\", a time.");
    assertThatThrownBy(() -> new Rehearsal(Stage.FAIL_EVERY, null, 0))
        .hasMessage("The stage \"fail-every\" needs \"every\", at least 1.");
  }

  @Test
  void tokens_are_masked_in_any_text() {
    String token = server.organization("acme").serviceToken();

    assertThat(server.masked("see " + token)).doesNotContain(token).startsWith("see …");
  }

  private static void assertMissed(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining(sentence);
  }

  private static MockState aWorld() {
    try {
      return MockState.of(MockOptions.defaults());
    } catch (SeedException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
