package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class QueriesDoorTest {

  private static final String PATH = "/data-app/query";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.portal();
  private final String embed =
      api.post(
              "/data-app/embeds",
              body(
                  "dashboardId",
                  "sales-overview",
                  "embedType",
                  "dashboard",
                  "workspaceName",
                  "Sales Workspace",
                  "accessSettings",
                  body("datamartName", "sales-datamart")))
          .json()
          .path("id")
          .asText();

  private Map<String, Object> query(String metric, String client) {
    return body("embedId", embed, "metricId", metric, "clientId", client);
  }

  private JsonNode rows(String metric, Object... filters) {
    Map<String, Object> query = query(metric, "acme");
    query.put("dashboardFilter", body(filters));
    return api.post(PATH, query).json();
  }

  @Test
  void seeded_rows_are_the_answer_and_filters_select_among_them() {
    JsonNode all = rows("monthly-revenue");

    assertThat(all.path("totalRecords").asInt()).isEqualTo(6);
    assertThat(all.path("metricid").asText()).isEqualTo("monthly-revenue");
    assertThat(all.path("timeTaken").asInt()).isEqualTo(12);
    assertThat(all.path("error").isNull()).isTrue();
    assertThat(all.path("comparisonValue").asInt()).isEqualTo(176_624);
    assertThat(all.at("/metaData/columns/2").toString())
        .isEqualTo("{\"name\":\"revenue\",\"dataType\":\"number\"}");
    assertThat(all.at("/metaData/groupbyColumnList").toString())
        .isEqualTo("[\"month\",\"region\"]");
    assertThat(rows("monthly-revenue", "region", "EMEA").path("totalRecords").asInt()).isEqualTo(3);
    assertThat(rows("monthly-revenue", "region", List.of("EMEA", "APAC")).path("data")).hasSize(6);
    assertThat(rows("monthly-revenue", "region", "nowhere").path("data")).isEmpty();
    assertThat(rows("monthly-revenue", "nothing", "x").path("data")).hasSize(6);
    assertThat(rows("monthly-revenue", "region", body("sql", "1")).path("data")).hasSize(6);
  }

  @Test
  void a_range_goes_to_the_first_date_unless_a_column_has_its_name() {
    Map<String, Object> february = body("start", "2024-02-01", "end", "2024-02-29");

    assertThat(rows("monthly-revenue", "date_range", february).path("data")).hasSize(2);
    assertThat(
            rows("monthly-revenue", "revenue", body("start", 30_100, "end", 43_900)).path("data"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"revenue\": 1e400}",
        "{\"revenue\": [1e-400, null, {}, []]}",
        "{\"revenue\": {\"start\": -1e400, \"end\": 1e400}}",
        "{\"id\": {\"start\": -9223372036854775808, \"end\": 9223372036854775807}}",
        "{\"id\": {\"start\": 0, \"end\": 1e99}}",
        "{\"id\": {\"start\": 5, \"end\": 1}}",
        "{\"id\": [1e400, -1e400, 1e308, 12], \"name\": 1e400}",
        "{\"date_range\": {\"start\": {}, \"end\": []}}",
        "{\"date_range\": {\"start\": \"9999-12-31\", \"end\": \"+99999-01-01\"}}",
        "{\"\": null, \"x\": {\"start\": 1}}"
      })
  void no_filter_is_too_odd(String filter) {
    for (String metric : List.of("monthly-revenue", "orders-per-day")) {
      String body =
          "{\"embedId\": \"%s\", \"metricId\": \"%s\", \"clientId\": \"a\", \"metricFilter\": %s}"
              .formatted(embed, metric, filter);

      Reply reply = api.post(PATH, body);

      assertThat(reply.status()).as(reply.body()).isEqualTo(200);
      assertThat(reply.json().path("data").size())
          .isEqualTo(reply.json().path("totalRecords").asInt());
    }
  }

  @Test
  void rows_that_no_seed_has_are_made_of_a_digest_anybody_can_compute() throws Exception {
    JsonNode answer = rows("orders-per-day");
    String number = "";
    for (JsonNode column : answer.at("/metaData/columns")) {
      if (column.path("dataType").asText().equals("number") && number.isEmpty()) {
        number = column.path("name").asText();
      }
    }

    assertThat(answer.path("data")).hasSize(10);
    assertThat(number).isNotEmpty();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(("orders-per-day\nacme\n3\n" + number).getBytes(StandardCharsets.UTF_8));
    long first =
        ((digest[0] & 255L) << 24)
            | ((digest[1] & 255) << 16)
            | ((digest[2] & 255) << 8)
            | (digest[3] & 255);
    assertThat(answer.at("/data/3/" + number).asLong()).isEqualTo(100 + first % 9900);
    assertThat(rows("orders-per-day")).isEqualTo(answer);
  }

  @Test
  void each_client_has_numbers_of_its_own() {
    Reply one = api.post(PATH, query("orders-per-day", "acme"));
    Reply other = api.post(PATH, query("orders-per-day", "globex"));

    assertThat(one.json().path("data")).isNotEqualTo(other.json().path("data"));
    assertThat(one.json().path("metaData")).isEqualTo(other.json().path("metaData"));
  }

  @Test
  void what_is_not_there_is_refused_in_the_contracts_order() {
    Map<String, Object> query = query("nope", "acme");
    query.put("datamartName", "nope");
    query.put("datasourceName", "nope");

    assertThat(api.post(PATH, query).verdict()).isEqualTo("400 INVALID_METRIC_ID");
    query.put("embedId", "nope");
    assertThat(api.post(PATH, query).verdict()).isEqualTo("400 INVALID_EMBED_ID");
    query.put("embedId", embed);
    query.put("metricId", "orders-per-day");
    assertThat(api.post(PATH, query).verdict()).isEqualTo("400 DATASOURCE_NAME_ERROR");
    query.put("datasourceName", "acme-postgres");
    assertThat(api.post(PATH, query).verdict()).isEqualTo("400 INVALID_DATAMART");
    query.put("datamartName", "sales-datamart");
    assertThat(api.post(PATH, query).status()).isEqualTo(200);
    query.put("clientId", "");
    assertThat(api.post(PATH, query).verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
  }
}
