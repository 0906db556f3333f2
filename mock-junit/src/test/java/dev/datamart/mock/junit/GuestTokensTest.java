package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.client.model.CreateGuestTokenRequest;
import dev.datamart.client.model.GuestTokenParams;
import dev.datamart.mock.handle.GuestTokenFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test of an integrator sees of the guest tokens that were made. */
@DatamartMock
@Timeout(30)
class GuestTokensTest {

  private static final String APP = "customer-portal";
  private static final String EMBED = "6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a01";

  @Test
  void who_may_see_what_and_until_when(MockOrganization mock) {
    String token =
        create(
            mock,
            new CreateGuestTokenRequest()
                .params(new GuestTokenParams().allowedEmbeds(List.of(EMBED)))
                .expiryTime(BigDecimal.valueOf(60_000)));

    GuestTokenFacts facts = facts(mock);
    assertThat(facts.token()).isEqualTo(token);
    assertThat(facts.allowedEmbeds()).containsExactly(EMBED);
    assertThat(facts.expiresAt()).isEqualTo(facts.createdAt().plusSeconds(60));
    assertThat(facts.isAlive()).isTrue();
    assertThat(facts.toString()).doesNotContain(token);

    mock.clock().advance(Duration.ofMinutes(1));
    assertThat(facts(mock).endedBy()).isEqualTo("expiry");
  }

  @Test
  void what_ended_a_token(MockOrganization mock) {
    create(mock, new CreateGuestTokenRequest());

    mock.client().dataApps().deleteDataApp(APP);

    assertThat(facts(mock).isAlive()).isFalse();
    assertThat(facts(mock).endedBy()).isEqualTo("deleteDataApp");
  }

  @Test
  void a_token_can_be_ended(MockOrganization mock) {
    String token = create(mock, new CreateGuestTokenRequest());

    assertThat(mock.guestTokens().expire(token).isAlive()).isFalse();
    assertThat(mock.guestTokens().expire(token)).isEqualTo(facts(mock));
  }

  private static String create(MockOrganization mock, CreateGuestTokenRequest request) {
    return mock.clientOf(APP)
        .guestTokens()
        .createGuestToken(request.clientId("acme-store-7").dataAppName(APP))
        .getToken();
  }

  private static GuestTokenFacts facts(MockOrganization mock) {
    List<GuestTokenFacts> found = mock.guestTokens().ofClient("acme-store-7");
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
