package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time and identifiers, set and repeated. */
@Timeout(30)
class ClockTest {

  private final Caller control = TestMock.shared().control();
  private final Tenant own = Tenant.demo();

  @Test
  void a_stopped_clock_stands_still_until_it_is_moved() {
    stop("2030-05-01T10:00:00Z");
    own.service().post("/data-app", Map.of("name", "first"));
    own.control().put("/clock", body("advanceSeconds", 90));
    own.service().post("/data-app", Map.of("name", "second"));

    Reply apps = own.service().get("/data-app");
    assertThat(apps.item("name", "first").path("createdAt").asText())
        .isEqualTo("2030-05-01T10:00:00Z");
    assertThat(apps.item("name", "second").path("createdAt").asText())
        .isEqualTo("2030-05-01T10:01:30Z");
  }

  @Test
  void a_rotated_key_lives_until_the_very_second_of_its_end() {
    stop("2030-05-01T10:00:00Z");
    Caller old = own.portal();
    String next =
        old.post("/data-app/rotate-api", Map.of("expireAt", 60)).json().path("key").asText();

    own.control().put("/clock", body("stopAt", "2030-05-01T10:00:59.999Z"));
    assertThat(old.get("/data-app/embeds").status()).isEqualTo(200);

    own.control().put("/clock", body("stopAt", "2030-05-01T10:01:00Z"));
    assertThat(old.get("/data-app/embeds").verdict()).isEqualTo("401 AUTHENTICATION_ERROR");
    assertThat(own.as(next).get("/data-app/embeds").status()).isEqualTo(200);

    own.control().put("/clock", body("advanceSeconds", -1));
    assertThat(old.get("/data-app/embeds").status()).isEqualTo(200);
  }

  @Test
  void a_clock_of_its_own_is_nobody_elses() {
    Tenant other = Tenant.demo();
    stop("2031-01-01T00:00:00Z");

    assertThat(other.control().get("/clock").json().path("isStopped").asBoolean()).isFalse();
    own.control().put("/clock", body("run", true));
    assertThat(own.control().get("/clock").json().path("isStopped").asBoolean()).isFalse();
  }

  @Test
  void the_clock_of_the_server_moves_all_that_have_not_been_stopped() {
    try (TestMock server = TestMock.start()) {
      Caller all = server.control();
      Tenant one = server.newTenant();
      all.put("/clock", body("stopAt", "2032-02-03T04:05:06Z"));

      assertThat(one.control().get("/clock").json().path("now").asText())
          .isEqualTo("2032-02-03T04:05:06Z");
      assertThat(all.get("/clock").json().path("isStopped").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"stopAt":"tomorrow"}
          {"stopAt":"+999999999-12-31T00:00:00Z"}
          {"advanceSeconds":9223372036854775807}
          {"advanceSeconds":-9223372036854775808}
          {"advanceSeconds":400000000000}
          {"run":false}
          {"run":true,"advanceSeconds":1}
          {"stop":true}
          """)
  void a_time_that_cannot_be_set_is_refused_and_the_clock_goes_on(String setting) {
    Reply refused = own.control().put("/clock", setting);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).endsWith(".");
    assertThat(own.service().get("/data-app").status()).isEqualTo(200);
  }

  @Test
  void the_same_seed_and_clock_give_the_same_answers_byte_for_byte() {
    assertThat(run()).isEqualTo(run());
  }

  @Test
  void identifiers_start_over_from_a_seed() {
    own.control().put("/identifiers", body("seed", 99));
    String first = embed();
    own.control().put("/identifiers", body("seed", 100));
    String second = embed();
    own.control().post("/rewind", body("to", 0));
    own.control().put("/identifiers", body("seed", 99));

    assertThat(embed()).isEqualTo(first).isNotEqualTo(second);
    assertThat(own.control().put("/identifiers", "{}").status()).isEqualTo(400);
  }

  /** One run on a server of its own: everything that callers and watchers are told. */
  private static String run() {
    MockOptions options = MockOptions.defaults().withIdentifierSeed(42);
    try (TestMock server = TestMock.start(options)) {
      Caller all = server.control();
      all.put("/clock", body("stopAt", "2030-05-01T10:00:00Z"));
      StringBuilder told = new StringBuilder();
      Reply made = all.post("/organizations", "{}");
      JsonNode tokens = made.json();
      told.append(made.body());
      Caller api = server.api().with(tokens.path("serviceTokens").path(0).asText());
      told.append(api.post("/data-app/datamarts", Bodies.datamart("d")).body());
      told.append(
          api.post("/data-app/api-tokens", Map.of("dataAppName", Tenant.PORTAL, "name", "n"))
              .body());
      told.append(api.delete("/data-app/datamart?datamartName=sales-datamart").body());
      told.append(api.get("/data-app").body());
      String id = tokens.path("id").asText();
      told.append(all.get("/organizations/" + id + "/state").body());
      told.append(all.get("/organizations/" + id + "/versions").body());
      return told.toString();
    }
  }

  private String embed() {
    return own.portal()
        .post("/data-app/embeds", Bodies.embedOn("sales-datamart"))
        .json()
        .path("id")
        .asText();
  }

  private void stop(String moment) {
    assertThat(own.control().put("/clock", body("stopAt", moment)).status()).isEqualTo(200);
  }
}
