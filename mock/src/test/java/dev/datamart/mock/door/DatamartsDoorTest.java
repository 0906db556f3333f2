package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Spelling;
import dev.datamart.mock.fixture.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class DatamartsDoorTest {

  private static final String DATAMARTS = "/data-app/datamarts";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.service();

  @ParameterizedTest
  @EnumSource(Spelling.class)
  void a_created_datamart_is_answered_by_its_name_and_stands_at_the_end(Spelling spelling) {
    Reply reply = spelling.createDatamart(api, Bodies.datamart("new"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(json(body("id", "new", "error", null)));
    assertThat(spelling.listDatamarts(api).each("name")).endsWith("new").hasSize(13);
  }

  @Test
  void the_list_shows_what_was_created_member_by_member() {
    Map<String, Object> body = Bodies.datamart("full");
    body.put("tableList", List.of(everyMember()));
    body.put("tenancySettings", Bodies.tableTenancy());
    body.put("relationships", List.of(Bodies.relationship()));

    api.post(DATAMARTS, body);

    JsonNode item = api.get(DATAMARTS).item("name", "full");
    assertThat(item.path("companyIntegration").toString())
        .isEqualTo(json(body("name", "acme-postgres")));
    assertThat(item.path("datamartOrganization").toString())
        .isEqualTo(
            json(
                body(
                    "tenancyLevel",
                    "TABLE",
                    "schemaName",
                    "public",
                    "tableName",
                    "customers",
                    "clientColumnType",
                    "NUMBER",
                    "tableClientNameColumn",
                    "name",
                    "tablePrimaryKeyColumn",
                    "id")));
    JsonNode table = item.path("datamartTables").get(0);
    assertThat(table.path("clientColumn").asText()).isEqualTo("tenant_id");
    assertThat(table.path("isHide").asBoolean()).isTrue();
    assertThat(table.path("datamartTableColumns").findValuesAsText("alias")).contains("number");
    assertThat(table.path("datamartTableColumns").findValuesAsText("sql")).contains("amount * 0.2");
    assertThat(item.path("datamartRelationships").get(0).path("join").asText())
        .isEqualTo("LEFT JOIN");
  }

  @Test
  void a_datamart_without_tenancy_has_none_in_the_list() {
    api.post(DATAMARTS, Bodies.datamart("plain"));

    JsonNode item = api.get(DATAMARTS).item("name", "plain");
    assertThat(item.path("datamartOrganization").isNull()).isTrue();
    assertThat(item.path("datamartRelationships")).isEmpty();
  }

  @Test
  void details_are_left_out_only_when_asked_for() {
    for (String query : List.of("", "?expandDetails=true", "?expandDetails=no")) {
      assertThat(api.get(DATAMARTS + query).item("name", "sales-datamart").has("datamartTables"))
          .isTrue();
    }
    JsonNode bare = api.get(DATAMARTS + "?expandDetails=false").item("name", "sales-datamart");
    assertThat(bare.has("datamartTables")).isFalse();
    assertThat(bare.has("datamartRelationships")).isFalse();
    assertThat(api.post("/dataApp/datamart/list", body("expandDetails", false)).body())
        .isEqualTo(api.get(DATAMARTS + "?expandDetails=false").body());
  }

  @Test
  void an_api_key_sees_the_datamarts_of_its_organization() {
    assertThat(tenant.portal().get(DATAMARTS).body()).isEqualTo(api.get(DATAMARTS).body());
  }

  @Test
  void an_update_answers_the_name_and_no_error_member() {
    Reply reply = api.put(DATAMARTS, Map.of("datamartName", "sales-datamart"));

    assertThat(reply.body()).isEqualTo(json(body("id", "sales-datamart")));
  }

  @Test
  void an_update_replaces_what_it_gives_and_keeps_the_rest() {
    JsonNode before = api.get(DATAMARTS).item("name", "sales-datamart");
    tenant.clock().advance(Duration.ofSeconds(5));

    api.put(
        DATAMARTS,
        Map.of("datamartName", "sales-datamart", "tableList", List.of(Bodies.table("products"))));

    JsonNode after = api.get(DATAMARTS).item("name", "sales-datamart");
    assertThat(after.path("datamartTables").findValuesAsText("tableName"))
        .containsExactly("products");
    assertThat(after.path("datamartOrganization")).isEqualTo(before.path("datamartOrganization"));
    assertThat(after.path("datamartRelationships")).isEqualTo(before.path("datamartRelationships"));
    assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
    assertThat(after.path("updatedAt")).isNotEqualTo(before.path("updatedAt"));
  }

  @Test
  void an_empty_list_of_relationships_removes_them_and_null_keeps_them() {
    String keep =
        json(body("datamartName", "sales-datamart", "relationships", null, "tableList", null));

    api.put(DATAMARTS, keep);
    assertThat(relationships()).hasSize(1);
    api.put(DATAMARTS, Map.of("datamartName", "sales-datamart", "relationships", List.of()));
    assertThat(relationships()).isEmpty();
  }

  @Test
  void times_are_iso_8601_in_utc() {
    api.post(DATAMARTS, Bodies.datamart("new"));

    JsonNode item = api.get(DATAMARTS).item("name", "new");
    assertThat(List.of(item.path("createdAt").asText(), item.path("updatedAt").asText()))
        .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z"));
    assertThat(item.path("createdAt")).isEqualTo(item.path("updatedAt"));
  }

  @Test
  void unknown_members_are_ignored() {
    Map<String, Object> body = Bodies.datamart("new");
    body.put("color", "blue");

    assertThat(api.post(DATAMARTS, body).status()).isEqualTo(200);
  }

  private JsonNode relationships() {
    return api.get(DATAMARTS).item("name", "sales-datamart").path("datamartRelationships");
  }

  private static Map<String, Object> everyMember() {
    Map<String, Object> table = Bodies.table("orders");
    table.put("schemaName", "public");
    table.put("label", "Orders");
    table.put("clientColumn", "tenant_id");
    table.put("isHide", true);
    table.put(
        "columns",
        List.of(
            body("name", "id", "alias", "number", "label", "No.", "isHide", true),
            body("name", "tax", "isCustomColumn", true, "sql", "amount * 0.2")));
    return table;
  }
}
