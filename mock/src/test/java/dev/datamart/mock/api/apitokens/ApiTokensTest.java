package dev.datamart.mock.api.apitokens;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aKey;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.ApiToken;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.spec.Problem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

  private final Organization before = anOrganization().with(aKey("old", "portal"));

  @Test
  void several_keys_of_a_data_app_may_share_a_name() {
    Organization after = ApiTokensResource.create("portal", "key", "next", NOW, null).apply(before);

    assertThat(ApiTokensResource.alive(after, "portal", NOW))
        .extracting(ApiToken::value)
        .containsExactly("old", "next");
  }

  @Test
  void a_key_needs_a_name_and_a_data_app_that_there_is() {
    refuses(
        before,
        Problem.MEMBER_REQUIRED,
        () -> ApiTokensResource.create("portal", "", "v", NOW, null));
    refuses(
        before,
        Problem.MEMBER_REQUIRED,
        () -> ApiTokensResource.create(null, "key", "v", NOW, null));
    refuses(
        before,
        Problem.DATA_APP_NOT_FOUND,
        () -> ApiTokensResource.create("nope", "key", "v", NOW, null));
  }

  @Test
  void the_new_key_has_the_name_and_the_data_app_of_the_old_one() {
    ApiToken next = rotated("60").bySecret(Kind.API_TOKEN, "new");

    assertThat(next.name()).isEqualTo("key");
    assertThat(next.dataAppName()).isEqualTo("portal");
    assertThat(next.expiresAt()).isNull();
  }

  @Test
  void the_old_key_dies_after_so_many_seconds_and_is_listed_until_then() {
    Organization after = rotated("60");

    assertThat(ApiTokensResource.alive(after, "portal", NOW.plusSeconds(59))).hasSize(2);
    assertThat(ApiTokensResource.alive(after, "portal", NOW.plusSeconds(60))).hasSize(1);
  }

  @Test
  void zero_seconds_is_at_once() {
    assertThat(ApiTokensResource.alive(rotated("0"), "portal", NOW))
        .extracting(ApiToken::value)
        .containsExactly("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1e999999999", "99999999999999999999", "3155760001"})
  void a_number_of_seconds_beyond_all_calendars_is_a_long_life(String seconds) {
    ApiToken old = rotated(seconds).bySecret(Kind.API_TOKEN, "old");

    assertThat(old.isAlive(NOW.plusSeconds(3_000_000_000L))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-400", "1e-999999999", "0.0001"})
  void less_than_a_millisecond_is_at_once(String seconds) {
    assertThat(rotated(seconds).bySecret(Kind.API_TOKEN, "old")).isNull();
  }

  @Test
  void a_negative_number_is_refused_and_so_is_none() {
    refuses(
        before,
        Problem.MEMBER_INVALID,
        () -> ApiTokensResource.rotate("old", new BigDecimal("-0.1"), "new", NOW));
    refuses(
        before, Problem.MEMBER_REQUIRED, () -> ApiTokensResource.rotate("old", null, "new", NOW));
  }

  private Organization rotated(String seconds) {
    return ApiTokensResource.rotate("old", new BigDecimal(seconds), "new", NOW).apply(before);
  }
}
