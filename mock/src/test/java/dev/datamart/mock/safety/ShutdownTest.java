package dev.datamart.mock.safety;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is closed finishes what it has begun, and begins nothing more. */
@Timeout(30)
class ShutdownTest {

  private static final String HEAD =
      " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 11111111-1111-4111-8111-111111111111\r\n";

  @Test
  void a_request_that_waits_is_answered_when_the_server_is_closed() throws Exception {
    TestMock server = TestMock.start();
    delayEverything(server);
    try (RawSocket socket = server.socket()) {
      socket.say("GET /api/v2/data-app" + HEAD + "\r\n");
      awaitHit(server);

      Duration took = close(server);

      assertThat(socket.hear().each("name")).contains("customer-portal");
      assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_slow_body_comes_to_its_end_when_the_server_is_closed() throws Exception {
    TestMock server = TestMock.start();
    try (RawSocket socket = server.socket()) {
      socket.say("GET /api/v2/data-app" + HEAD + "X-Mock-Fault: slow-body 600000\r\n\r\n");
      awaitRecord(server);

      Duration took = close(server);

      Reply reply = socket.hear();
      assertThat(reply.each("name")).contains("customer-portal");
      assertThat(took).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_change_that_waits_is_made_and_answered() throws Exception {
    TestMock server = TestMock.start();
    delayEverything(server);
    try (RawSocket socket = server.socket()) {
      socket.say("DELETE /api/v2/data-app/datamart?datamartName=sales-datamart" + HEAD + "\r\n");
      awaitHit(server);

      close(server);

      assertThat(socket.hear().json().path("id").asText()).isEqualTo("sales-datamart");
    }
  }

  @Test
  void idle_and_half_sent_connections_do_not_hold_it_up() throws Exception {
    TestMock server = TestMock.start();
    try (RawSocket idle = server.socket();
        RawSocket half = server.socket()) {
      idle.say("GET /api/v2/data-app" + HEAD + "\r\n").hear();
      half.say("POST /api/v2/data-app" + HEAD + "Content-Length: 50\r\n\r\n{");

      assertThat(close(server)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void nobody_is_let_in_any_more_and_closing_again_does_no_harm() {
    TestMock server = TestMock.start();
    server.control().get("/health");
    server.close();
    server.close();

    assertThatThrownBy(() -> new Socket("127.0.0.1", server.baseUri().getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  private static Duration close(TestMock server) {
    long before = System.nanoTime();
    server.close();
    return Duration.ofNanos(System.nanoTime() - before);
  }

  private static void delayEverything(TestMock server) {
    server.control().post("/faults", body("effect", "delay", "delayMillis", 600_000));
  }

  /** A request that waits has been hit by the fault, and is not yet in the journal. */
  private static void awaitHit(TestMock server) {
    Awaitility.await()
        .until(() -> server.server().world().faults().active(null).get(0).hits() == 1);
  }

  private static void awaitRecord(TestMock server) {
    Awaitility.await().until(() -> server.server().world().journal().count() > 0);
  }
}
