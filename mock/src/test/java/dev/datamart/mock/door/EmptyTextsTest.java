package dev.datamart.mock.door;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text to be shown may be empty; a name or an identifier may not, even where it is optional. */
@Timeout(30)
class EmptyTextsTest {

  private final Tenant tenant = Tenant.demo();

  @Test
  void labels_and_aliases_may_be_empty_and_are_listed_as_they_are() {
    JsonNode table = created(Map.of("name", "id", "alias", "", "label", ""));

    assertThat(table.path("label").asText("none")).isEmpty();
    JsonNode column = table.path("datamartTableColumns").path(0);
    assertThat(column.path("alias").asText("none")).isEmpty();
    assertThat(column.path("label").asText("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "amount * 2"})
  void the_sql_of_a_column_that_is_not_custom_is_ignored(String sql) {
    JsonNode table = created(Map.of("name", "id", "sql", sql));

    assertThat(table.path("datamartTableColumns").path(0).path("sql").isNull()).isTrue();
  }

  @Test
  void the_sql_of_a_custom_column_is_not_empty() {
    Map<String, Object> body =
        datamart(List.of(Map.of("name", "x", "isCustomColumn", true, "sql", "")));

    refused(tenant.service().post("/data-app/datamarts", body), "INVALID_REQUEST_BODY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clientColumnType",
        "schemaName",
        "tableName",
        "tableClientNameColumn",
        "tablePrimaryKeyColumn"
      })
  void names_in_tenancy_settings_are_not_empty(String member) {
    Map<String, Object> body = Bodies.datamart("new");
    body.put("tenancySettings", body("tenancyLevel", "DATABASE", member, ""));

    refused(tenant.service().post("/data-app/datamarts", body), "INVALID_TENANCY");
  }

  @Test
  void identifiers_of_embeds_are_not_empty() {
    Map<String, Object> embed = Bodies.embedOn("sales-datamart");
    embed.put("metricId", "");

    refused(tenant.portal().get("/data-app/embeds?embedId="), "INVALID_REQUEST_BODY");
    refused(
        tenant.portal().post("/dataApp/embed/list", Map.of("embedId", "")), "INVALID_REQUEST_BODY");
    refused(tenant.portal().post("/data-app/embeds", embed), "INVALID_REQUEST_BODY");
  }

  @Test
  void a_name_may_be_longer_than_most_databases_like() {
    String name = "n".repeat(1_000);

    assertThat(tenant.service().post("/data-app/datamarts", Bodies.datamart(name)).status())
        .isEqualTo(200);
    assertThat(tenant.service().get("/data-app/datamarts").each("name")).contains(name);
  }

  private JsonNode created(Map<String, Object> column) {
    Reply made = tenant.service().post("/data-app/datamarts", datamart(List.of(column)));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return tenant
        .service()
        .get("/data-app/datamarts")
        .item("name", "new")
        .path("datamartTables")
        .path(0);
  }

  private static Map<String, Object> datamart(List<Map<String, Object>> columns) {
    Map<String, Object> table = Bodies.table("orders");
    table.put("label", "");
    table.put("columns", columns);
    Map<String, Object> body = Bodies.datamart("new");
    body.put("tableList", List.of(table));
    return body;
  }

  private static void refused(Reply reply, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
  }
}
