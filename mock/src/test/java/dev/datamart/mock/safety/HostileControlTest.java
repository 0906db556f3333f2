package dev.datamart.mock.safety;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the control plane is told that it cannot mean. */
@Timeout(60)
class HostileControlTest {

  private static final Tenant OWN = Tenant.demo();

  /** One a line; what is too long for a line has a name in capitals. */
  private static final List<String> BODIES =
      """
      OPEN
      OBJECTS
      {"state":DEEP}
      {"seed":1e999999999}
      {"timeToLiveSeconds":99999999999999999999}
      {"seed":"demo","seed":"empty","x":1}
      {"organizations":[{"id":"a","id":"b","name":"c"}]}
      {"organizations":[null]}
      {"faults":[[]]}
      {"filter":[]}
      {"seed":"/etc/passwd"}
      {"seed":"../../../../etc/shadow"}
      {"id":"\u00ff\u00fe","seed":{}}
      \u0000\u0001\u0002
      nul
      "text"
      true
      """
          .lines()
          .map(line -> line.replace("OPEN", "[".repeat(100_000)))
          .map(line -> line.replace("OBJECTS", "{'a':".replace('\'', '"').repeat(100_000)))
          .map(line -> line.replace("DEEP", "[".repeat(50_000) + "]".repeat(50_000)))
          .toList();

  static Stream<Arguments> bodiesOnAddresses() {
    String own = "/organizations/" + OWN.id();
    List<String> addresses =
        List.of(
            "POST /organizations",
            "PUT " + own + "/state",
            "PUT " + own + "/clock",
            "PUT " + own + "/identifiers",
            "PUT " + own + "/migration",
            "POST " + own + "/rewind",
            "POST /faults",
            "PUT /faults",
            "POST /journal/verify");
    return addresses.stream()
        .flatMap(address -> BODIES.stream().map(body -> Arguments.of(address, body)));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("bodiesOnAddresses")
  void a_body_that_means_nothing_is_refused_with_a_sentence(String address, String body) {
    String[] words = address.split(" ");

    Reply refused = TestMock.shared().control().send(words[0], words[1], body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message())
        .endsWith(".")
        .hasSizeLessThan(400)
        .doesNotContain("Exception", "java.", "com.fasterxml", "dev.datamart");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() throws Exception {
    try (RawSocket socket = TestMock.shared().socket()) {
      String body = json(body("seed", "\u00ff\u00fe"));
      socket.say(
          "POST /__mock/organizations HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + body.getBytes(StandardCharsets.ISO_8859_1).length
              + "\r\n\r\n"
              + body);

      assertThat(socket.hear().status()).isEqualTo(400);
    }
  }

  @Test
  void an_address_that_is_none_is_refused() throws Exception {
    List<String> targets =
        List.of("/__mock/%zz", "/__mock/a b", "/__mock//..//", "/__mock/<x>", "/__mock/\u00e9\"");
    for (String target : targets) {
      try (RawSocket socket = TestMock.shared().socket()) {
        Reply reply = socket.say("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").hear();
        assertThat(reply.status()).as(target).isBetween(400, 404);
        assertThat(reply.message()).as(target).isNotEmpty().doesNotContain("Exception");
      }
    }
  }

  @Test
  void what_was_refused_has_changed_nothing() {
    assertThat(OWN.service().get("/data-app/datamarts").each("name")).contains("sales-datamart");
    assertThat(OWN.control().get("/clock").json().path("isStopped").asBoolean()).isFalse();
  }
}
