package dev.datamart.mock.door;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ApiTokensDoorTest {

  private static final String KEYS = "/data-app/api-tokens";
  private static final String ROTATE = "/data-app/rotate-api";

  private final Tenant tenant = Tenant.demo();
  private final Caller api = tenant.service();

  @Test
  void a_new_key_works_at_once_and_is_listed_with_its_description() {
    String key = key(api.post(KEYS, Map.of("dataAppName", Tenant.PORTAL, "name", "second")));

    assertThat(UUID.fromString(key)).hasToString(key);
    assertThat(tenant.as(key).get("/data-app/embeds").each("embedId")).hasSize(4);
    JsonNode item = api.get(KEYS + "?dataAppName=" + Tenant.PORTAL).item("key", key);
    assertThat(item.path("name").asText()).isEqualTo("second");
    assertThat(item.path("description").asText())
        .isEqualTo("API key for data app " + Tenant.PORTAL);
  }

  @Test
  void several_keys_may_share_a_name() {
    api.post(KEYS, Map.of("dataAppName", Tenant.PORTAL, "name", "same"));
    api.post(KEYS, Map.of("dataAppName", Tenant.PORTAL, "name", "same"));

    assertThat(api.get(KEYS + "?dataAppName=" + Tenant.PORTAL).each("key")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data-app/rotate-api", "/dataApp/rotate-api"})
  void both_keys_work_until_the_old_one_runs_out(String path) {
    Caller old = tenant.portal();

    Caller fresh = tenant.as(key(old.post(path, Map.of("expireAt", 60))));

    assertThat(fresh.get("/data-app/embeds").each("embedId")).hasSize(4);
    assertThat(old.get("/data-app/embeds").status()).isEqualTo(200);
    tenant.clock().advance(Duration.ofSeconds(60));
    assertThat(old.get("/data-app/embeds").verdict()).isEqualTo("401 AUTHENTICATION_ERROR");
    assertThat(fresh.get("/data-app/embeds").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "0.0", "1e-400"})
  void zero_seconds_kills_the_old_key_at_once(String zero) {
    Caller old = tenant.portal();

    old.post(ROTATE, body("expireAt", new RawValue(zero)));

    assertThat(old.get("/data-app/embeds").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1\"", "1.5", "1e1", "1e400", "99999999999999999999", "\"86400\""})
  void a_number_of_seconds_is_a_number_or_a_numeric_text(String seconds) {
    Caller old = tenant.portal();

    assertThat(old.post(ROTATE, body("expireAt", new RawValue(seconds))).status()).isEqualTo(200);
    assertThat(old.get("/data-app/embeds").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          null
          -1
          "-1"
          ""
          "soon"
          "1e3"
          true
          []
          {}
          -0.5
          """)
  void anything_else_is_refused_and_the_key_lives_on(String seconds) {
    Caller old = tenant.portal();

    Reply reply = old.post(ROTATE, body("expireAt", new RawValue(seconds)));

    assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(tenant.version()).isZero();
  }

  @Test
  void a_key_that_is_running_out_can_be_rotated_again_and_never_lives_longer() {
    Caller old = tenant.portal();
    old.post(ROTATE, Map.of("expireAt", 60));

    assertThat(old.post(ROTATE, Map.of("expireAt", 6000)).status()).isEqualTo(200);

    tenant.clock().advance(Duration.ofSeconds(60));
    assertThat(old.get("/data-app/embeds").status()).isEqualTo(401);
    assertThat(api.get(KEYS + "?dataAppName=" + Tenant.PORTAL).each("key")).hasSize(2);
  }

  @Test
  void dead_keys_are_not_listed() {
    String old = tenant.key(Tenant.PORTAL);
    tenant.portal().post(ROTATE, Map.of("expireAt", 60));

    List<String> alive = api.get(KEYS + "?dataAppName=" + Tenant.PORTAL).each("key");
    tenant.clock().advance(Duration.ofSeconds(60));
    List<String> left = api.get(KEYS + "?dataAppName=" + Tenant.PORTAL).each("key");

    assertThat(alive).hasSize(2).contains(old);
    assertThat(left).hasSize(1).doesNotContain(old);
  }

  @Test
  void keys_belong_to_a_data_app_that_there_is() {
    assertThat(api.get(KEYS + "?dataAppName=nope").code()).isEqualTo("DATA_APP_NOT_FOUND");
    assertThat(api.get(KEYS).code()).isEqualTo("INVALID_REQUEST_BODY");
    assertThat(api.post(KEYS, Map.of("dataAppName", "nope", "name", "x")).code())
        .isEqualTo("DATA_APP_NOT_FOUND");
  }

  private static String key(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("key").asText();
  }
}
