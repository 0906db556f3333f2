package dev.datamart.mock.seeds;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the API lets a state become, a seed may hold, even what no call could make at once. */
@Timeout(30)
class ReachableStateTest {

  private final Tenant own = Tenant.demo();

  @Test
  void a_relationship_to_a_table_that_an_update_took_away() {
    create(Bodies.body("relationships", List.of(Bodies.relationship())));

    update(Map.of("tableList", List.of(Bodies.table("customers"))));

    assertThat(loaded()).contains("\"itself\"");
  }

  @Test
  void the_same_on_a_clock_that_stands_still() {
    own.control().put("/clock", "{\"stopAt\": \"2026-12-31T00:00:00Z\"}");
    create(Bodies.body("relationships", List.of(Bodies.relationship())));

    update(Map.of("tableList", List.of(Bodies.table("customers"))));

    assertThat(loaded()).contains("\"itself\"");
  }

  @Test
  void an_embed_that_names_a_table_that_an_update_took_away() {
    create(Bodies.body("tenancySettings", Bodies.tableTenancy()));
    Map<String, Object> embed = Bodies.embedOn("mine");
    embed.put(
        "accessSettings",
        body("datamartName", "mine", "tableTenancySettings", List.of(Map.of("name", "orders"))));
    assertThat(own.portal().post("/data-app/embeds", embed).status()).isEqualTo(200);

    update(Map.of("tableList", List.of(Bodies.table("customers"))));

    loaded();
  }

  @Test
  void display_texts_that_are_empty_and_tokens_that_run_out() {
    Map<String, Object> table = Bodies.table("orders");
    table.put("label", "");
    table.put("columns", List.of(Map.of("name", "id", "alias", "", "label", "")));
    create(Map.of("tableList", List.of(table)));
    own.as(own.key(Tenant.PARTNER)).post("/data-app/rotate-api", Map.of("expireAt", 60));

    assertThat(loaded()).contains("\"alias\":\"\"").contains("\"expiresAt\"");
  }

  private void create(Map<String, Object> more) {
    Map<String, Object> body = Bodies.datamart("mine");
    body.putAll(more);
    assertThat(own.service().post("/data-app/datamarts", body).status()).isEqualTo(200);
  }

  private void update(Map<String, Object> more) {
    Map<String, Object> body = Bodies.body("datamartName", "mine");
    body.putAll(more);
    assertThat(own.service().put("/data-app/datamarts", body).status()).isEqualTo(200);
  }

  /** Loads the state that it wrote, and returns it. */
  private String loaded() {
    JsonNode before = own.control().get("/state").json();
    Reply loaded = own.control().put("/state", before.toString());
    assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
    assertThat(own.control().get("/state").json()).isEqualTo(before);
    return before.toString();
  }
}
