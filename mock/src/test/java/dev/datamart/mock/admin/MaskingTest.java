package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No answer of the control plane shows a token, but those that are asked for tokens. */
@Timeout(60)
class MaskingTest {

  private static final List<String> SEED_TOKENS =
      List.of(
          "11111111-1111-4111-8111-111111111111",
          "22222222-2222-4222-8222-222222222222",
          "22222222-2222-4222-8222-22222222222b",
          "33333333-3333-4333-8333-333333333333",
          "44444444-4444-4444-8444-444444444444");

  @Test
  void no_token_is_shown_wherever_callers_put_it() {
    try (TestMock server = TestMock.start()) {
      Caller control = server.control();
      Tenant own = server.newTenant();
      List<String> tokens = new ArrayList<>(SEED_TOKENS);
      tokens.addAll(own.tokens());
      tokens.addAll(freshKeys(own));
      tokens.forEach(token -> misplace(own, control, token));

      for (String path : everything(own)) {
        Reply answer = control.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain(tokens);
      }
      for (String token : tokens) {
        Reply refused = control.get("/organizations/" + token);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain(token);
      }
    }
  }

  @Test
  void tokens_that_are_no_words_are_found_by_their_value(@TempDir Path directory) throws Exception {
    String json =
        new String(
                MaskingTest.class.getResourceAsStream("/seeds/demo.json").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace("22222222-2222-4222-8222-222222222222", "dbn.live+abc123/x=");
    Path file = Files.writeString(directory.resolve("seed.json"), json);

    try (TestMock server = TestMock.start(MockOptions.defaults().withSeed(file.toString()))) {
      Caller api = server.api().with("dbn.live+abc123/x=");
      api.get("/data-app/datamarts?isPagination=dbn.live+abc123/x=");
      api.get("/data-app/datamarts?isPagination=dbn.live%2Babc123%2Fx%3D");
      assertThat(api.post("/data-app/embeds", body("a", "dbn.live+abc123/x=")).status())
          .isEqualTo(400);

      Caller control = server.control();
      assertThat(control.get("/journal").body()).doesNotContain("abc123").contains("…");
    }
  }

  @Test
  void what_was_recorded_of_an_organization_goes_with_it() {
    Caller control = TestMock.shared().control();
    Tenant own = Tenant.demo();
    own.service().get("/data-app?name=" + own.serviceToken());
    control.send("DELETE", "/organizations/" + own.id(), null);

    assertThat(control.get("/journal?organization=" + own.id()).json().path("exchanges")).isEmpty();
    assertThat(control.get("/journal").body()).doesNotContain(own.serviceToken());
  }

  private static List<String> freshKeys(Tenant own) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      keys.add(
          own.service()
              .post("/data-app/api-tokens", Map.of("dataAppName", Tenant.PORTAL, "name", "n"))
              .json()
              .path("key")
              .asText());
    }
    Reply rotated = own.as(keys.get(0)).post("/data-app/rotate-api", Map.of("expireAt", 0));
    keys.add(rotated.json().path("key").asText());
    own.service().get("/data-app/api-tokens?dataAppName=" + Tenant.PORTAL);
    return keys;
  }

  /** Puts a token where callers put them by mistake. */
  private static void misplace(Tenant own, Caller control, String token) {
    own.service().get("/data-app/datamarts?token=" + token);
    own.service().get("/dataApp/datamarts?isPagination=x" + token + "y");
    own.service().get("/data-app/" + token);
    own.service().delete("/data-app/datamart?datamartName=" + token);
    own.service().post("/dataApp/datamart/delete", body("datamartName", token));
    own.service().post("/data-app", body(token, "Bearer " + token));
    own.as(token).get("/data-app/datamarts");
    Caller.exchange(
        own.request("/dataApp/datamart/list")
            .header("User-Agent", "agent " + token)
            .POST(BodyPublishers.ofString(json(body("pageNumber", token))))
            .build());
    own.fault("effect", "delay", "delayMillis", 0, "token", token);
    control.get("/journal/" + token);
  }

  private static List<String> everything(Tenant own) {
    String organization = "/organizations/" + own.id();
    List<String> paths = new ArrayList<>();
    for (String below :
        List.of(
            "",
            "/versions",
            "/difference",
            "/clock",
            "/migration",
            "/datamarts/sales-datamart/impact")) {
      paths.add(organization + below);
    }
    paths.addAll(
        List.of(
            "/organizations",
            "/journal?limit=1000",
            "/journal/1",
            "/journal/har",
            "/journal/curl",
            "/faults",
            "/migration",
            "/clock",
            "/health",
            "/metrics"));
    return paths;
  }

  @Test
  void a_difference_tells_keys_by_their_names() {
    Tenant own = Tenant.demo();
    own.service()
        .post("/data-app/api-tokens", Map.of("dataAppName", Tenant.PORTAL, "name", "night job"));

    JsonNode added = own.control().get("/difference").json().path("added").path(0);
    assertThat(added.path("kind").asText()).isEqualTo("apiKey");
    assertThat(added.path("name").asText()).isEqualTo("night job");
  }
}
