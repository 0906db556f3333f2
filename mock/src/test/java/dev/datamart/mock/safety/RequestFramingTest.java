package dev.datamart.mock.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one caller sends is one request, to everybody on the way, or it is none. */
@Timeout(30)
class RequestFramingTest {

  private final Tenant tenant = Tenant.demo();
  private final String authorization =
      "Host: x\r\nAuthorization: Bearer " + tenant.serviceToken() + "\r\n";
  private final String hidden =
      "DELETE /api/v2/data-app/datamart?datamartName=sales-datamart HTTP/1.1\r\n"
          + authorization
          + "\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: identity",
        "Transfer-Encoding: cats",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding:\u000bchunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: chunked\r\nContent-Length: 3",
        "Content-Length: 0\r\nContent-Length: 7",
        "Content-Length: 0, 7",
        "Content-Length: -1",
        "Content-Length: 0x0",
        "Content-Length : 0",
        "No colon here",
        "Host: y",
        "X: a\u0000b",
        "X: a\rb",
        " X: folded",
      })
  void a_body_is_never_executed_as_the_next_request(String header) throws IOException {
    String list =
        "POST /api/v2/dataApp/datamart/list HTTP/1.1\r\n" + authorization + header + "\r\n\r\n";
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply = socket.say(list + hidden).hear();

      assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
      assertThat(reply.message()).startsWith("The request is not valid HTTP: ");
      assertThat(reply.header("Connection")).contains("close");
      assertThat(reply.header("Date")).isPresent();
      assertThat(socket.rest()).isEmpty();
    }
    assertThat(tenant.service().get("/data-app/datamarts").each("name")).contains("sales-datamart");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3\r\n{}\r\n0\r\n\r\n", "2\r\n{}0\r\n\r\n", "2\n{}\r\n0\r\n\r\n", "g\r\n"})
  void chunks_that_are_not_what_they_say_end_the_connection(String chunks) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply = socket.say(list("Transfer-Encoding: chunked") + chunks + hidden).hear();

      assertThat(reply.message()).contains("chunks are not what their sizes say");
      assertThat(socket.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n2;name=\"value\"\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
        "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}",
        "Upgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 2\r\n\r\n{}",
      })
  void what_is_unusual_and_right_is_answered(String rest) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String list = "\r\nPOST /api/v2/dataApp/datamart/list HTTP/1.1\r\n" + authorization + rest;

      socket.say(list + list);

      assertThat(socket.hear().each("name")).contains("sales-datamart");
      assertThat(socket.hear().each("name")).contains("sales-datamart");
    }
  }

  @Test
  void a_trace_is_not_allowed_whatever_its_length_is() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String trace = "TRACE /api/v2/workspace HTTP/1.1\r\n" + authorization;
      socket.say(trace + "\r\n" + trace + "Content-Length: 0\r\n\r\n");

      for (int i = 0; i < 2; i++) {
        Reply reply = socket.hear();
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET, HEAD");
      }
    }
  }

  @Test
  void who_speaks_http_2_is_told_at_once() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply = socket.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").hear();

      assertThat(reply.message()).contains("HTTP/2 is not spoken here");
      assertThat(socket.rest()).isEmpty();
    }
  }

  @Test
  void who_asks_before_a_body_that_is_too_large_is_refused_and_not_told_to_go_on()
      throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      socket.say(list("Expect: 100-continue\r\nContent-Length: 9000000"));

      assertThat(socket.hear().status()).isEqualTo(413);
    }
  }

  @Test
  void who_asks_before_a_body_is_told_to_go_on() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      assertThat(socket.say(list("Expect: 100-continue\r\nContent-Length: 2")).hear().status())
          .isEqualTo(100);
      assertThat(socket.say("{}").hear().status()).isEqualTo(200);
    }
  }

  @Test
  void a_body_that_is_compressed_is_of_the_wrong_type() throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      Reply reply =
          socket.say(list("Content-Encoding: gzip\r\nContent-Length: 3") + "\u001f\u008b!").hear();

      assertThat(reply.verdict()).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
      assertThat(reply.message()).contains("must not be compressed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"POST /nope", "POST /api/v2/data-app", "PUT /__mock/organizations/x/state"})
  void nobody_waits_for_a_large_body_that_changes_nothing(String line) throws IOException {
    try (RawSocket socket = TestMock.shared().socket()) {
      String head = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000000\r\n\r\n{";

      Reply reply = socket.say(head).hear();

      assertThat(reply.status()).isIn(401, 404, 413);
      assertThat(reply.header("Connection")).contains("close");
    }
  }

  @Test
  void every_answer_has_a_date() {
    assertThat(tenant.service().get("/workspace").header("Date").orElseThrow())
        .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
  }

  private String list(String header) {
    return "POST /api/v2/dataApp/datamart/list HTTP/1.1\r\n" + authorization + header + "\r\n\r\n";
  }
}
