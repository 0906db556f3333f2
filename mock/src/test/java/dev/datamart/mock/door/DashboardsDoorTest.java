package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DashboardsDoorTest {

  private static final String PATH = "/data-app/dashboards";
  private static final String MIRROR = "/dataApp/dashboards";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.portal();

  @Test
  void each_dashboard_embed_is_an_item_in_their_order() {
    List<String> embeds = new ArrayList<>();
    for (JsonNode embed : api.get("/data-app/embeds").json().path("data")) {
      if (embed.path("embedType").asText().equals("dashboard")) {
        embeds.add(
            embed.path("embedId").asText() + " " + embed.at("/externalDashboard/name").asText());
      }
    }

    Reply reply = api.get(PATH);

    assertThat(embeds).isNotEmpty();
    assertThat(reply.json().path("data"))
        .extracting(item -> item.path("embedId").asText() + " " + item.path("name").asText())
        .isEqualTo(embeds);
    assertThat(reply.json().has("error")).isTrue();
  }

  @Test
  void a_deleted_embed_takes_its_item_along() {
    String first = api.get(PATH).json().at("/data/0/embedId").asText();

    api.delete("/data-app/embeds?embedId=" + first);

    assertThat(api.get(PATH).body()).doesNotContain(first);
  }

  @Test
  void names_are_compared_exactly_and_may_be_several() {
    String name = api.get(PATH).json().at("/data/0/name").asText();
    String query = PATH + "?dashboardNames=";

    assertThat(names(api.get(query + "nope," + Caller.encoded(name)))).containsOnly(name);
    assertThat(names(api.get(query + Caller.encoded(name.toUpperCase())))).isEmpty();
    assertThat(names(api.get(query + ","))).isEmpty();
    assertThat(api.get(query).verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, MIRROR})
  void the_deprecated_method_takes_names_in_a_list(String path) {
    String name = api.get(PATH).json().at("/data/0/name").asText();

    Reply one = api.post(path, body("filters", body("dashboardNames", List.of(name, "nope"))));

    assertThat(names(one)).containsOnly(name);
    assertThat(api.post(path, "").body()).isEqualTo(api.get(PATH).body());
    assertThat(api.post(path, body("filters", body("dashboardNames", List.of()))).body())
        .isEqualTo(api.get(PATH).body());
    for (String wrong : List.of("[5]", "[null]", "[\"a\", \"a\", null]", "[\"\"]", "{}", "[[]]")) {
      assertThat(api.post(path, "{\"filters\": {\"dashboardNames\": " + wrong + "}}").verdict())
          .as(wrong)
          .isEqualTo("400 INVALID_REQUEST_BODY");
    }
    assertThat(api.post(path, "{\"filters\": {\"dashboardNames\": [\"a\", \"a\"]}}").status())
        .isEqualTo(200);
    assertThat(one.header("Link"))
        .contains("<" + "/api/v2" + PATH + ">; rel=\"successor-version\"");
  }

  @Test
  void of_a_living_path_the_deprecated_method_alone_is_marked() {
    assertThat(api.get(PATH).header("Deprecation")).isEmpty();
    assertThat(api.post(PATH, "{}").header("Deprecation")).isPresent();
    assertThat(api.send("PATCH", PATH, "{}").header("Deprecation")).isEmpty();
    assertThat(api.send("PATCH", MIRROR, "{}").header("Deprecation")).isPresent();
    assertThat(api.send("PATCH", PATH, "{}").header("Allow")).contains("GET, HEAD, POST");
  }

  private static List<String> names(Reply list) {
    List<String> names = new ArrayList<>();
    list.json().path("data").forEach(item -> names.add(item.path("name").asText()));
    return names;
  }
}
