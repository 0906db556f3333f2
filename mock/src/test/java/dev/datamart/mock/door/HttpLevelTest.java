package dev.datamart.mock.door;

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

/** What no decent client sends is answered all the same, in the envelope. */
@Timeout(30)
class HttpLevelTest {

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v2/datasource HTTP/1.1\r\n\r\n",
        "GET /api/v2/data source HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/v2/datasource HTTP/7.0\r\nHost: x\r\n\r\n",
        "GET /api/v2/datasource HTTX/1.1\r\nHost: x\r\n\r\n",
        "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
        "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /api/v2/data-app HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
      })
  void what_is_not_http_is_refused_in_the_envelope(String request) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply = socket.say(request).hear();

      assertThat(reply.status()).isBetween(400, 499);
      envelope(reply);
    }
  }

  @Test
  void this_is_no_proxy() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say("CONNECT example.org:80 HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(socket.rest()).startsWith("HTTP/1.1 400 ").endsWith("\"status\":400}}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Long: ", "Authorization: Bearer ", "Cookie: "})
  void a_header_that_is_too_long_is_refused_in_the_envelope(String header) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String start = "GET /api/v2/datasource HTTP/1.1\r\nHost: x\r\n" + header;

      envelope(socket.say(start + "a".repeat(70_000) + "\r\n\r\n").hear());
    }
  }

  @Test
  void a_request_line_that_is_too_long_is_refused_in_the_envelope() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String line = "GET /api/v2/datasource?x=" + "a".repeat(70_000) + " HTTP/1.1\r\n\r\n";

      envelope(socket.say(line).hear());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n", "ffffffffffffffffff\r\n{}"})
  void bad_chunks_are_refused_in_the_envelope(String chunks) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(head("POST", "/api/v2/data-app", "Transfer-Encoding: chunked\r\n"));

      Reply reply = socket.say(chunks).hear();

      assertThat(reply.status()).isEqualTo(400);
      envelope(reply);
    }
  }

  @Test
  void unknown_methods_are_refused_by_known_paths_after_authentication() throws IOException {
    for (String method : List.of("PATCH", "TRACE", "OPTIONS", "BREW", "get")) {
      try (RawSocket socket = TestMock.shared().socket()) {
        Reply reply = socket.say(head(method, "/api/v2/data-app/datamarts", "")).hear();

        assertThat(reply.verdict()).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow")).contains("DELETE, GET, HEAD, POST, PUT");
        socket.say(method + " /api/v2/data-app HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(socket.hear().verdict()).isEqualTo("401 AUTHENTICATION_ERROR");
      }
    }
  }

  @Test
  void a_head_is_a_get_without_its_body() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply get = socket.say(head("GET", "/api/v2/datasource", "")).hear();
      Reply head = socket.say(head("HEAD", "/api/v2/datasource", "")).hearHead();

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
      assertThat(socket.say(head("GET", "/api/v2/datasource", "")).hear().body())
          .isEqualTo(get.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v2/%64atasource", "/api/v2%2Fdatasource", "/api/v2/%zz", "/api/v2/x/../datasource",
        "/api/v2//datasource", "/api/v2/datasource//", "/api/v2/\u00e9", "/api/v2/datasource;a=b",
        "/API/v2/datasource", "/api/v2", "/api/v2/"
      })
  void a_path_that_is_only_like_one_is_unknown(String path) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      assertThat(socket.say(head("GET", path, "")).hear().verdict())
          .isEqualTo("404 RESOURCE_NOT_FOUND");
    }
  }

  @Test
  void outside_the_api_nobody_is_asked_for_a_token() throws IOException {
    for (String path :
        List.of("/", "/nothing", "/api/v3/datasource", "/api/v22", "/api/v11", "*")) {
      try (RawSocket socket = TestMock.shared().socket()) {
        Reply reply = socket.say("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").hear();

        assertThat(reply.verdict()).as(path).isEqualTo("404 RESOURCE_NOT_FOUND");
      }
    }
  }

  @Test
  void the_absolute_form_of_a_path_is_the_path() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      assertThat(
              socket.say(head("GET", "http://example.org/api/v2/datasource", "")).hear().status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_refusal_keeps_the_connection_unless_the_caller_wants_it_closed() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String refused = head("GET", "/api/v2/datasource/schema", "");
      socket.say(
          refused + refused + head("GET", "/api/v2/datasource/schema", "Connection: close\r\n"));

      for (int i = 0; i < 2; i++) {
        Reply reply = socket.hear();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Connection")).isEmpty();
      }
      assertThat(socket.hear().header("Connection")).contains("close");
      assertThat(socket.rest()).isEmpty();
    }
  }

  @Test
  void http_1_0_is_answered_too() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String authorization = "Authorization: Bearer " + tenant.serviceToken();
      socket.say("GET /api/v2/datasource HTTP/1.0\r\n" + authorization + "\r\n\r\n");

      assertThat(socket.hear().each("name")).contains("acme-postgres");
      assertThat(socket.rest()).isEmpty();
    }
  }

  private String head(String method, String path, String headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + tenant.serviceToken()
        + "\r\n"
        + headers
        + "\r\n";
  }

  private static void envelope(Reply reply) {
    assertThat(reply.header("Content-Type")).contains("application/json");
    assertThat(reply.code()).isNotEmpty();
    assertThat(reply.message()).isNotEmpty().doesNotContain("Exception", "java.", "org.");
    assertThat(reply.json().path("error").path("status").asInt()).isEqualTo(reply.status());
  }
}
