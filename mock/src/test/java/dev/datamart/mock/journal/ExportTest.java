package dev.datamart.mock.journal;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Shell;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exchanges as other tools take them. */
@Timeout(30)
class ExportTest {

  private static final String AWKWARD = "it's \"50%\" & [more] {ü} \\ $HOME `x` 😀";

  private final Caller control = TestMock.shared().control();
  private final Tenant own = Tenant.demo();

  @Test
  void a_har_has_all_that_the_format_requires() {
    own.service().get("/data-app/datamarts?isPagination=true&pageNumber=1");
    own.service().post("/data-app", body("name", "ü"));
    own.service().delete("/data-app?name=%C3%BC");

    JsonNode log = control.get("/journal/har?organization=" + own.id()).json().path("log");

    assertThat(members(log)).contains("version", "creator", "entries");
    assertThat(members(log.path("creator"))).contains("name", "version");
    assertThat(log.path("entries")).hasSize(3);
    for (JsonNode entry : log.path("entries")) {
      assertThat(members(entry))
          .contains("startedDateTime", "time", "request", "response", "cache", "timings");
      assertThat(members(entry.path("request")))
          .contains("method", "url", "httpVersion", "cookies", "headers", "queryString")
          .contains("headersSize", "bodySize");
      assertThat(members(entry.path("response")))
          .contains("status", "statusText", "httpVersion", "cookies", "headers", "content")
          .contains("redirectURL", "headersSize", "bodySize");
      assertThat(members(entry.path("response").path("content"))).contains("size", "mimeType");
      assertThat(members(entry.path("timings"))).contains("send", "wait", "receive");
      assertThat(URI.create(entry.path("request").path("url").asText()).isAbsolute()).isTrue();
      for (String list : List.of("headers", "queryString")) {
        entry
            .path("request")
            .path(list)
            .forEach(pair -> assertThat(members(pair)).contains("name", "value"));
      }
    }
  }

  @Test
  void a_har_tells_parameters_bodies_and_sizes_as_they_were() {
    own.service().get("/data-app/embeds?embedId=a%20b");
    own.service().post("/data-app", body("name", "ü"));

    JsonNode entries =
        control.get("/journal/har?organization=" + own.id()).json().findPath("entries");

    assertThat(entries.path(0).path("request").path("queryString").toString())
        .isEqualTo(json(List.of(body("name", "embedId", "value", "a b"))));
    JsonNode post = entries.path(1).path("request");
    assertThat(post.path("postData").path("mimeType").asText()).isEqualTo("application/json");
    assertThat(post.path("bodySize").asInt()).isEqualTo(13);
    assertThat(post.path("headers").toString()).contains("User-Agent").contains("Bearer …");
  }

  @Test
  void an_exported_command_asks_the_same_again_when_it_is_pasted() {
    Reply created = own.service().post("/data-app", Map.of("name", AWKWARD));
    assertThat(created.status()).isEqualTo(200);
    assertThat(own.service().delete("/data-app?name=" + Caller.encoded(AWKWARD)).status())
        .isEqualTo(200);

    Map<String, String> tokens = Map.of("SERVICE_TOKEN", own.serviceToken());
    List<String> commands =
        control.get("/journal/curl?organization=" + own.id()).body().lines().toList();

    Reply again = Shell.curl(commands.get(0), tokens);
    assertThat(again.json().path("name").asText()).isEqualTo(AWKWARD);
    assertThat(Shell.curl(commands.get(1), tokens).json().path("name").asText()).isEqualTo(AWKWARD);
    assertThat(Shell.curl(commands.get(1), tokens).code()).isEqualTo("DATA_APP_NOT_FOUND");
  }

  @Test
  void a_command_for_a_data_app_takes_its_key() {
    own.portal().get("/data-app/embeds?isPagination=true");

    String command = control.get("/journal/curl?organization=" + own.id()).body().strip();

    assertThat(command).contains("$API_KEY");
    assertThat(Shell.curl(command, Map.of("API_KEY", own.key(Tenant.PORTAL))).status())
        .isEqualTo(200);
  }

  @Test
  void a_body_that_begins_with_an_at_sign_is_no_file() {
    own.service().post("/data-app", "@/etc/passwd");

    String command = control.get("/journal/curl?organization=" + own.id()).body().strip();

    assertThat(Shell.curl(command, Map.of("SERVICE_TOKEN", own.serviceToken())).message())
        .isEqualTo("Malformed JSON in request body");
    assertThat(own.journal("").get(1).path("request").asText()).isEqualTo("@/etc/passwd");
  }

  private static List<String> members(JsonNode node) {
    List<String> names = new java.util.ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
