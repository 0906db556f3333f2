package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Spelling;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EmbedsDoorTest {

  private static final String EMBEDS = "/data-app/embeds";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.portal();

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void an_embed_is_made_moved_and_deleted_in_every_spelling(Spelling spelling) {
    String id = id(spelling.createEmbed(api, Bodies.embedOn("sales-datamart")));
    Reply moved =
        spelling.updateEmbed(
            api, Map.of("embedId", id, "accessSettings", Map.of("datamartName", "churn-datamart")));

    assertThat(moved.body()).isEqualTo(json(body("id", id, "error", null)));
    assertThat(spelling.listEmbeds(api).item("embedId", id).findValuesAsText("datamartName"))
        .containsExactly("churn-datamart");
    assertThat(spelling.deleteEmbed(api, id).body()).isEqualTo(json(body("id", id, "error", null)));
    assertThat(spelling.listEmbeds(api).each("embedId")).doesNotContain(id).hasSize(4);
    assertThat(spelling.deleteEmbed(api, id).verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @Test
  void a_dashboard_embed_is_listed_with_its_dashboard_and_all_flags() {
    String id = id(api.post(EMBEDS, Bodies.embedOn("sales-datamart")));

    JsonNode item = api.get(EMBEDS).item("embedId", id);
    assertThat(item.path("name").asText()).isEqualTo(id);
    assertThat(item.path("externalDashboard").path("name").asText()).isEqualTo("Sales Overview");
    assertThat(item.path("externalMetric").isNull()).isTrue();
    assertThat(item.path("embedMetadata").path("dashboardId").asText()).isEqualTo("sales-overview");
    assertThat(item.path("embedMetadata").path("metricId").isNull()).isTrue();
    assertThat(item.path("embedMetadata").path("dataAppName").asText()).isEqualTo(Tenant.PORTAL);
    assertThat(flags(item)).hasSize(9).containsOnly(false);
    assertThat(item.path("accessSettings").path("metricCreationMode").asText())
        .isEqualTo("DRAG_DROP");
  }

  @Test
  void a_metric_embed_is_listed_with_its_metric() {
    String id = id(api.post(EMBEDS, Bodies.metricOn("sales-datamart")));

    JsonNode item = api.get(EMBEDS).item("embedId", id);
    assertThat(item.path("externalDashboard").isNull()).isTrue();
    assertThat(item.path("externalMetric").path("metricId").asText()).isEqualTo("monthly-revenue");
    assertThat(item.path("externalMetric").path("name").asText()).isEqualTo("Monthly Revenue");
    assertThat(item.path("embedMetadata").path("dashboardId").isNull()).isTrue();
  }

  @Test
  void what_the_list_shows_as_settings_is_taken_back_unchanged() {
    for (Object body :
        List.of(Bodies.embedOn("sales-datamart"), metricWithoutSettings(), withTables())) {
      String id = id(api.post(EMBEDS, body));
      JsonNode shown = api.get(EMBEDS).item("embedId", id).path("accessSettings");

      Reply back = api.put(EMBEDS, Map.of("embedId", id, "accessSettings", shown));

      assertThat(back.status()).isEqualTo(200);
      assertThat(api.get(EMBEDS).item("embedId", id).path("accessSettings")).isEqualTo(shown);
    }
  }

  @Test
  void the_old_name_of_the_table_settings_is_an_alias_and_is_never_shown() {
    Map<String, Object> body = Bodies.embedOn("sales-datamart");
    body.put(
        "accessSettings",
        Map.of("datamartName", "sales-datamart", "tableList", List.of(Map.of("name", "orders"))));

    String id = id(api.post(EMBEDS, body));

    ObjectNode settings = (ObjectNode) api.get(EMBEDS).item("embedId", id).path("accessSettings");
    assertThat(settings.path("tableTenancySettings").findValuesAsText("name"))
        .containsExactly("orders");
    assertThat(settings.has("tableList")).isFalse();
  }

  @Test
  void what_clients_send_beside_the_contract_is_accepted() {
    Map<String, Object> body = Bodies.embedOn("sales-datamart");
    body.put("dashboardConfig", Map.of("a", 1));
    String id = id(api.post(EMBEDS, body));

    for (String member : List.of("theme", "options", "componentAttributes", "adminThemeOptions")) {
      assertThat(api.put(EMBEDS, Map.of("embedId", id, member, Map.of("b", 2))).status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_rename_answers_the_name_and_shows_in_the_list() {
    String id = api.get(EMBEDS).each("embedId").get(0);

    Reply reply = api.put(EMBEDS + "/rename", Map.of("embedId", id, "name", "Fresh"));

    assertThat(reply.body()).isEqualTo(json(body("id", id, "name", "Fresh", "error", null)));
    assertThat(api.get(EMBEDS).item("embedId", id).path("name").asText()).isEqualTo("Fresh");
  }

  @Test
  void a_rename_takes_the_dashboard_along_when_asked() {
    String id = api.get(EMBEDS).each("embedId").get(0);

    api.put(EMBEDS + "/rename", Map.of("embedId", id, "name", "Fresh", "isRenameDashboard", true));

    assertThat(
            tenant
                .service()
                .post("/workspace/dashboards", body("workspaceName", "Sales Workspace"))
                .each("name"))
        .contains("Fresh");
  }

  @Test
  void a_filter_by_identifier_finds_one_or_none() {
    String id = api.get(EMBEDS).each("embedId").get(1);

    assertThat(api.get(EMBEDS + "?embedId=" + id).each("embedId")).containsExactly(id);
    assertThat(api.get(EMBEDS + "?embedId=nope").each("embedId")).isEmpty();
    assertThat(api.post("/dataApp/embed/list", Map.of("embedId", id)).each("embedId"))
        .containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?clientId=c1", "?clientId=", "?clientId=c1&isPagination=true"})
  void no_embed_was_made_for_one_client(String query) {
    assertThat(api.get(EMBEDS + query).json().path("data")).isEmpty();
  }

  @Test
  void a_key_sees_the_embeds_of_its_own_data_app_only() {
    assertThat(api.get(EMBEDS).each("embedId"))
        .hasSize(4)
        .doesNotContainAnyElementsOf(tenant.app(Tenant.PARTNER).get(EMBEDS).each("embedId"));
  }

  private static List<Boolean> flags(JsonNode item) {
    return StreamSupport.stream(item.path("accessSettings").spliterator(), false)
        .filter(JsonNode::isBoolean)
        .map(JsonNode::asBoolean)
        .toList();
  }

  private static Map<String, Object> metricWithoutSettings() {
    Map<String, Object> body = Bodies.metricOn("sales-datamart");
    body.remove("accessSettings");
    return body;
  }

  private static Map<String, Object> withTables() {
    Map<String, Object> body = Bodies.embedOn("sales-datamart");
    body.put(
        "accessSettings",
        Map.of(
            "datamartName",
            "sales-datamart",
            "isAllowAiPilot",
            true,
            "joinModel",
            "multi",
            "tableTenancySettings",
            List.of(Map.of("name", "orders", "clientColumn", "tenant_id"))));
    return body;
  }

  private static String id(Reply created) {
    assertThat(created.status()).as(created.body()).isEqualTo(200);
    return created.json().path("id").asText();
  }
}
