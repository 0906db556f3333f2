package dev.datamart.mock.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests to the control plane are a browser's on behalf of somebody else's page. */
@Timeout(30)
class WebPagesTest {

  private static final String STATE = "GET /__mock/organizations/acme/state";
  private static final String SERVICE = "11111111-1111-4111-8111-111111111111";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:PORT",
        "localhost.",
        "127.0.0.1:PORT",
        "127.1.2.3",
        "[::1]:PORT",
        "[0:0:0:0:0:0:0:1]",
        "mock.localhost:9",
        "ip6-localhost"
      })
  void names_of_this_machine_are_allowed(String host) throws IOException {
    assertThat(ask(TestMock.shared(), STATE, "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "localhost.evil.example",
        "evillocalhost",
        "127.0.0.1.evil.example",
        "127.0.0.256",
        "1270.0.1",
        "10.0.0.1:PORT",
        "0.0.0.0",
        "[::2]",
        "[::ffff:10.0.0.1]",
        "host.docker.internal"
      })
  void other_names_are_refused_everywhere_below_it(String host) throws IOException {
    for (String request :
        new String[] {STATE, "GET /__mock/health", "GET /__mock/", "DELETE /__mock/journal"}) {
      Reply refused = ask(TestMock.shared(), request, "Host: " + host);

      assertThat(refused.status()).as(request).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("FORBIDDEN");
      assertThat(refused.message()).contains("--allow-host").doesNotContain(SERVICE);
    }
  }

  @Test
  void the_api_is_called_by_any_name_from_anywhere() throws IOException {
    Reply reply =
        ask(
            TestMock.shared(),
            "GET /api/v2/data-app",
            "Host: evil.example\r\nOrigin: null\r\nSec-Fetch-Site: cross-site\r\n"
                + "Authorization: Bearer "
                + SERVICE);

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void a_name_that_was_allowed_is() throws IOException {
    MockOptions options =
        MockOptions.defaults().withAllowedHosts(Set.of("Host.Docker.Internal", "ci.example"));
    try (TestMock mock = TestMock.start(options)) {
      assertThat(ask(mock, STATE, "Host: host.docker.internal:8080").status()).isEqualTo(200);
      assertThat(ask(mock, STATE, "Host: ci.example").status()).isEqualTo(200);
      assertThat(ask(mock, STATE, "Host: example").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1:PORT   | 200
          HTTP://127.0.0.1:PORT   | 200
          http://127.0.0.1        | 403
          http://127.0.0.1:1      | 403
          http://localhost:PORT   | 403
          http://evil.example     | 403
          http://127.0.0.1:PORT.evil.example | 403
          null                    | 403
          file://                 | 403
          """)
  void only_pages_of_the_same_address_may_ask(String origin, int status) throws IOException {
    String headers = "Host: 127.0.0.1:PORT\r\nOrigin: " + origin;

    assertThat(ask(TestMock.shared(), STATE, headers).status()).isEqualTo(status);
    assertThat(ask(TestMock.shared(), "GET /__mock/", headers).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          same-origin | cors     | empty    | 200 | 200
          none        | navigate | document | 200 | 200
          cross-site  | no-cors  | script   | 403 | 403
          same-site   | no-cors  | image    | 403 | 403
          cross-site  | navigate | iframe   | 403 | 403
          cross-site  | navigate | document | 403 | 200
          same-site   | navigate | document | 403 | 200
          other       | cors     | empty    | 403 | 403
          """)
  void a_browser_says_where_a_request_comes_from(
      String site, String mode, String dest, int status, int statusOfConsole) throws IOException {
    String headers =
        "Host: localhost\r\nSec-Fetch-Site: %s\r\nSec-Fetch-Mode: %s\r\nSec-Fetch-Dest: %s"
            .formatted(site, mode, dest);

    assertThat(ask(TestMock.shared(), STATE, headers).status()).isEqualTo(status);
    assertThat(ask(TestMock.shared(), "GET /__mock/", headers).status()).isEqualTo(statusOfConsole);
  }

  @Test
  void where_others_can_call_pages_are_refused_and_names_are_not() throws IOException {
    MockOptions options = MockOptions.defaults().withHost("0.0.0.0").withAdminToken("let-me-in");
    try (TestMock mock = TestMock.start(options)) {
      String token = "\r\nAuthorization: Bearer let-me-in";
      assertThat(ask(mock, STATE, "Host: mock.example" + token).status()).isEqualTo(200);
      assertThat(ask(mock, STATE, "Host: mock.example\r\nOrigin: null" + token).status())
          .isEqualTo(403);
      assertThat(ask(mock, STATE, "Host: x\r\nSec-Fetch-Site: same-site" + token).status())
          .isEqualTo(403);
    }
  }

  @Test
  void who_is_refused_cannot_make_the_server_wait_for_a_large_body() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(
          "POST /__mock/organizations HTTP/1.1\r\nHost: evil.example\r\n"
              + "Content-Length: 60000000\r\n\r\n{");

      assertThat(socket.hear().status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /__mock/",
        "GET /__mock/console.js",
        "GET /__mock/health",
        "GET /__mock/metrics",
        "GET /__mock/openapi.yaml",
        "GET /__mock/journal/curl",
        "GET /__mock/nothing",
        "GET /__mock/%zz",
        "POST /__mock/health"
      })
  void nothing_below_it_is_taken_for_another_type(String request) throws IOException {
    Reply reply = ask(TestMock.shared(), request, "Host: localhost");

    assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
  }

  private static Reply ask(TestMock mock, String request, String headers) throws IOException {
    String port = String.valueOf(mock.baseUri().getPort());
    try (RawSocket socket = RawSocket.to(java.net.URI.create("http://127.0.0.1:" + port))) {
      return socket
          .say(request + " HTTP/1.1\r\n" + headers.replace("PORT", port) + "\r\n\r\n")
          .hear();
    }
  }
}
