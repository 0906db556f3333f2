package dev.datamart.mock.junit;

import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journal that is too small for all that happens tells each organization the truth. */
@Timeout(60)
class BusyNeighbourTest {

  private MockServer server;
  private OrganizationHandle quiet;
  private OrganizationHandle busy;

  @BeforeEach
  void start() throws Exception {
    server = MockServer.start(MockOptions.defaults().withPort(0).withJournalSize(100));
    quiet = server.newOrganization(NewOrganization.of("demo"));
    busy = server.newOrganization(NewOrganization.of("demo"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void does_not_push_out_what_others_did() {
    call(quiet, "/api/v2/workspace", 2);
    call(busy, "/api/v2/data-app/datamarts", 150);
    call(quiet, "/api/v2/workspace", 1);

    quiet.journal().calls(LIST_WORKSPACES).exactly(3);
    quiet.journal().calls().exactly(3);
    quiet.journal().calls(LIST_DATAMARTS).never();
    assertThat(quiet.journal().exchanges().stream().map(e -> e.number()))
        .containsExactly(1L, 2L, 153L);
  }

  @Test
  void hears_that_it_cannot_be_told_when_its_own_exchanges_are_lost() {
    call(busy, "/api/v2/data-app/datamarts", 150);

    busy.journal().calls(LIST_DATAMARTS).atLeast(100);
    assertThatThrownBy(() -> busy.journal().calls(LIST_WORKSPACES).never())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot be told: 50 older exchanges are no longer kept");
    busy.journal().calls(LIST_DATAMARTS).after(100).exactly(50);
  }

  @Test
  void can_be_forgotten_alone() {
    call(quiet, "/api/v2/workspace", 1);
    call(busy, "/api/v2/workspace", 90);

    Caller.to(server.baseUri()).delete("/__mock/journal?organization=" + busy.id());

    busy.journal().calls().never();
    quiet.journal().calls().exactly(1);
    call(busy, "/api/v2/workspace", 1);
    busy.journal().calls().exactly(1);
  }

  private static void call(OrganizationHandle organization, String path, int times) {
    Caller caller = new Caller(organization.baseUri(), organization.serviceToken());
    for (int i = 0; i < times; i++) {
      assertThat(caller.get(path).statusCode()).isEqualTo(200);
    }
  }
}
