package dev.datamart.mock.migration;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Shell;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of the deprecated paths, rehearsed. */
@Timeout(60)
class MigrationTest {

  private static final String CAMEL = "/dataApp/datamarts?expandDetails=false";
  private static final String KEBAB = "/data-app/datamarts?expandDetails=false";

  private final Caller control = TestMock.shared().control();
  private final Tenant own = Tenant.demo();

  @Test
  void as_now_they_answer_and_say_that_they_are_deprecated() {
    Reply reply = get(CAMEL);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Deprecation").orElse("")).startsWith("@");
    assertThat(reply.header("Link"))
        .contains("</api/v2/data-app/datamarts>; rel=\"successor-version\"");
    assertThat(reply.header("Sunset")).isEmpty();
    assertThat(get(KEBAB).header("Deprecation")).isEmpty();
  }

  @Test
  void sunset_names_the_day() {
    stage(body("stage", "sunset", "sunset", "2027-03-01T00:00:00Z"));

    assertThat(get(CAMEL).header("Sunset")).contains("Mon, 01 Mar 2027 00:00:00 GMT");
    assertThat(get(KEBAB).header("Sunset")).isEmpty();
    assertThat(get("/dataApp/nothing").header("Sunset")).isEmpty();
  }

  @Test
  void warn_names_the_successor_in_words() {
    stage(body("stage", "warn"));

    assertThat(get(CAMEL).header("Warning").orElse(""))
        .startsWith("299 - ")
        .contains("GET /api/v2/data-app/datamarts");
  }

  @Test
  void every_nth_call_fails_and_a_call_that_fails_changes_nothing() {
    stage(body("stage", "fail-every", "every", 3));

    List<Integer> statuses = IntStream.range(0, 7).mapToObj(n -> get(CAMEL).status()).toList();
    assertThat(statuses).containsExactly(200, 200, 500, 200, 200, 500, 200);

    get(CAMEL);
    Reply failed =
        own.service().post("/dataApp/datamart/delete", body("datamartName", "sales-datamart"));
    assertThat(failed.verdict()).isEqualTo("500 INTERNAL_SERVER_ERROR");
    assertThat(own.control().get("/versions").json().path("current").asInt()).isZero();
    assertThat(get(KEBAB).status()).isEqualTo(200);
  }

  @Test
  void other_organizations_do_not_take_part_in_the_count() {
    Tenant other = Tenant.demo();
    stage(body("stage", "fail-every", "every", 2));
    other.control().put("/migration", body("stage", "fail-every", "every", 2));

    assertThat(get(CAMEL).status()).isEqualTo(200);
    assertThat(Caller.exchange(other.request(CAMEL).GET().build()).status()).isEqualTo(200);
    assertThat(get(CAMEL).status()).isEqualTo(500);
  }

  @Test
  void gone_they_answer_410_with_the_successor() {
    stage(body("stage", "gone"));

    Reply gone =
        Caller.exchange(
            own.request("/dataApp/datamart/delete")
                .POST(BodyPublishers.ofString(json(body("datamartName", "sales-datamart"))))
                .build());

    assertThat(gone.verdict()).isEqualTo("410 RESOURCE_NOT_FOUND");
    assertThat(gone.message()).contains("DELETE /api/v2/data-app/datamart");
    assertThat(gone.header("Link").orElse("")).contains("</api/v2/data-app/datamart>");
    assertThat(own.control().get("/versions").json().path("current").asInt()).isZero();
    assertThat(get(KEBAB).status()).isEqualTo(200);
  }

  @Test
  void a_stage_of_one_organization_is_its_own_until_it_is_taken_back() {
    Tenant other = Tenant.demo();
    stage(body("stage", "gone"));

    assertThat(Caller.exchange(other.request(CAMEL).GET().build()).status()).isEqualTo(200);
    control.send("DELETE", "/organizations/" + own.id() + "/migration", null);
    assertThat(get(CAMEL).status()).isEqualTo(200);
  }

