package dev.datamart.mock.history;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported as a state is accepted as a seed, unchanged. */
@Timeout(60)
class StateRoundTripTest {

  private final Caller control = TestMock.shared().control();

  @ParameterizedTest
  @ValueSource(strings = {"demo", "empty", "crowded"})
  void the_state_of_every_seed_is_read_back_as_it_was_written(String seed) {
    Tenant own = TestMock.shared().newTenant(body("seed", seed));
    JsonNode exported = own.control().get("/state").json();

    assertThat(own.control().put("/state", exported).status()).isEqualTo(200);

    assertThat(own.control().get("/state").json()).isEqualTo(exported);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_callers_did_to_a_state_it_starts_another_server_unchanged(
      long seed, @TempDir Path directory) throws Exception {
    Tenant own = Tenant.demo();
    RandomCalls.on(own, seed).make(150);
    JsonNode exported = own.control().get("/state").json();
    Path file = Files.writeString(directory.resolve("state.json"), exported.toString());

    try (TestMock server = TestMock.start(MockOptions.defaults().withSeed(file.toString()))) {
      Caller other = server.control();

      assertThat(other.get("/organizations/" + own.id() + "/state").json()).isEqualTo(exported);
      Caller there = server.api().with(own.serviceToken());
      for (String list : new String[] {"/data-app/datamarts", "/data-app", "/workspace"}) {
        assertThat(there.get(list).body()).isEqualTo(own.service().get(list).body());
      }
    }
  }

  @Test
  void a_state_starts_another_organization_with_tokens_of_its_own() {
    Tenant own = Tenant.demo();
    own.service().delete("/data-app/datamart?datamartName=sales-datamart");
    ObjectNode wanted = (ObjectNode) own.control().get("").json();
    wanted.removeAll();
    wanted.set("state", own.control().get("/state").json());

    Tenant copy = TestMock.shared().newTenant(wanted);

    assertThat(copy.tokens()).doesNotContainAnyElementsOf(own.tokens());
    assertThat(copy.service().get("/data-app/datamarts").body())
        .isEqualTo(own.service().get("/data-app/datamarts").body());
  }

  @Test
  void a_state_that_cannot_be_used_changes_nothing_and_is_refused_with_its_line() {
    Tenant own = Tenant.demo();
    String before = own.control().get("/state").body();

    Reply unknown = own.control().put("/state", before.replace("\"isHide\"", "\"isHidden\""));
    Reply broken = own.control().put("/state", before.substring(0, before.length() / 2));
    Reply two = own.control().put("/state", body("organizations", List.of()));

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.message()).contains("isHidden").containsPattern("line \\d+|:\\d+");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(two.status()).isEqualTo(400);
    assertThat(own.control().get("/state").body()).isEqualTo(before);
  }

  @Test
  void a_state_with_the_tokens_of_another_organization_is_refused_and_leaves_no_trace() {
    Tenant own = Tenant.demo();
    Tenant other = Tenant.demo();
    String before = own.control().get("/state").body();

    Reply refused = own.control().put("/state", other.control().get("/state").body());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(own.control().get("/state").body()).isEqualTo(before);
    assertThat(other.service().get("/data-app").status()).isEqualTo(200);
    assertThat(own.service().get("/data-app").status()).isEqualTo(200);
  }

  @Test
  void the_state_of_an_old_version_is_exported_too() {
    Tenant own = Tenant.demo();
    JsonNode start = own.control().get("/state").json();
    own.service().delete("/data-app/datamart?datamartName=sales-datamart");

    assertThat(own.control().get("/versions/0/state").json()).isEqualTo(start);
    assertThat(own.control().get("/versions/1/state").json())
        .isEqualTo(own.control().get("/state").json());
    assertThat(own.control().get("/versions/2/state").status()).isEqualTo(404);
  }
}
