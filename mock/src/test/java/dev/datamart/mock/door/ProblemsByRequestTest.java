package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.datamart;
import static dev.datamart.mock.fixture.Bodies.embedOn;
import static dev.datamart.mock.fixture.Bodies.metricOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each row of the catalogue, by the request that causes it. */
@Timeout(30)
class ProblemsByRequestTest {

  private static final String DATAMARTS = "/data-app/datamarts";
  private static final String EMBEDS = "/data-app/embeds";

  /** Situations that no request causes, but a fault that was set; and one of the wire itself. */
  private static final Set<Problem> ELSEWHERE =
      Set.of(Problem.TOO_MANY_REQUESTS, Problem.UNEXPECTED_FAILURE, Problem.UNSUPPORTED_MEDIA_TYPE);

  private static final Map<Problem, Function<Tenant, Reply>> CAUSES = causes();

  static final Set<Map.Entry<Problem, Function<Tenant, Reply>>> ROWS = CAUSES.entrySet();

  @ParameterizedTest
  @FieldSource("ROWS")
  void a_request_causes_just_this_problem(Map.Entry<Problem, Function<Tenant, Reply>> row) {
    Tenant tenant = Tenant.demo();

    Reply reply = row.getValue().apply(tenant);

    Problem problem = row.getKey();
    assertThat(reply.verdict()).isEqualTo(problem.status() + " " + problem.code());
    assertThat(reply.json().path("error").path("status").asInt()).isEqualTo(problem.status());
    assertThat(reply.json().size()).as("members beside error").isEqualTo(1);
    if (problem != Problem.MEMBER_INVALID) {
      assertThat(reply.message()).matches(pattern(problem));
    }
    assertThat(tenant.version()).as("changes").isZero();
  }

  @Test
  void no_row_of_the_catalogue_is_left_out() {
    assertThat(Problem.values())
        .allMatch(problem -> CAUSES.containsKey(problem) != ELSEWHERE.contains(problem));
  }

  private static Map<Problem, Function<Tenant, Reply>> causes() {
    Map<Problem, Function<Tenant, Reply>> causes = new EnumMap<>(Problem.class);
    shapeCauses(causes);
    datamartCauses(causes);
    embedCauses(causes);
    guestTokenCauses(causes);
    accessCauses(causes);
    return causes;
  }

  private static void accessCauses(Map<Problem, Function<Tenant, Reply>> causes) {
    causes.put(Problem.UNAUTHENTICATED, t -> t.as("nobody").get(DATAMARTS));
    causes.put(Problem.SERVICE_TOKEN_INVALID, t -> t.as("nobody").get("/data-app"));
    causes.put(Problem.SERVICE_TOKEN_REQUIRED, t -> t.portal().get("/data-app"));
    causes.put(Problem.DATA_APP_KEY_REQUIRED, t -> t.service().get(EMBEDS));
    causes.put(Problem.PATH_UNKNOWN, t -> t.service().get("/nothing"));
    causes.put(Problem.METHOD_NOT_ALLOWED, t -> t.service().send("PATCH", DATAMARTS, null));
    causes.put(
        Problem.DATA_APP_EXISTS, t -> t.service().post("/data-app", body("name", Tenant.PORTAL)));
    causes.put(Problem.DATA_APP_NOT_FOUND, t -> t.service().delete("/data-app?name=nope"));
  }

  private static void shapeCauses(Map<Problem, Function<Tenant, Reply>> causes) {
    causes.put(Problem.BODY_MALFORMED, t -> t.service().post(DATAMARTS, "{"));
    causes.put(Problem.MEMBER_REQUIRED, t -> t.service().post(DATAMARTS, "{}"));
    causes.put(Problem.MEMBER_INVALID, t -> t.service().post(DATAMARTS, body("name", 5)));
    causes.put(
        Problem.PARAMETER_REPEATED,
        t -> t.service().delete("/data-app/datamart?datamartName=a&datamartName=b"));
    causes.put(Problem.PAGINATION_INVALID, t -> t.service().get(DATAMARTS + "?isPagination=x"));
    causes.put(
        Problem.PAYLOAD_TOO_LARGE, t -> t.service().post(DATAMARTS, " ".repeat(1024 * 1024 + 1)));
  }

  private static void datamartCauses(Map<Problem, Function<Tenant, Reply>> causes) {
    causes.put(
        Problem.DATAMART_NOT_FOUND, t -> t.service().delete("/data-app/datamart?datamartName=x"));
    causes.put(Problem.DATAMART_EXISTS, t -> created(t, datamart("sales-datamart")));
    causes.put(Problem.DATASOURCE_UNKNOWN, t -> created(t, "datasourceName", "nope"));
    causes.put(Problem.TABLE_LIST_EMPTY, t -> created(t, "tableList", List.of()));
    causes.put(Problem.TABLE_STRUCTURE_INVALID, t -> created(t, "tableList", List.of(body())));
    causes.put(
        Problem.TABLE_UNKNOWN, t -> created(t, "tableList", List.of(Bodies.table("nothing"))));
    causes.put(
        Problem.COLUMN_UNKNOWN,
        t -> {
          Map<String, Object> table = Bodies.table("orders");
          table.put("columns", List.of(body("name", "nothing")));
          return created(t, "tableList", List.of(table));
        });
    causes.put(
        Problem.TENANCY_INVALID,
        t -> created(t, "tenancySettings", body("tenancyLevel", "PLANET")));
  }

