package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DataAppsDoorTest {

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.service();

  @ParameterizedTest
  @ValueSource(strings = {"/data-app", "/dataApp", "/data-app/", "/dataApp/"})
  void a_data_app_is_made_listed_and_deleted(String root) {
    assertThat(api.post(root, Map.of("name", "new app")).body())
        .isEqualTo(json(body("name", "new app")));

    JsonNode item = api.get(root).item("name", "new app");
    assertThat(item.path("type").asText()).isEqualTo("embedded");
    assertThat(item.path("embedCount").asInt()).isZero();
    assertThat(item.path("embeds")).isEmpty();

    assertThat(api.delete(root + "?name=new+app").body()).isEqualTo(json(body("name", "new app")));
    assertThat(api.get(root).each("name")).doesNotContain("new app");
    assertThat(api.delete(root + "?name=new%20app").verdict()).isEqualTo("400 DATA_APP_NOT_FOUND");
  }

  @Test
  void the_list_counts_and_names_the_embeds() {
    JsonNode item = api.get("/data-app").item("name", Tenant.PORTAL);

    assertThat(item.path("embedCount").asInt()).isEqualTo(4);
    assertThat(item.path("embeds").findValuesAsText("embedId"))
        .isEqualTo(tenant.portal().get("/data-app/embeds").each("embedId"));
  }

  @Test
  void deleting_a_data_app_kills_its_keys_and_embeds_and_leaves_the_datamarts() {
    Caller portal = tenant.portal();

    api.delete("/data-app?name=" + Tenant.PORTAL);

    assertThat(portal.get("/data-app/embeds").status()).isEqualTo(401);
    assertThat(portal.get("/data-app/datamarts").status()).isEqualTo(401);
    assertThat(api.get("/data-app/datamarts").each("name")).contains("sales-datamart");
    assertThat(tenant.app(Tenant.PARTNER).get("/data-app/embeds").each("embedId")).hasSize(2);
  }

  @Test
  void a_data_app_that_takes_the_name_again_gets_neither_keys_nor_embeds_back() {
    Caller portal = tenant.portal();
    api.delete("/data-app?name=" + Tenant.PORTAL);

    api.post("/data-app", Map.of("name", Tenant.PORTAL));

    assertThat(portal.get("/data-app/embeds").status()).isEqualTo(401);
    assertThat(api.get("/data-app").item("name", Tenant.PORTAL).path("embedCount").asInt())
        .isZero();
    assertThat(api.get("/data-app/api-tokens?dataAppName=" + Tenant.PORTAL).json().path("data"))
        .isEmpty();
  }

  @Test
  void the_answers_of_data_apps_have_no_error_member() {
    List<String> bodies =
        List.of(
            api.get("/data-app").body(),
            api.post("/data-app", Map.of("name", "x")).body(),
            api.delete("/data-app?name=x").body(),
            api.get("/data-app/api-tokens?dataAppName=" + Tenant.PORTAL).body(),
            api.get("/datasource").body());

    assertThat(bodies).noneMatch(body -> body.contains("\"error\""));
  }

  @Test
  void an_embed_of_a_data_app_shows_up_in_its_count() {
    tenant.portal().post("/data-app/embeds", Bodies.embedOn("sales-datamart"));

    assertThat(api.get("/data-app").item("name", Tenant.PORTAL).path("embedCount").asInt())
        .isEqualTo(5);
  }
}
