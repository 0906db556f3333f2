package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MetricsDoorTest {

  private static final String PATH = "/data-app/metrics";
  private static final String MIRROR = "/dataApp/metrics";
  private static final String PUBLISH = PATH + "/publish";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.portal();
  private final String dashboard = embed("dashboard", null);
  private final String metric = embed("metric", "orders-per-day");

  private String embed(String type, Object metricId) {
    return api.post(
            "/data-app/embeds",
            body(
                "dashboardId",
                "sales-overview",
                "embedType",
                type,
                "metricId",
                metricId,
                "workspaceName",
                "Sales Workspace",
                "accessSettings",
                body("datamartName", "sales-datamart")))
        .json()
        .path("id")
        .asText();
  }

  private Reply list(String embed) {
    return api.get(PATH + "?clientId=acme&embedId=" + embed);
  }

  @Test
  void a_dashboard_embed_shows_what_lies_on_it_and_a_metric_embed_its_metric() {
    assertThat(list(dashboard).each("metricId"))
        .containsExactly("monthly-revenue", "orders-per-day");
    assertThat(list(metric).each("metricId")).containsExactly("orders-per-day");
    assertThat(list(metric).json().has("error")).isFalse();
  }

  @Test
  void an_item_has_an_id_of_its_own_that_stays() {
    JsonNode item = list(metric).json().at("/data/0");

    assertThat(item.path("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(list(dashboard).json().at("/data/1")).isEqualTo(item);
    assertThat(item.path("isPublished").asBoolean()).isTrue();
    assertThat(item.path("createdByUser").isNull()).isTrue();
  }

  @Test
  void what_is_published_is_seen_through_every_embed_and_undone_like_any_change() {
    Reply reply =
        api.put(
            PUBLISH, body("embedId", metric, "metricId", "orders-per-day", "isPublished", false));

    assertThat(reply.body()).isEqualTo("{\"id\":\"orders-per-day\"}");
    assertThat(list(dashboard).json().at("/data/0/isPublished").asBoolean()).isTrue();
    assertThat(list(dashboard).json().at("/data/1/isPublished").asBoolean()).isFalse();
  }

  @Test
  void what_is_not_shown_cannot_be_published() {
    assertThat(
            api.put(
                    PUBLISH,
                    body("embedId", metric, "metricId", "monthly-revenue", "isPublished", true))
                .verdict())
        .isEqualTo("400 INVALID_METRIC_ID");
    assertThat(
            api.put(
                    PUBLISH,
                    body("embedId", "nope", "metricId", "monthly-revenue", "isPublished", true))
                .verdict())
        .isEqualTo("400 INVALID_EMBED_ID");
    assertThat(api.put(PUBLISH, body("embedId", metric, "metricId", "orders-per-day")).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @Test
  void filters_leave_out_what_they_say() {
    assertThat(api.get(PATH + "?clientId=acme&userIdentifier=dana&embedId=" + dashboard).body())
        .isEqualTo("{\"data\":[]}");
    assertThat(api.get(PATH + "?clientId=acme&isMetric=true&embedId=" + dashboard).each("metricId"))
        .hasSize(2);
    assertThat(list("nope").verdict()).isEqualTo("400 EMBED_PARAM_ERROR");
    assertThat(api.get(PATH + "?embedId=" + dashboard).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, MIRROR})
  void the_deprecated_method_takes_a_body(String path) {
    Reply reply = api.post(path, body("embedId", dashboard, "clientId", "acme"));

    assertThat(reply.body()).isEqualTo(list(dashboard).body());
    assertThat(reply.header("Deprecation")).isPresent();
    assertThat(api.post(path, body("embedId", dashboard)).verdict())
        .isEqualTo("400 INVALID_REQUEST_BODY");
  }
}
