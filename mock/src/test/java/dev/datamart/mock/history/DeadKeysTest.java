package dev.datamart.mock.history;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.store.OrganizationState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key whose time is over goes, and what was before can still be told and brought back. */
@Timeout(60)
class DeadKeysTest {

  private static final int KEYS = 2;

  private final Tenant own = Tenant.demo();
  private final String old = own.key(Tenant.PORTAL);

  @Test
  void a_key_that_dies_at_once_goes_at_once() {
    String key = old;
    for (int i = 0; i < 20; i++) {
      key = rotated(key, 0);
    }

    assertThat(own.organization().count(Kind.API_TOKEN)).isEqualTo(KEYS);
    assertThat(own.control().get("/state").body()).contains(key).doesNotContain(old);
    assertThat(own.as(key).get("/data-app/embeds").status()).isEqualTo(200);
    refused(old);
  }

  @Test
  void a_key_with_a_grace_goes_with_the_first_change_after_its_end() {
    own.clock().stopAt(Instant.parse("2030-01-01T00:00:00Z"));
    rotated(old, 60);
    own.clock().advance(Duration.ofSeconds(59));
    own.service().post("/data-app", body("name", "soon"));
    assertThat(own.organization().count(Kind.API_TOKEN)).isEqualTo(KEYS + 1);
    assertThat(own.as(old).get("/data-app/embeds").status()).isEqualTo(200);

    own.clock().advance(Duration.ofSeconds(1));
    refused(old);
    own.service().post("/data-app", body("name", ""));
    assertThat(own.organization().count(Kind.API_TOKEN)).as("refused").isEqualTo(KEYS + 1);
    own.service().post("/data-app", body("name", "late"));

    assertThat(own.organization().count(Kind.API_TOKEN)).isEqualTo(KEYS);
    refused(old);
    JsonNode change = own.journal("&isChange=true").get(2).path("difference");
    assertThat(change.path("added").findValuesAsText("name")).containsExactly("late");
    assertThat(change.path("removed")).isEmpty();
    assertThat(own.control().get("/versions").json().path("versions").findValuesAsText("cause"))
        .containsExactly("seed", "rotateApiToken", "createDataApp", "expiry", "createDataApp");
  }

  @Test
  void going_back_brings_it_back_to_life_or_lets_it_go_again() {
    own.clock().stopAt(Instant.parse("2030-01-01T00:00:00Z"));
    String next = rotated(old, 60);
    own.clock().advance(Duration.ofSeconds(60));
    own.service().post("/data-app", body("name", "late"));

    own.control().post("/rewind", body("to", 1));
    assertThat(own.organization().count(Kind.API_TOKEN)).isEqualTo(KEYS + 1);
    refused(old);
    own.service().post("/data-app", body("name", "later"));
    assertThat(own.organization().count(Kind.API_TOKEN)).isEqualTo(KEYS);

    own.control().post("/rewind", body("to", 0));
    assertThat(own.as(old).get("/data-app/embeds").status()).isEqualTo(200);
    refused(next);
  }

  @Test
  void its_name_in_the_journal_is_hidden_as_long_as_anybody_can_look_there() {
    own.as(old).get("/data-app/embeds?note=" + old);
    String key = old;
    for (int i = 0; i < OrganizationState.MOST_VERSIONS + 10; i++) {
      key = rotated(key, 0);
    }
    own.service().get("/data-app?note=" + old);

    String journal = own.control().get("/versions").body() + own.journal("&limit=1000");
    assertThat(journal).doesNotContain(old).contains(old.substring(old.length() - 4));
    assertThat(own.state().tokens()).hasSizeLessThan(OrganizationState.MOST_VERSIONS + 10);
    refused(old);
  }

  @Test
  void a_version_that_fell_out_is_missed_with_a_sentence() {
    for (int i = 0; i < OrganizationState.MOST_VERSIONS + 10; i++) {
      own.service().post("/data-app", body("name", "app-" + i));
    }

    String said =
        "Version 3 of \"" + own.id() + "\" is not kept any more: the oldest that is kept is 11.";
    assertThat(own.control().get("/versions/3/state").message()).isEqualTo(said);
    assertThat(own.control().get("/difference?from=3").message()).isEqualTo(said);
    Reply rewound = own.control().post("/rewind", body("to", 3));
    assertThat(rewound.status()).isEqualTo(404);
    assertThat(rewound.message()).isEqualTo(said);
    assertThat(own.control().post("/rewind", body("to", 11)).status()).isEqualTo(200);
  }

  private void refused(String key) {
    Reply reply = own.as(key).get("/data-app/embeds");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("AUTHENTICATION_ERROR");
  }

  private String rotated(String key, int seconds) {
    Reply reply = own.as(key).post("/data-app/rotate-api", body("expireAt", seconds));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("key").asText();
  }
}
