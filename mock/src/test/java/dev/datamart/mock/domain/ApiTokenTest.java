package dev.datamart.mock.domain;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Given;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

  private final ApiToken key = aKey("k1", "portal");

  @Test
  void a_key_that_nobody_rotated_never_dies() {
    assertThat(key.isAlive(NOW.plusSeconds(10_000_000_000L))).isTrue();
  }

  @Test
  void a_key_lives_until_its_moment_and_is_dead_at_it() {
    ApiToken dying = key.expiringAt(NOW.plusSeconds(60));

    assertThat(dying.isAlive(NOW.plusMillis(59_999))).isTrue();
    assertThat(dying.isAlive(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void a_key_that_is_running_out_never_lives_longer_for_a_second_rotation() {
    ApiToken dying = key.expiringAt(NOW.plusSeconds(60));

    assertThat(dying.expiringAt(NOW.plusSeconds(600)).expiresAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(dying.expiringAt(NOW.plusSeconds(6)).expiresAt()).isEqualTo(NOW.plusSeconds(6));
  }

  @Test
  void secrets_are_not_in_the_text_of_their_holders() {
    assertThat(key.toString()).doesNotContain("k1");
    assertThat(Given.anOrganization().all(Kind.SERVICE_TOKEN))
        .allSatisfy(token -> assertThat(token.toString()).doesNotContain(token.value()));
  }
}
