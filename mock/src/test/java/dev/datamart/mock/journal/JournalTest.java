package dev.datamart.mock.journal;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal keeps of an exchange, and how it is asked. */
@Timeout(30)
class JournalTest {

  private static final String DELETE = "/data-app/datamart?datamartName=sales-datamart";

  private final Caller control = TestMock.shared().control();
  private final Tenant own = Tenant.demo();

  @Test
  void an_exchange_is_kept_with_what_it_did() {
    own.service().delete(DELETE);

    JsonNode kept = own.journal("").get(0);
    assertThat(kept.path("operation").asText()).isEqualTo("deleteDatamart");
    assertThat(kept.path("family").asText()).isEqualTo("kebab");
    assertThat(kept.path("method").asText()).isEqualTo("DELETE");
    assertThat(kept.path("target").asText()).isEqualTo("/api/v2" + DELETE);
    assertThat(kept.path("status").asInt()).isEqualTo(200);
    assertThat(kept.path("outcome").asText()).isEqualTo("answered");
    assertThat(parsed(kept.path("answer").asText())).containsEntry("id", "sales-datamart");
    assertThat(kept.path("difference").path("removed").findValuesAsText("kind"))
        .contains("datamart", "embed");
  }

  @Test
  void a_strict_reader_would_warn_of_unknown_names_and_deprecated_paths() {
    own.service().get("/dataApp/datamarts?expandDetail=false");
    own.service().post("/data-app", body("name", "x", "colour", "red"));
    own.service().get("/data-app/datamarts?expandDetails=false");

    List<JsonNode> warned = own.journal("&hasWarnings=true");
    assertThat(warned).hasSize(2);
    assertThat(warned.get(0).path("warnings").toString())
        .contains("unknown query parameter \\\"expandDetail\\\"", "deprecated path");
    assertThat(warned.get(1).path("warnings").toString()).contains("unknown member \\\"colour\\\"");
  }

  @Test
  void very_many_unknown_names_are_not_all_kept() {
    Map<String, Object> body = body("name", "x");
    for (int i = 0; i < 5_000; i++) {
      body.put("u".repeat(60) + i, 1);
    }
    body.put("v".repeat(9_000), 1);
    own.service().post("/data-app", body);

    assertThat(own.journal("").get(0).path("warnings").toString()).hasSizeLessThan(4_000);
  }

  @Test
  void refused_calls_are_kept_too_with_nobodys_name_where_nobody_is_known() {
    long before = control.get("/journal?limit=0").json().path("count").asLong();
    own.as("nobody").get("/data-app");

    JsonNode kept = control.get("/journal?status=401&after=" + before).json().path("exchanges");
    assertThat(kept.path(0).hasNonNull("organization")).isFalse();
    assertThat(kept.path(0).path("operation").asText()).isEqualTo("listDataApps");
  }

  @ParameterizedTest
  @CsvSource({
    "operation=deleteDatamart, 2",
    "family=verb, 1",
    "status=200, 3",
    "status=400, 1",
    "name=sales-datamart, 2",
    "isDeprecated=true, 1",
    "isChange=true, 1",
    "isChange=true&isDeprecated=true, 0",
    "limit=1, 1"
  })
  void exchanges_are_filtered(String filter, int count) {
    own.service().get("/data-app/datamarts");
    own.service().delete(DELETE);
    own.service().delete(DELETE);
    own.service().post("/dataApp/datamart/list", "{}");

    assertThat(own.journal("&" + filter)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "oprtation=deleteDatamart, is not known here",
    "operation=deleteDatamarts, There is no operation deleteDatamarts",
    "family=snake, takes kebab",
    "status=many, takes a whole number",
    "limit=all, takes a whole number"
  })
  void a_filter_that_is_misspelt_is_refused_rather_than_passed_by_all(String filter, String words) {
    Reply refused = control.get("/journal?" + filter);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains(words);
  }

