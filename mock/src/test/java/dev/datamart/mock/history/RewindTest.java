package dev.datamart.mock.history;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions: listed, compared, gone back to. */
@Timeout(60)
class RewindTest {

  private static final String DELETE_SALES = "/data-app/datamart?datamartName=sales-datamart";
  private static final String UNDO = json(body("undo", "lastDelete"));

  private final Tenant own = Tenant.demo();

  @Test
  void versions_tell_what_made_them() {
    own.service().post("/data-app", Map.of("name", "x"));
    own.service().delete(DELETE_SALES);
    own.service().delete(DELETE_SALES);

    JsonNode versions = own.control().get("/versions").json();
    assertThat(versions.path("current").asInt()).isEqualTo(2);
    assertThat(versions.findValuesAsText("cause"))
        .containsExactly("seed", "createDataApp", "deleteDatamart");
  }

  @Test
  void every_version_that_is_kept_can_be_gone_back_to() {
    List<JsonNode> states = new ArrayList<>(List.of(own.control().get("/state").json()));
    RandomCalls calls = RandomCalls.on(own, 11);
    while (states.size() < 40) {
      calls.make(1);
      long current = own.control().get("/versions").json().path("current").asLong();
      if (current == states.size()) {
        states.add(own.control().get("/state").json());
      }
    }

    for (int version = states.size() - 1; version >= 0; version--) {
      assertThat(own.control().post("/rewind", body("to", version)).status()).isEqualTo(200);
      assertThat(own.control().get("/state").json()).isEqualTo(states.get(version));
    }
    assertThat(own.control().post("/rewind", body("to", 999)).status()).isEqualTo(404);
  }

  @Test
  void going_back_brings_tokens_back_and_takes_later_ones_away() {
    String made =
        own.service()
            .post("/data-app/api-tokens", Map.of("dataAppName", Tenant.PORTAL, "name", "n"))
            .json()
            .path("key")
            .asText();
    own.service().delete("/data-app?name=" + Tenant.PORTAL);
    assertThat(own.portal().get("/data-app/embeds").status()).isEqualTo(401);

    own.control().post("/rewind", body("to", 0));
    assertThat(own.portal().get("/data-app/embeds").status()).isEqualTo(200);
    assertThat(own.as(made).get("/data-app/embeds").status()).isEqualTo(401);

    own.control().post("/rewind", body("to", 1));
    assertThat(own.as(made).get("/data-app/embeds").status()).isEqualTo(200);
  }

  @Test
  void undo_brings_back_exactly_what_the_last_delete_removed() {
    JsonNode before = own.control().get("/state").json();
    own.service().delete(DELETE_SALES);

    Reply undone = own.control().post("/rewind", UNDO);

    assertThat(own.control().get("/state").json()).isEqualTo(before);
    assertThat(undone.json().path("difference").path("added").findValuesAsText("kind"))
        .contains("datamart", "embed");
    assertThat(undone.json().path("difference").path("removed")).isEmpty();
  }

  @Test
  void undo_keeps_what_came_after_the_delete() {
    own.service().delete(DELETE_SALES);
    own.service().post("/data-app/datamarts", Bodies.datamart("later"));
    own.service().delete("/data-app?name=no-such-app");

    own.control().post("/rewind", UNDO);

    assertThat(own.service().get("/data-app/datamarts").each("name"))
        .contains("later", "sales-datamart");
    JsonNode start = own.control().get("/versions/0/state").json().findPath("dataApps");
    JsonNode now = own.control().get("/state").json().findPath("dataApps");
    assertThat(now.findValuesAsText("datamartName"))
        .containsExactlyInAnyOrderElementsOf(start.findValuesAsText("datamartName"));
    assertThat(own.control().get("/state").json().findPath("workspaces"))
        .isEqualTo(own.control().get("/versions/0/state").json().findPath("workspaces"));
  }

