package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the control plane. */
@Timeout(30)
class AccessTest {

  private static final String SERVICE = "11111111-1111-4111-8111-111111111111";

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void a_server_that_others_can_reach_always_has_an_admin_token(String host) {
    try (TestMock server = TestMock.start(MockOptions.defaults().withHost(host))) {
      URI here = URI.create("http://127.0.0.1:" + server.baseUri().getPort());
      String token = server.server().world().options().adminToken();

      assertThat(token).isNotBlank();
      assertThat(Caller.ofControl(here).get("/organizations").status()).isEqualTo(401);
      assertThat(Caller.ofControl(here).with(token).get("/organizations").status()).isEqualTo(200);
      assertThat(Caller.ofApi(here).with(SERVICE).get("/data-app").status()).isEqualTo(200);
    }
  }

  @Test
  void on_loopback_everybody_gets_in_unless_a_token_is_set() {
    assertThat(TestMock.shared().control().get("/organizations").status()).isEqualTo(200);

    try (TestMock server = TestMock.start(MockOptions.defaults().withAdminToken("let-me-in"))) {
      Caller control = server.control();
      for (String path :
          new String[] {"/organizations", "/journal", "/metrics", "/none", "/faults"}) {
        Reply refused = control.get(path);
        assertThat(refused.status()).as(path).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.message()).contains("admin token");
      }
      assertThat(control.with("let-me-i").get("/organizations").status()).isEqualTo(401);
      assertThat(control.with(SERVICE).get("/organizations").status()).isEqualTo(401);
      assertThat(control.with("let-me-in").get("/organizations").status()).isEqualTo(200);
      assertThat(control.get("/health").status()).isEqualTo(200);
      assertThat(control.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void a_change_without_the_token_is_not_made() {
    try (TestMock server = TestMock.start(MockOptions.defaults().withAdminToken("let-me-in"))) {
      Caller stranger = server.control();

      assertThat(stranger.post("/faults", body("effect", "error")).status()).isEqualTo(401);
      assertThat(stranger.delete("/organizations/acme").status()).isEqualTo(401);

      assertThat(server.api().with(SERVICE).get("/data-app").status()).isEqualTo(200);
    }
  }

  @Test
  void who_has_no_token_cannot_make_the_server_wait_for_a_large_body() throws Exception {
    try (TestMock server = TestMock.start(MockOptions.defaults().withAdminToken("let-me-in"));
        RawSocket socket = server.socket()) {
      socket.say(
          "PUT /__mock/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n{");

      assertThat(socket.hear().status()).isEqualTo(401);
    }
  }

  @Test
  void paths_that_only_begin_alike_are_not_the_control_planes() {
    Caller control = TestMock.shared().control();

    Reply reply = control.get("x/organizations");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("RESOURCE_NOT_FOUND");
  }
}