  @Test
  void a_stage_of_the_server_holds_for_all_without_one_of_their_own() {
    try (TestMock server = TestMock.start()) {
      Caller all = server.control();
      Tenant one = server.newTenant();
      Tenant other = server.newTenant();
      other.control().put("/migration", body("stage", "as-now"));
      all.put("/migration", body("stage", "gone"));

      assertThat(Caller.exchange(one.request(CAMEL).GET().build()).status()).isEqualTo(410);
      assertThat(Caller.exchange(other.request(CAMEL).GET().build()).status()).isEqualTo(200);
      assertThat(all.get("/migration").json().path("setting").path("stage").asText())
          .isEqualTo("gone");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                   | "stage" is required
          {"stage":"over"}                                     | takes as-now, sunset, warn, fail-every and gone
          {"stage":"sunset"}                                   | needs "sunset"
          {"stage":"sunset","sunset":"soon"}                   | a time like
          {"stage":"sunset","sunset":"+12345-01-01T00:00:00Z"} | a time like
          {"stage":"fail-every"}                               | needs "every"
          {"stage":"fail-every","every":0}                     | "every" takes a whole number from 1
          """)
  void a_stage_that_cannot_be_set_is_refused_with_a_sentence(String body, String sentence) {
    Reply refused = own.control().put("/migration", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains(sentence).endsWith(".");
    assertThat(get(CAMEL).status()).isEqualTo(200);
  }

  @Test
  void the_report_tells_who_calls_what_how_often() {
    for (int i = 0; i < 3; i++) {
      Caller.exchange(own.request(CAMEL).header("User-Agent", "old-job/1.0").GET().build());
    }
    get(KEBAB);

    JsonNode uses = uses();
    assertThat(uses).hasSize(1);
    assertThat(uses.path(0).path("operation").asText()).isEqualTo("listDatamarts");
    assertThat(uses.path(0).path("family").asText()).isEqualTo("camel");
    assertThat(uses.path(0).path("userAgent").asText()).isEqualTo("old-job/1.0");
    assertThat(uses.path(0).path("count").asInt()).isEqualTo(3);
    assertThat(uses.path(0).path("last").asText()).startsWith("20");
  }

  @Test
  void each_successor_of_the_report_does_the_same_when_it_is_run() {
    Map<String, String> tokens =
        Map.of("SERVICE_TOKEN", own.serviceToken(), "API_KEY", own.key(Tenant.PORTAL));
    String name = "it's a/b & ü";
    own.service().post("/dataApp/datamart/create", dev.datamart.mock.fixture.Bodies.datamart(name));
    Reply list =
        own.service().post("/dataApp/datamart/list", body("isPagination", true, "pageNumber", 2));
    Reply embeds = own.portal().post("/dataApp/embed/list", "{}");
    own.portal()
        .post(
            "/api/v1/guest-token/create",
            body("clientId", "acme", "workspaceName", "Sales Workspace"));

    assertThat(Shell.curl(successor("listDatamarts"), tokens).body()).isEqualTo(list.body());
    assertThat(Shell.curl(successor("listEmbeds"), tokens).body()).isEqualTo(embeds.body());
    assertThat(Shell.curl(successor("createDatamart"), tokens).message())
        .isEqualTo("Datamart already exists");
    assertThat(successor("createGuestToken"))
        .contains("\"dataAppName\":\"" + Tenant.PORTAL + "\"")
        .doesNotContain("workspaceName");
    assertThat(Shell.curl(successor("createGuestToken"), tokens).status()).isEqualTo(200);

    own.service().post("/dataApp/datamart/delete", Map.of("datamartName", name));
    own.control().post("/rewind", body("undo", "lastDelete"));
    Reply deleted = Shell.curl(successor("deleteDatamart"), tokens);
    assertThat(deleted.json().path("id").asText()).isEqualTo(name);
  }

  @Test
  void a_crowd_of_user_agents_and_a_huge_call_do_not_fill_the_report() {
    try (TestMock server = TestMock.start()) {
      Tenant alone = server.newTenant();
      for (int i = 0; i < 1_200; i++) {
        Caller.exchange(alone.request(CAMEL).header("User-Agent", "agent-" + i).GET().build());
      }
      String huge = json(body("datamartName", "n".repeat(200_000)));
      alone.service().post("/dataApp/datamart/delete", huge);

      Reply report = server.control().get("/migration");
      assertThat(report.body()).contains("(others)").hasSizeLessThan(2_000_000);
      assertThat(report.body()).doesNotContain("n".repeat(20_000));
    }
  }

  private String successor(String operation) {
    for (JsonNode use : uses()) {
      if (use.path("operation").asText().equals(operation)) {
        return use.path("successor").asText();
      }
    }
    throw new AssertionError("no use of " + operation);
  }

  private JsonNode uses() {
    var mine = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    for (JsonNode use : control.get("/migration").json().path("uses")) {
      if (use.path("organization").asText().equals(own.id())) {
        mine.add(use);
      }
    }
    return mine;
  }

  private void stage(Object setting) {
    assertThat(own.control().put("/migration", setting).status()).isEqualTo(200);
  }

  private Reply get(String path) {
    return Caller.exchange(own.request(path).GET().build());
  }
}