  @Test
  void undo_leaves_a_new_datamart_of_the_same_name_as_it_is() {
    own.service().delete(DELETE_SALES);
    own.service().post("/data-app/datamarts", Bodies.datamart("sales-datamart"));
    JsonNode made = own.control().get("/state").json().findPath("datamarts");

    own.control().post("/rewind", UNDO);

    assertThat(own.control().get("/state").json().findPath("datamarts")).isEqualTo(made);
  }

  @Test
  void undo_of_a_deleted_data_app_brings_its_keys_and_embeds_back() {
    JsonNode embeds = own.portal().get("/data-app/embeds").json();
    own.service().delete("/data-app?name=" + Tenant.PORTAL);
    own.service().post("/data-app", Map.of("name", "later"));

    own.control().post("/rewind", UNDO);

    assertThat(own.portal().get("/data-app/embeds").json()).isEqualTo(embeds);
  }

  @Test
  void two_undos_bring_back_two_deletes() {
    JsonNode before = own.control().get("/state").json();
    own.service().delete(DELETE_SALES);
    own.service().delete("/data-app/datamart?datamartName=marketing-datamart");

    own.control().post("/rewind", UNDO);
    own.control().post("/rewind", UNDO);

    assertThat(own.control().get("/state").json().findPath("datamarts").findValuesAsText("name"))
        .containsAll(before.findPath("datamarts").findValuesAsText("name"));
  }

  @Test
  void a_delete_that_was_gone_back_to_can_be_undone_again_and_one_left_behind_cannot() {
    own.service().delete(DELETE_SALES);
    JsonNode deleted = own.control().get("/state").json();
    own.control().post("/rewind", UNDO);
    own.control().post("/rewind", body("to", 1));
    assertThat(own.control().get("/state").json()).isEqualTo(deleted);

    assertThat(own.control().post("/rewind", UNDO).status()).isEqualTo(200);
    assertThat(own.control().get("/state").json())
        .isEqualTo(own.control().get("/versions/0/state").json());

    own.service().delete(DELETE_SALES);
    own.control().post("/rewind", body("to", 0));
    assertThat(own.control().post("/rewind", UNDO).status()).isEqualTo(409);
  }

  @Test
  void undo_without_a_delete_says_so() {
    Reply refused = own.control().post("/rewind", UNDO);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).endsWith(".");
  }

  @Test
  void two_versions_are_compared() {
    own.service().delete(DELETE_SALES);
    own.service().post("/data-app", Map.of("name", "x"));
    own.portal()
        .put(
            "/data-app/embeds/rename",
            Map.of(
                "embedId",
                own.portal().get("/data-app/embeds").each("embedId").get(0),
                "name",
                "new"));

    JsonNode all = own.control().get("/difference").json();
    assertThat(all.path("removed").findValuesAsText("kind")).contains("datamart", "embed");
    assertThat(all.path("added").findValuesAsText("name")).containsExactly("x");
    assertThat(all.path("changed").toString()).contains(json(List.of("name", "updatedAt")));

    JsonNode one = own.control().get("/difference?from=1&to=2").json();
    assertThat(one.path("removed")).isEmpty();
    assertThat(one.path("added")).hasSize(1);
    assertThat(own.control().get("/difference?from=2&to=2").json().path("added")).isEmpty();
    assertThat(own.control().get("/difference?from=1&to=99").status()).isEqualTo(404);
  }

  @Test
  void only_the_newest_versions_are_kept() {
    for (int i = 0; i < 230; i++) {
      own.service().post("/data-app", Map.of("name", "app-" + i));
    }

    JsonNode versions = own.control().get("/versions").json();
    assertThat(versions.path("versions")).hasSize(200);
    assertThat(versions.path("versions").path(0).path("number").asInt()).isEqualTo(31);
    assertThat(own.control().post("/rewind", body("to", 30)).status()).isEqualTo(404);
    assertThat(own.control().post("/rewind", body("to", 31)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"to":1,"undo":"lastDelete"}
          {"undo":"everything"}
          {"to":"x"}
          {"too":1}
          not json
          """)
  void a_rewind_to_nowhere_is_refused_with_a_sentence(String body) {
    Reply refused = own.control().post("/rewind", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith(".");
  }
}
