package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DiscoveryDoorTest {

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.service();

  @Test
  void datasources_are_listed() {
    assertThat(api.get("/datasource").each("name")).containsExactly("acme-postgres", "acme-events");
  }

  @Test
  void a_schema_counts_its_tables_and_columns() {
    JsonNode schema =
        api.get("/datasource/schema?datasourceName=acme-postgres").json().path("data");

    assertThat(schema.path("tableCount").asInt()).isEqualTo(schema.path("tables").size());
    assertThat(schema.path("columnCount").asInt())
        .isEqualTo(schema.path("tables").findValues("dataType").size())
        .isPositive();
    assertThat(schema.path("datasourceName").asText()).isEqualTo("acme-postgres");
  }

  @Test
  void a_schema_is_asked_for_by_exact_name() {
    assertThat(api.get("/datasource/schema?datasourceName=Acme-postgres").verdict())
        .isEqualTo("400 DATASOURCE_NAME_ERROR");
    assertThat(api.get("/datasource/schema").verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @Test
  void a_workspace_names_its_one_connection_and_none_when_there_are_several() {
    JsonNode one = api.get("/workspace").item("name", "Sales Workspace");
    JsonNode source = api.get("/workspace").item("name", "Exploration");
    JsonNode many = api.get("/workspace").item("name", "Executive Workspace");

    assertThat(one.path("datamart").path("name").asText()).isEqualTo("sales-datamart");
    assertThat(one.path("companyIntegration").isNull()).isTrue();
    assertThat(source.path("companyIntegration").path("name").asText()).isEqualTo("acme-postgres");
    assertThat(source.path("datamart").isNull()).isTrue();
    assertThat(many.path("isMultiDatamart").asBoolean()).isTrue();
    assertThat(many.path("datamart").isNull()).isTrue();
    assertThat(UUID.fromString(one.path("id").asText())).isNotNull();
  }

  @Test
  void dashboards_and_metrics_are_those_of_the_workspace() {
    Map<String, String> sales = Map.of("workspaceName", "Sales Workspace");

    assertThat(api.post("/workspace/dashboards", sales).each("externalDashboardId"))
        .containsExactly("sales-overview", "customer-health");
    assertThat(api.post("/workspace/metrics", sales).each("metricId"))
        .containsExactly("monthly-revenue", "orders-per-day");
  }

  @Test
  void metrics_of_a_dashboard_are_those_that_lie_on_it() {
    String path = "/workspace/dashboard/metrics";
    Map<String, String> health =
        Map.of("workspaceName", "Sales Workspace", "dashboardId", "customer-health");

    assertThat(api.post(path, health).each("metricId")).containsExactly("orders-per-day");
    assertThat(tenant.portal().post(path, health).each("metricId"))
        .containsExactly("orders-per-day");
    assertThat(api.post(path, Map.of("workspaceName", "Exploration", "dashboardId", "nope")))
        .extracting(Reply::verdict)
        .isEqualTo("400 DASHBOARD_PARAM_ERROR");
    assertThat(api.post(path, Map.of("workspaceName", "nope", "dashboardId", "nope")).verdict())
        .isEqualTo("400 WORKSPACE_ID_ERROR");
    assertThat(api.post(path, Map.of("workspaceName", "Sales Workspace")).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @Test
  void a_workspace_that_there_is_not_is_refused() {
    for (String path : java.util.List.of("/workspace/dashboards", "/workspace/metrics")) {
      assertThat(api.post(path, Map.of("workspaceName", "nope")).verdict())
          .isEqualTo("400 WORKSPACE_ID_ERROR");
      assertThat(api.post(path, Map.of()).verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    }
  }
}
