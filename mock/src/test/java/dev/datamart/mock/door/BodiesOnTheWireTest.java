package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as they can come: in pieces, in chunks, too early, too large, where none belongs. */
@Timeout(30)
class BodiesOnTheWireTest {

  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String CHUNKED = JSON + "Transfer-Encoding: chunked\r\n";

  private final Tenant tenant = Tenant.demo();

  @Test
  void a_body_may_come_byte_by_byte() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String body = json(body("name", "slow"));
      String request = head("POST", "/data-app", JSON + length(body)) + body;

      for (char c : request.toCharArray()) {
        socket.say(String.valueOf(c));
      }

      assertThat(socket.hear().body()).isEqualTo(body);
    }
  }

  @Test
  void chunks_may_come_one_at_a_time() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(head("POST", "/data-app", CHUNKED));
      for (String piece :
          List.of(
              "2\r\n{\"\r\n",
              "4\r\nname\r\n",
              "9",
              "\r\n\":\"chun",
              "k\"\r",
              "\n1\r\n}\r\n",
              "0\r\n",
              "\r\n")) {
        socket.say(piece);
      }

      assertThat(socket.hear().body()).isEqualTo(json(body("name", "chunk")));
    }
  }

  @Test
  void a_slow_sender_holds_up_nobody() throws IOException {
    try (RawSocket slow = TestMock.shared().socket()) {
      slow.say(head("POST", "/data-app", JSON + "Content-Length: 100\r\n") + "{");

      for (int i = 0; i < 20; i++) {
        assertThat(tenant.service().get("/datasource").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_sender_who_breaks_off_changes_nothing() throws IOException {
    String body = json(body("name", "half"));
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(head("POST", "/data-app", JSON + "Content-Length: 100\r\n") + body);
    }

    assertThat(tenant.service().get("/data-app").each("name")).doesNotContain("half");
  }

  @Test
  void requests_may_be_sent_before_their_predecessors_are_answered() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 10; i++) {
        String body = json(body("name", "piped" + i));
        all.append(head("POST", "/data-app", JSON + length(body))).append(body);
        all.append(head("GET", "/datasource", ""));
        all.append(head("DELETE", "/data-app?name=piped" + i, JSON + length(body))).append(body);
      }
      socket.say(all.toString());

      for (int i = 0; i < 10; i++) {
        assertThat(socket.hear().body()).isEqualTo(json(body("name", "piped" + i)));
        assertThat(socket.hear().each("name")).contains("acme-postgres");
        assertThat(socket.hear().body()).isEqualTo(json(body("name", "piped" + i)));
      }
    }
  }

  @Test
  void a_sender_who_asks_first_is_told_to_go_on() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String body = json(body("name", "polite"));
      socket.say(head("POST", "/data-app", JSON + length(body) + "Expect: 100-continue\r\n"));

      assertThat(socket.hearHead().status()).isEqualTo(100);
      assertThat(socket.say(body).hear().body()).isEqualTo(body);
    }
  }

  @Test
  void bodies_of_get_and_delete_are_ignored_and_leave_the_connection_usable() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String body = json(body("x", 1));
      socket.say(head("GET", "/datasource", JSON + length(body)) + body);
      assertThat(socket.hear().status()).isEqualTo(200);
      socket.say(head("DELETE", "/data-app?name=partner-portal", CHUNKED) + "1\r\n{\r\n0\r\n\r\n");
      assertThat(socket.hear().status()).isEqualTo(200);
      socket.say(head("GET", "/datasource", JSON));
      assertThat(socket.hear().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1048577\r\n", "Content-Length: 2147483648\r\n"})
  void a_body_that_says_it_is_too_large_is_refused_unread(String length) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply = socket.say(head("POST", "/data-app", JSON + length)).hear();

      assertThat(reply.verdict()).isEqualTo("413 PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void chunks_that_add_up_to_too_much_are_refused() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(head("POST", "/data-app", CHUNKED));
      String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
      for (int i = 0; i < 17; i++) {
        socket.say(chunk);
      }

      assertThat(socket.hear().verdict()).isEqualTo("413 PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void a_body_of_just_the_limit_is_read() throws IOException {
    String name = json(body("name", "x"));
    String body = name + " ".repeat(1024 * 1024 - name.length());

    assertThat(tenant.service().post("/data-app", body).status()).isEqualTo(200);
  }

  @Test
  void authentication_comes_before_size_and_type() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(
          "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
              + "Content-Length: 2000000\r\n\r\n");

      assertThat(socket.hear().status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "json",
        "application/jsonx",
        "multipart/form-data; boundary=x"
      })
  void a_type_that_is_not_json_is_refused(String type) throws IOException {
    assertThat(typed("Content-Type: " + type + "\r\n").verdict())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: application/json; charset=utf-8\r\n",
        "Content-Type: APPLICATION/JSON\r\n",
        "Content-Type: application/vnd.api+json\r\n"
      })
  void json_goes_by_several_types_and_by_none(String type) throws IOException {
    assertThat(typed(type).status()).isEqualTo(200);
  }

  @Test
  void a_method_override_is_never_obeyed() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String overrides = "X-HTTP-Method-Override: DELETE\r\nX-Method-Override: DELETE\r\n";
      String path = "/data-app/datamarts?datamartName=sales-datamart&_method=DELETE";
      socket.say(head("POST", path, overrides + JSON + length("{}")) + "{}");

      assertThat(socket.hear().message()).isEqualTo("\"name\" is required");
      assertThat(tenant.version()).isZero();
    }
  }

  private Reply typed(String header) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String body = json(body("name", "typed"));
      return socket.say(head("POST", "/data-app", header + length(body)) + body).hear();
    }
  }

  private String head(String method, String path, String headers) {
    String token = "Authorization: Bearer " + tenant.serviceToken() + "\r\n";
    return method + " /api/v2" + path + " HTTP/1.1\r\nHost: x\r\n" + token + headers + "\r\n";
  }

  private static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n";
  }
}