  private static void embedCauses(Map<Problem, Function<Tenant, Reply>> causes) {
    causes.put(Problem.WORKSPACE_UNKNOWN, t -> embedded(t, "workspaceName", "nope"));
    causes.put(Problem.DASHBOARD_UNKNOWN, t -> embedded(t, "dashboardId", "nope"));
    causes.put(Problem.METRIC_UNKNOWN, t -> embedded(t, "metricId", "nope"));
    causes.put(Problem.EMBED_DATAMART_UNKNOWN, t -> t.portal().post(EMBEDS, embedOn("nope")));
    causes.put(
        Problem.DATAMART_TABLE_NOT_FOUND,
        t ->
            embedded(
                t,
                "accessSettings",
                body(
                    "datamartName",
                    "sales-datamart",
                    "tableTenancySettings",
                    List.of(body("name", "nope", "clientColumn", "id")))));
    causes.put(Problem.EMBED_ID_UNKNOWN, t -> t.portal().put(EMBEDS, body("embedId", "nope")));
    causes.put(Problem.EMBED_NOT_FOUND, t -> t.portal().delete(EMBEDS + "?embedId=nope"));
    causes.put(
        Problem.QUERY_EMBED_UNKNOWN,
        t ->
            t.portal()
                .post(
                    "/data-app/query",
                    body("embedId", "nope", "metricId", "monthly-revenue", "clientId", "acme")));
    causes.put(
        Problem.WORKSPACE_DASHBOARD_UNKNOWN,
        t ->
            t.service()
                .post(
                    "/workspace/dashboard/metrics",
                    body("workspaceName", "Sales Workspace", "dashboardId", "nope")));
    causes.put(
        Problem.WORKSPACE_ID_UNKNOWN,
        t -> t.service().post("/workspace/metrics", body("workspaceName", "nope")));
  }

  private static void guestTokenCauses(Map<Problem, Function<Tenant, Reply>> causes) {
    causes.put(Problem.GUEST_DATA_APP_INVALID, t -> guest(t, "dataAppName", Tenant.PARTNER));
    causes.put(
        Problem.GUEST_WORKSPACE_UNKNOWN,
        t -> {
          Object body = body("clientId", "c", "workspaceName", "nope");
          return t.portal().post("/api/v1/guest-tokens", body);
        });
    causes.put(Problem.GUEST_DATASOURCE_UNKNOWN, t -> guest(t, "datasourceName", "nope"));
    causes.put(
        Problem.DASHBOARD_PARAM_UNKNOWN,
        t -> guest(t, "params", body("dashboard", body("id", "nope"))));
    causes.put(
        Problem.APP_FILTER_DASHBOARD_UNKNOWN,
        t -> filtered(t, "dashboardAppFilters", "dashboardId"));
    causes.put(Problem.APP_FILTER_METRIC_UNKNOWN, t -> filtered(t, "appFilters", "metricId"));
    causes.put(Problem.RLS_METRIC_UNKNOWN, t -> filtered(t, "rlsSettings", "metricId"));
    causes.put(
        Problem.EMBED_PARAM_UNKNOWN,
        t -> guest(t, "params", body("allowedEmbeds", List.of("nope"))));
  }

  private static Reply filtered(Tenant tenant, String form, String key) {
    return guest(tenant, "params", body(form, List.of(body(key, "nope", "values", body()))));
  }

  private static Reply guest(Tenant tenant, String member, Object value) {
    Map<String, Object> body = body("clientId", "c", "dataAppName", Tenant.PORTAL);
    body.put(member, value);
    return tenant.portal().post("/api/v2/guest-token/create", body);
  }

  private static Reply created(Tenant tenant, Map<String, Object> body) {
    return tenant.service().post(DATAMARTS, body);
  }

  private static Reply created(Tenant tenant, String member, Object value) {
    Map<String, Object> body = datamart("new");
    body.put(member, value);
    return created(tenant, body);
  }

  private static Reply embedded(Tenant tenant, String member, Object value) {
    Map<String, Object> body = metricOn("sales-datamart");
    body.put(member, value);
    return tenant.portal().post(EMBEDS, body);
  }

  private static String pattern(Problem problem) {
    return java.util.regex.Pattern.quote(problem.message()).replace("{member}", "\\E\\w+\\Q");
  }
}
