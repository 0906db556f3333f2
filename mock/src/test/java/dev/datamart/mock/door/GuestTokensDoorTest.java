package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GuestTokensDoorTest {

  private static final String V2 = "/api/v2/guest-token/create";
  private static final String V1 = "/api/v1/guest-token/create";
  private static final String ALIAS = "/api/v1/guest-tokens";
  private static final String EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a01";
  private static final String OTHER_APPS_EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a05";

  /** What is wrong for one reason each, in the order in which a request is judged. */
  private static final List<Map.Entry<String, Map<String, Object>>> WRONG =
      List.of(
          Map.entry("INVALID_REQUEST_BODY", Map.of("clientId", "")),
          Map.entry("INVALID_DATA_APP_API_KEY", Map.of("dataAppName", Tenant.PARTNER)),
          Map.entry("DATASOURCE_NAME_ERROR", Map.of("datasourceName", "nope")),
          Map.entry("DASHBOARD_PARAM_ERROR", params("dashboard", Map.of("id", "nope"))),
          Map.entry(
              "APP_FILTER_PARAM_ERROR",
              params("dashboardAppFilters", List.of(filter("dashboardId", EMBED)))),
          Map.entry(
              "APP_FILTER_PARAM_ERROR", params("appFilters", List.of(filter("metricId", "nope")))),
          Map.entry(
              "RLS_SETTINGS_PARAM_ERROR",
              params("rlsSettings", List.of(filter("metricId", "nope")))),
          Map.entry("EMBED_PARAM_ERROR", params("allowedEmbeds", List.of(OTHER_APPS_EMBED))));

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.portal();

  @Test
  void each_call_makes_another_token_which_is_no_bearer() {
    Reply one = api.post(V2, plain());
    Reply two = api.post(V2, plain());

    String token = one.json().path("token").asText();
    assertThat(UUID.fromString(token)).hasToString(token);
    assertThat(one.json().size()).isEqualTo(1);
    assertThat(two.json().path("token").asText()).isNotEqualTo(token);
    assertThat(tenant.as(token).get("/data-app/embeds").verdict())
        .isEqualTo("401 AUTHENTICATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {V1, ALIAS})
  void the_old_paths_name_a_workspace_and_their_successor(String path) {
    Reply made = api.post(path, body("clientId", "c", "workspaceName", "Sales Workspace"));
    Reply unknown =
        api.post(path, body("clientId", "c", "workspaceName", "nope", "datasourceName", "nope"));
    Reply unnamed = api.post(path, plain());

    assertThat(made.json().path("token").isTextual()).isTrue();
    assertThat(made.header("Link")).hasValue("<" + V2 + ">; rel=\"successor-version\"");
    assertThat(unknown.verdict()).isEqualTo("400 WORKSPACE_ID_ERROR");
    assertThat(unnamed.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(tenant.service().post(path, "{}").verdict())
        .isEqualTo("400 INVALID_DATA_APP_API_KEY");
    assertThat(tenant.as("nobody").post(path + "/x", "{}").status()).isEqualTo(401);
    assertThat(api.post(path + "/x", "{}").status()).isEqualTo(404);
  }

  @Test
  void what_is_wrong_for_several_reasons_is_refused_for_the_first() {
    for (int from = 0; from < WRONG.size(); from++) {
      Map<String, Object> request = plain();
      WRONG.subList(from, WRONG.size()).forEach(wrong -> merge(request, wrong.getValue()));

      assertThat(api.post(V2, request).verdict()).isEqualTo("400 " + WRONG.get(from).getKey());
    }
    assertThat(tenant.version()).isZero();
  }

  @Test
  void a_dashboard_that_is_an_embeds_id_is_told_by_it() {
    Map<String, Object> request = plain();
    merge(request, params("dashboardAppFilters", List.of(filter("dashboardId", EMBED))));

    assertThat(api.post(V2, request).json().at("/error/message").asText())
        .isEqualTo("Invalid dashboard Id: " + EMBED + " in dashboard appFilter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "'clientId': 5",
        "'clientId': null",
        "'dataAppName': ''",
        "'expiryTime': 0",
        "'expiryTime': -1",
        "'expiryTime': '5'",
        "'accessSettings': {}",
        "'allowedEmbeds': []",
        "'params': []",
        "'params': {'allowedEmbeds': 'x'}",
        "'params': {'allowedEmbeds': [null]}",
        "'params': {'allowedEmbeds': ['']}",
        "'params': {'dashboardAppFilters': [{'dashboardId': 'sales-overview'}]}",
        "'params': {'dashboardAppFilters': [{'values': {}}]}",
        "'params': {'dashboardAppFilters': [null]}",
        "'params': {'appFilters': [{'metricId': 'monthly-revenue', 'values': 'x'}]}",
        "'params': {'rlsSettings': [{'metricId': 'monthly-revenue'}]}",
        "'permissions': {'isShowSideBar': 'true'}",
        "'datasourceName': ''"
      },
      quoteCharacter = '"')
  void a_wrong_shape_is_refused(String member) {
    String json = Bodies.json(plain());
    String request =
        member.equals("{}")
            ? member
            : json.substring(0, json.length() - 1) + ", " + member.replace('\'', '"') + "}";

    assertThat(api.post(V2, Bodies.parsed(request)).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(tenant.version()).isZero();
  }

  @Test
  void all_that_is_documented_or_sent_by_clients_is_taken() {
    Map<String, Object> request = plain();
    merge(request, params("allowedEmbeds", List.of(EMBED, EMBED)));
    merge(request, params("dashboardAppFilters", List.of(filter("dashboardId", "board-report"))));
    merge(request, params("appFilters", List.of(filter("metricId", "annual-recurring-revenue"))));
    merge(request, params("rlsSettings", List.of(filter("metricId", "monthly-revenue"))));
    merge(request, params("dashboard", Map.of("id", "sales-overview")));
    merge(request, params("hideDashboardFilters", List.of("region")));
    merge(request, params("timezone", "Nowhere/At_All"));
    request.put("permissions", Map.of("isShowSideBar", true));
    request.put("theme", Map.of("color", List.of(1, "x")));
    request.put("metricId", 5);
    request.put("embedId", "x");
    request.put("mood", "good");
    request.put("datasourceName", "acme-events");
    request.put("expiryTime", 0.5);

    assertThat(api.post(V2, request).status()).isEqualTo(200);
  }

  private static Map<String, Object> plain() {
    return body("clientId", "acme-store-7", "dataAppName", Tenant.PORTAL);
  }

  private static Map<String, Object> params(String name, Object value) {
    return Map.of("params", Map.of(name, value));
  }

  private static Map<String, Object> filter(String name, String id) {
    return body(name, id, "values", Map.of("anything", List.of("x", 5, true)));
  }

  /** Parameters come together; all else is replaced. */
  @SuppressWarnings("unchecked")
  private static void merge(Map<String, Object> request, Map<String, Object> more) {
    more.forEach(
        (name, value) -> {
          Map<String, Object> both = new LinkedHashMap<>();
          if (name.equals("params")) {
            both.putAll((Map<String, Object>) request.getOrDefault(name, Map.of()));
            both.putAll((Map<String, Object>) value);
          }
          request.put(name, name.equals("params") ? both : value);
        });
  }
}
