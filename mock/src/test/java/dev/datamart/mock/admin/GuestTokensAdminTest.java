package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guest tokens live and die as the contract says; the control plane tells who, what and why. */
@Timeout(30)
class GuestTokensAdminTest {

  private static final String EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a01";
  private static final String OTHER_EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a03";
  private static final String CLIENT = "acme-store-7";

  private final Tenant tenant = Tenant.demo();

  @Test
  void a_living_token_is_shown_with_what_it_was_made_with_and_masked() {
    Map<String, Object> params =
        Map.of(
            "allowedEmbeds",
            List.of(EMBED),
            "userIdentifier",
            "dana",
            "appFilters",
            List.of(Map.of("metricId", "monthly-revenue", "values", Map.of("x", 1))));
    String token =
        make("params", params, "permissions", Map.of("isShowSideBar", true), "theme", "dark");

    JsonNode facts = facts();

    assertThat(facts.path("dataAppName").asText()).isEqualTo(Tenant.PORTAL);
    assertThat(facts.path("allowedEmbeds").toString()).isEqualTo("[\"" + EMBED + "\"]");
    assertThat(facts.path("params").toString())
        .isEqualTo(
            "{\"appFilters\":[{\"metricId\":\"monthly-revenue\",\"values\":{\"x\":1}}],"
                + "\"userIdentifier\":\"dana\"}");
    assertThat(facts.path("permissions").toString()).isEqualTo("{\"isShowSideBar\":true}");
    assertThat(facts.path("theme").asText()).isEqualTo("dark");
    assertThat(facts.path("isAlive").asBoolean()).isTrue();
    assertThat(facts.has("expiresAt")).isFalse();
    assertThat(facts.path("token").asText()).isEqualTo("…" + token.substring(32));
    assertThat(everythingShown()).doesNotContain(token);
  }

  @Test
  void it_dies_when_its_time_is_over_by_the_clock_of_the_organization() {
    tenant.clock().stopAt(Instant.parse("2024-06-01T12:00:00Z"));
    make("expiryTime", 90_000);

    tenant.clock().advance(Duration.ofMillis(89_999));
    assertThat(facts().path("isAlive").asBoolean()).isTrue();
    tenant.clock().advance(Duration.ofMillis(1));
    assertThat(ended()).isEqualTo("expiry at 2024-06-01T12:01:30Z");
    tenant.service().post("/data-app", Map.of("name", "any change"));

    assertThat(ended()).isEqualTo("expiry at 2024-06-01T12:01:30Z");
    assertThat(tenant.organization().all(dev.datamart.mock.domain.Kind.GUEST_TOKEN)).hasSize(1);
  }

  @Test
  void it_dies_with_the_last_of_its_embeds_and_comes_back_with_it() {
    make("params", Map.of("allowedEmbeds", List.of(EMBED, OTHER_EMBED)));

    tenant.portal().delete("/data-app/embeds?embedId=" + EMBED);
    assertThat(facts().path("allowedEmbeds").toString()).isEqualTo("[\"" + OTHER_EMBED + "\"]");
    tenant.portal().delete("/data-app/datamart?datamartName=marketing-datamart");

    assertThat(ended()).startsWith("deleteDatamart at ");
    tenant.control().post("/rewind", Map.of("undo", "lastDelete"));
    assertThat(facts().path("isAlive").asBoolean()).isTrue();
  }

  @Test
  void one_that_sees_every_embed_dies_with_its_data_app_alone() {
    String token = make();

    tenant.portal().delete("/data-app/embeds?embedId=" + EMBED);
    tenant.portal().post("/data-app/rotate-api", Map.of("expireAt", 0));
    assertThat(facts().path("isAlive").asBoolean()).isTrue();
    tenant.service().delete("/data-app?name=" + Tenant.PORTAL);

    assertThat(ended()).startsWith("deleteDataApp at ");
    assertThat(everythingShown()).doesNotContain(token);
  }

  @Test
  void it_can_be_ended_before_its_time() {
    String token = make();

    Reply expired = tenant.control().post("/guest-tokens/expire", Map.of("token", token));

    assertThat(expired.json().path("endedBy").asText()).isEqualTo("expiry");
    assertThat(expired.body()).doesNotContain(token);
    assertThat(ended()).startsWith("expiry at ");
    assertThat(tenant.control().post("/guest-tokens/expire", Map.of("token", "x")).status())
        .isEqualTo(404);
    assertThat(tenant.control().post("/guest-tokens/expire", "{}").status()).isEqualTo(400);
  }

  @Test
  void what_a_state_holds_of_it_comes_back_with_the_state() {
    make("params", Map.of("userIdentifier", "dana"), "theme", Map.of("size", 12));
    JsonNode before = facts();
    long version = tenant.version();

    Reply state = tenant.control().get("/state");
    tenant.service().delete("/data-app?name=" + Tenant.PORTAL);
    tenant.control().put("/state", state.body());

    assertThat(facts()).isEqualTo(before);
    assertThat(tenant.control().get("/difference?from=" + version).json().findValues("kind"))
        .isEmpty();
  }

  private String make(Object... more) {
    Map<String, Object> request = body(more);
    request.putAll(Map.of("clientId", CLIENT, "dataAppName", Tenant.PORTAL));
    Reply made = tenant.portal().post("/api/v2/guest-token/create", request);
    return made.json().path("token").asText();
  }

  private JsonNode facts() {
    for (JsonNode each : tenant.control().get("/guest-tokens").json().path("guestTokens")) {
      if (each.path("clientId").asText().equals(CLIENT)) {
        return each;
      }
    }
    throw new AssertionError("no token of " + CLIENT);
  }

  private String ended() {
    JsonNode facts = facts();
    assertThat(facts.path("isAlive").asBoolean()).isFalse();
    return facts.path("endedBy").asText() + " at " + facts.path("endedAt").asText();
  }

  private String everythingShown() {
    return tenant.control().get("/guest-tokens").body()
        + tenant.control().get("/difference?from=0").body()
        + tenant.control().get("/versions").body()
        + tenant.journal("");
  }
}
