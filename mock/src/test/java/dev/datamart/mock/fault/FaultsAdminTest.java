package dev.datamart.mock.fault;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults over HTTP and from a file: set, seen, taken away, refused. */
@Timeout(30)
class FaultsAdminTest {

  private static final String SERVICE = "11111111-1111-4111-8111-111111111111";

  private final Caller control = TestMock.shared().control();

  @Test
  void a_fault_that_is_set_is_shown_with_how_often_it_has_hit() {
    Tenant own = Tenant.demo();
    String id = own.fault("effect", "expired", "times", 1).json().path("id").asText();

    own.service().get("/data-app/datamarts");

    JsonNode shown = fault(id);
    assertThat(shown.path("hits").asInt()).isEqualTo(1);
    assertThat(shown.path("isSpent").asBoolean()).isTrue();
    assertThat(shown.path("fault").path("status").asInt()).isEqualTo(401);
  }

  @Test
  void a_fault_that_is_taken_away_hits_no_more() {
    Tenant own = Tenant.demo();
    String id = own.fault("effect", "error").json().path("id").asText();

    assertThat(control.delete("/faults/" + id).status()).isEqualTo(200);

    assertThat(own.service().get("/data-app").status()).isEqualTo(200);
    assertThat(control.delete("/faults/" + id).status()).isEqualTo(404);
  }

  @Test
  void the_faults_of_one_organization_are_taken_away_together() {
    Tenant own = Tenant.demo();
    Tenant other = Tenant.demo();
    own.fault("effect", "error");
    own.fault("effect", "delay");
    other.fault("effect", "error");

    control.delete("/faults?organization=" + own.id());

    assertThat(own.service().get("/data-app").status()).isEqualTo(200);
    assertThat(other.service().get("/data-app").status()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                             | "effect" is required and takes error
          {"effect":"eror"}                              | "effect" takes error
          {"efect":"error"}                              | "efect" is not known here
          {"effect":"error","operations":["deleteDm"]}   | There is no operation deleteDm
          {"effect":"error","operations":[5]}            | "operations" takes operationIds
          {"effect":"error","operations":[null]}         | "operations" must not be null
          {"effect":"error","families":["snake"]}        | "families" takes kebab, camel and verb
          {"effect":"error","status":302}                | "status" takes a whole number from 400 to 599
          {"effect":"error","code":"TEAPOT"}             | The contract has no code "TEAPOT"
          {"effect":"error","every":0}                   | "every" takes a whole number from 1
          {"effect":"error","times":0}                   | "times" takes a whole number from 1
          {"effect":"error","skip":-1}                   | "skip" takes a whole number from 0
          {"effect":"error","probability":1.5}           | "probability" takes a number from 0 to 1
          {"effect":"error","token":""}                  | "token" takes a text of 1 to 1000 characters
          {"effect":"error","retryAfterSeconds":-1}      | "retryAfterSeconds" takes a whole number from 0
          {"effect":"delay","delayMillis":700000}        | "delayMillis" takes a whole number from 0
          {"effect":"delay","delayMillis":9,"maxDelayMillis":8} | "maxDelayMillis" must not be less
          {"effect":"error","skip":"many"}               | "skip" takes a whole number
          {"effect":                                     | not valid JSON
          []                                             | must be a JSON object
          null                                           | must be a JSON object
          """)
  void a_fault_that_cannot_be_set_is_refused_with_a_sentence(String body, String sentence) {
    Reply refused = control.post("/faults", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains(sentence).endsWith(".");
  }

  @Test
  void a_list_of_faults_replaces_the_others_or_changes_nothing() {
    try (TestMock server = TestMock.start()) {
      Caller own = server.control();
      own.post("/faults", body("id", "old", "effect", "error"));

      Reply refused =
          own.put(
              "/faults", body("faults", List.of(body("effect", "expired"), body("effect", "no"))));
      Reply nothing = own.put("/faults", body("faults", Collections.singletonList(null)));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(nothing.status()).isEqualTo(400);
      assertThat(own.get("/faults").body()).contains("\"old\"");

      own.put("/faults", body("faults", List.of(body("id", "new", "effect", "expired"))));
      assertThat(own.get("/faults").body()).contains("\"new\"").doesNotContain("\"old\"");
    }
  }

  @Test
  void faults_come_from_a_file_at_start(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("faults.json");
    Files.writeString(
        file,
        json(
            body(
                "faults",
                List.of(
                    body("effect", "too-many-requests", "operations", List.of("listDatamarts"))))));

    try (TestMock server = TestMock.start(MockOptions.defaults().withFaults(file.toString()))) {
      Reply reply = server.api().with(SERVICE).get("/data-app/datamarts");
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.header("Retry-After")).contains("1");
    }
  }

  @Test
  void a_file_of_faults_that_cannot_be_used_stops_the_start_with_a_sentence(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("faults.json");
    Files.writeString(file, json(body("faults", List.of(body("effect", "explode")))));
    MockOptions options = MockOptions.defaults().withPort(0).withFaults(file.toString());

    assertThatThrownBy(() -> MockServer.start(options))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("faults.json")
        .hasMessageContaining("applied-then-error");
    assertThatThrownBy(() -> MockServer.start(options.withFaults("/no/such/file")))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("/no/such/file");
  }

  private JsonNode fault(String id) {
    for (JsonNode shown : control.get("/faults").json().path("faults")) {
      if (shown.path("id").asText().equals(id)) {
        return shown;
      }
    }
    throw new AssertionError("no fault " + id);
  }
}