  @Test
  void a_claim_about_nobody_is_refused() {
    String claim = "{\"filter\": {\"organization\": \"nobody\"}, \"count\": 0}";

    assertThat(control.post("/journal/verify", claim).status()).isEqualTo(404);
  }

  @Test
  void exactly_one_delete_and_none_by_a_deprecated_path_can_be_claimed() {
    own.service().delete(DELETE);

    assertThat(
            verify(body("operation", "deleteDatamart", "name", "sales-datamart"), body("count", 1)))
        .isEqualTo(200);
    assertThat(verify(body("operation", "deleteDatamart", "isDeprecated", true), body("count", 0)))
        .isEqualTo(200);

    own.service().post("/dataApp/datamart/delete", body("datamartName", "sales-datamart"));

    assertThat(
            verify(body("operation", "deleteDatamart", "name", "sales-datamart"), body("count", 1)))
        .isEqualTo(409);
    assertThat(verify(body("operation", "deleteDatamart", "isDeprecated", true), body("count", 0)))
        .isEqualTo(409);
    assertThat(verify(body("operation", "deleteDatamart"), body("atLeast", 1, "atMost", 2)))
        .isEqualTo(200);
  }

  @Test
  void a_claim_that_does_not_hold_says_what_was_found() {
    own.service().delete(DELETE);

    Reply verdict =
        control.post(
            "/journal/verify", claim(body("operation", "deleteDatamart"), body("count", 3)));

    assertThat(verdict.json().path("isVerified").asBoolean()).isFalse();
    assertThat(verdict.json().path("sentence").asText()).contains("exactly 3").contains("found 1");
    assertThat(verdict.json().path("exchanges").path(0).path("target").asText()).contains(DELETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"operation":"deleteEverything"} | {"count":0}
          {"family":"snake"}               | {"count":0}
          {"name":"x"}                     | {"count":-1}
          {"name":"x"}                     | {"atLeast":3,"atMost":2}
          {"name":"x"}                     | {"count":1,"atLeast":1}
          """)
  void a_claim_that_means_nothing_is_refused(String filter, String often) {
    assertThat(verify(parsed(filter), parsed(often))).isEqualTo(400);
  }

  @Test
  void the_journal_keeps_the_newest_and_forgets_the_rest() {
    MockOptions options = MockOptions.defaults().withJournalSize(10).withSeed("empty");
    try (TestMock server = TestMock.start(options)) {
      Caller nobody = server.api();
      for (int i = 0; i < 25; i++) {
        nobody.get("/none-" + i);
      }

      JsonNode journal = server.control().get("/journal").json();
      assertThat(journal.path("count").asInt()).isEqualTo(25);
      assertThat(journal.path("exchanges").findValuesAsText("target"))
          .hasSize(10)
          .last()
          .isEqualTo("/api/v2/none-24");
    }
  }

  @Test
  void long_bodies_are_kept_in_part() {
    String name = "n".repeat(100_000);
    own.service().post("/data-app", body("name", name));

    JsonNode kept = own.journal("").get(0);
    assertThat(kept.path("request").asText()).hasSize(Journal.MOST_BODY_BYTES);
    assertThat(kept.path("curl").asText()).startsWith("# ");
  }

  @Test
  void a_server_without_a_journal_still_counts() {
    try (TestMock server = TestMock.start(MockOptions.defaults().withJournalSize(0))) {
      server.api().get("/data-app");

      Caller own = server.control();
      assertThat(own.get("/journal").json().path("exchanges")).isEmpty();
      assertThat(own.get("/health").json().path("exchanges").asInt()).isEqualTo(1);
    }
  }

  private int verify(Map<String, Object> filter, Map<String, Object> often) {
    return control.post("/journal/verify", claim(filter, often)).status();
  }

  private Object claim(Map<String, Object> filter, Map<String, Object> often) {
    filter.put("organization", own.id());
    often.put("filter", filter);
    return often;
  }
}
