package dev.datamart.mock.safety;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who ask and do not listen, or never finish asking, take nothing from the others. */
@Timeout(60)
class StarvationTest {

  private static final String TOKEN = "11111111-1111-4111-8111-111111111111";
  private static final String HEAD =
      " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN + "\r\n";

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void hundreds_of_half_sent_requests_do_not_keep_others_waiting() throws Exception {
    try (TestMock server = TestMock.start()) {
      for (int i = 0; i < 300; i++) {
        open(server, "GET /api/v2/data-a");
        open(server, "POST /api/v2/data-app" + HEAD + "Content-Length: 50\r\n\r\n{");
        open(server, "POST /api/v2/data-app" + HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{");
      }

      assertAnswers(server);
    }
  }

  @Test
  void callers_who_do_not_read_their_answers_do_not_keep_others_waiting() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withSeed("crowded"))) {
      String many = ("GET /api/v2/data-app/datamarts" + HEAD + "\r\n").repeat(40);
      for (int i = 0; i < 8; i++) {
        open(server, many);
      }

      assertAnswers(server);
    }
  }

  @Test
  void who_leaves_too_much_unread_is_cut_off() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withSeed("crowded"))) {
      String many = ("GET /api/v2/data-app/datamarts" + HEAD + "\r\n").repeat(100);
      Socket deaf = open(server, many);

      assertThat(heardUntilTheEnd(deaf)).isLessThan(100L * 800_000);
      assertAnswers(server);
    }
  }

  @Test
  void a_request_that_does_not_arrive_in_time_is_refused_in_the_contracts_shape() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withRequestSeconds(1));
        RawSocket head = server.socket();
        RawSocket body = server.socket()) {
      head.say("GET /api/v2/data-app HT");
      body.say("POST /api/v2/data-app" + HEAD + "Content-Length: 50\r\n\r\n{");

      for (RawSocket late : List.of(head, body)) {
        Reply reply = late.hear();
        assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
        assertThat(reply.message()).isEqualTo("The request did not arrive within 1 seconds");
        assertThat(late.rest()).isEmpty();
      }
      assertAnswers(server);
    }
  }

  @Test
  void a_slow_but_whole_request_is_answered() throws Exception {
    try (TestMock server = TestMock.start();
        RawSocket slow = server.socket()) {
      String request =
          "POST /api/v2/data-app" + HEAD + "Content-Length: 12\r\n\r\n" + json(body("name", "x"));
      for (char c : request.toCharArray()) {
        slow.say(String.valueOf(c));
      }

      assertThat(slow.hear().status()).isEqualTo(200);
    }
  }

  @Test
  void connections_beyond_the_limit_are_told_so_and_places_become_free_again() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withMaxConnections(2))) {
      Socket first = connected(server);
      connected(server);

      try (RawSocket third = server.socket()) {
        Reply reply = third.say("GET /api/v2/data-app" + HEAD + "\r\n").hear();
        assertThat(reply.verdict()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(reply.header("Retry-After")).isPresent();
      }
      first.close();

      org.awaitility.Awaitility.await().untilAsserted(() -> assertAnswers(server));
    }
  }

  @Test
  void pipelined_requests_are_answered_one_after_another() throws Exception {
    try (TestMock server = TestMock.start();
        RawSocket socket = server.socket()) {
      String create = json(body("name", "pipelined"));
      socket.say(
          "POST /api/v2/data-app"
              + HEAD
              + "Content-Length: "
              + create.length()
              + "\r\n\r\n"
              + create
              + "GET /api/v2/data-app"
              + HEAD
              + "\r\n"
              + "DELETE /api/v2/data-app?name=pipelined"
              + HEAD
              + "\r\n"
              + "GET /api/v2/none"
              + HEAD
              + "\r\n");

      assertThat(socket.hear().status()).isEqualTo(200);
      assertThat(socket.hear().each("name")).contains("pipelined");
      assertThat(socket.hear().status()).isEqualTo(200);
      assertThat(socket.hear().status()).isEqualTo(404);
    }
  }

  @Test
  void the_body_of_a_trace_is_not_taken_for_the_next_request() throws Exception {
    try (TestMock server = TestMock.start();
        RawSocket socket = server.socket()) {
      String hidden =
          "DELETE /api/v2/data-app/datamart?datamartName=sales-datamart" + HEAD + "\r\n";
      socket.say("TRACE / HTTP/1.1\r\nHost: x\r\nContent-Length: " + hidden.length() + "\r\n\r\n");

      assertThat(socket.say(hidden).hear().verdict()).isEqualTo("404 RESOURCE_NOT_FOUND");
      assertThat(server.api().with(TOKEN).get("/data-app/datamarts").each("name"))
          .contains("sales-datamart");
    }
  }

  @Test
  void who_sends_thousands_of_requests_ahead_holds_up_nobody() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withSeed("crowded"));
        RawSocket eager = server.socket()) {
      int ahead = 2_000;
      String create = json(body("name", "d".repeat(900)));
      String post = "POST /api/v2/data-app" + HEAD + "Content-Length: " + create.length();
      eager.say((post + "\r\n\r\n" + create).repeat(ahead));

      assertAnswers(server);

      assertThat(server.control().get("/health").json().path("exchanges").asInt())
          .isLessThan(ahead);
      assertThat(eager.hear().status()).isEqualTo(200);
    }
  }

  @Test
  void a_body_in_chunks_of_one_byte_is_read_without_trouble() throws Exception {
    try (TestMock server = TestMock.start();
        RawSocket socket = server.socket()) {
      String name = "n".repeat(100_000);
      String chunks = json(body("name", name)).replaceAll("(.)", "1\r\n$1\r\n");

      Reply reply =
          socket
              .say("POST /api/v2/data-app" + HEAD + "Transfer-Encoding: chunked\r\n\r\n")
              .say(chunks + "0\r\n\r\n")
              .hear();

      assertThat(reply.status()).isEqualTo(200);
    }
  }

  private static void assertAnswers(TestMock server) {
    for (int i = 0; i < 6; i++) {
      Caller api = server.api().with(TOKEN);
      assertThatCode(() -> assertThat(api.get("/data-app").status()).isEqualTo(200))
          .doesNotThrowAnyException();
    }
  }

  private Socket open(TestMock server, String request) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.connect(
        new java.net.InetSocketAddress(server.baseUri().getHost(), server.baseUri().getPort()));
    sockets.add(socket);
    socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Opens a connection that the server has taken note of. */
  private Socket connected(TestMock server) throws IOException {
    Socket socket = open(server, "GET /api/v2/none" + HEAD + "\r\n");
    assertThat(socket.getInputStream().read()).isPositive();
    return socket;
  }

  private static long heardUntilTheEnd(Socket socket) {
    long heard = 0;
    byte[] buffer = new byte[65_536];
    try {
      int read;
      while ((read = socket.getInputStream().read(buffer)) >= 0) {
        heard += read;
      }
    } catch (IOException reset) {
      return heard;
    }
    return heard;
  }
}
