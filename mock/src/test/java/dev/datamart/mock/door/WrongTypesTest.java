package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.JsonPaths.at;
import static dev.datamart.mock.fixture.JsonPaths.paths;
import static dev.datamart.mock.fixture.JsonPaths.removed;
import static dev.datamart.mock.fixture.JsonPaths.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every member of every request, at every depth, with a value of each other type. */
@Timeout(60)
class WrongTypesTest {

  /** One request with all of its members, and where it goes. */
  record Request(String name, String method, String path, boolean isService, Object body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a02";

  static final List<Request> REQUESTS =
      List.of(
          new Request("create datamart", "POST", "/data-app/datamarts", true, fullDatamart()),
          new Request("update", "PUT", "/data-app/datamarts", true, fullDatamartUpdate()),
          new Request("create embed", "POST", "/data-app/embeds", false, fullEmbed()),
          new Request("update embed", "PUT", "/data-app/embeds", false, fullEmbedUpdate()),
          new Request(
              "rename",
              "PUT",
              "/data-app/embeds/rename",
              false,
              body("embedId", EMBED, "name", "y", "isRenameDashboard", true)),
          new Request("data app", "POST", "/data-app", true, body("name", "x")),
          new Request(
              "key",
              "POST",
              "/data-app/api-tokens",
              true,
              body("dataAppName", Tenant.PORTAL, "name", "x")),
          new Request("dashboards", "POST", "/workspace/dashboards", true, ofWorkspace()),
          new Request("metrics", "POST", "/workspace/metrics", true, ofWorkspace()),
          new Request(
              "legacy datamarts",
              "POST",
              "/dataApp/datamart/list",
              true,
              body("isPagination", true, "pageNumber", 1, "expandDetails", true)),
          new Request(
              "legacy embeds",
              "POST",
              "/dataApp/embed/list",
              false,
              body("isPagination", true, "pageNumber", 1, "embedId", "x", "clientId", "y")),
          new Request(
              "legacy delete",
              "POST",
              "/dataApp/datamart/delete",
              true,
              body("datamartName", "sales-datamart")));

  private static final List<Object> OTHER_VALUES =
      Arrays.asList(5, 1.5, true, "text", List.of("x"), Map.of("x", 1));

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void the_request_is_accepted_as_it_is(Request request) {
    assertThat(send(Tenant.demo(), request, request.body()).verdict()).isEqualTo("200");
  }

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void a_member_of_another_type_is_refused_and_nothing_is_bent(Request request) {
    Tenant tenant = Tenant.demo();
    for (List<Object> path : paths(request.body())) {
      for (Object other : OTHER_VALUES) {
        if (!kind(other).equals(kind(at(request.body(), path)))) {
          Reply reply = send(tenant, request, replaced(request.body(), path, other));

          assertThat(reply.status()).as("%s = %s: %s", path, other, reply.body()).isEqualTo(400);
          assertThat(reply.code())
              .as("%s = %s", path, other)
              .isIn("INVALID_REQUEST_BODY", "INVALID_TENANCY");
          assertThat(reply.message()).doesNotContain("java", "dev.", "Exception", "com.");
        }
      }
    }
    assertThat(tenant.version()).isZero();
  }

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void a_member_that_is_null_counts_as_left_out(Request request) {
    for (List<Object> path : paths(request.body())) {
      if (!(path.get(path.size() - 1) instanceof Integer)) {
        Tenant one = Tenant.demo();
        Tenant other = Tenant.demo();

        Reply isNull = send(one, request, replaced(request.body(), path, null));
        Reply isAbsent = send(other, request, removed(request.body(), path));

        assertThat(isNull.verdict()).as("%s", path).isEqualTo(isAbsent.verdict());
        assertThat(isNull.message()).isEqualTo(isAbsent.message());
      }
    }
  }

  private static Reply send(Tenant tenant, Request request, Object body) {
    return (request.isService() ? tenant.service() : tenant.portal())
        .send(request.method(), request.path(), body);
  }

  private static String kind(Object value) {
    return value instanceof Number
        ? "number"
        : value instanceof List
            ? "array"
            : value instanceof Map ? "object" : value.getClass().getName();
  }

  private static Map<String, Object> fullDatamart() {
    Map<String, Object> table = Bodies.table("orders");
    table.put("schemaName", "public");
    table.put("clientColumn", "tenant_id");
    table.put("label", "Orders");
    table.put("isHide", false);
    table.put(
        "columns",
        List.of(
            body("name", "id", "alias", "a", "label", "l", "isHide", false),
            body("name", "c", "isCustomColumn", true, "sql", "1")));
    return body(
        "name",
        "new",
        "datasourceName",
        "acme-postgres",
        "tableList",
        List.of(table),
        "tenancySettings",
        Bodies.tableTenancy(),
        "relationships",
        List.of(Bodies.relationship()));
  }

  private static Map<String, Object> fullDatamartUpdate() {
    Map<String, Object> body = fullDatamart();
    body.keySet().removeAll(List.of("name", "datasourceName"));
    body.put("datamartName", "sales-datamart");
    return body;
  }

  private static Map<String, Object> fullEmbedUpdate() {
    Map<String, Object> body = fullEmbed();
    body.keySet().removeAll(List.of("dashboardId", "embedType", "metricId", "workspaceName"));
    body.put("embedId", EMBED);
    return body;
  }

  private static Map<String, Object> fullEmbed() {
    Map<String, Object> body = Bodies.metricOn("sales-datamart");
    body.put("name", "n");
    body.put(
        "accessSettings",
        body(
            "datamartName",
            "sales-datamart",
            "isAllowAiPilot",
            true,
            "metricCreationMode",
            "CHAT",
            "joinModel",
            "single",
            "tableTenancySettings",
            List.of(body("name", "orders", "clientColumn", "tenant_id"))));
    return body;
  }

  private static Map<String, Object> ofWorkspace() {
    return body("workspaceName", "Sales Workspace", "isPagination", true, "pageNumber", 1);
  }
}
