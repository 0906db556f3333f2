package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AuthorizationHeaderTest {

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @ValueSource(strings = {"Bearer %s", "bearer %s", "BEARER %s", "bEaReR   %s"})
  void the_scheme_is_case_insensitive(String form) {
    assertThat(sent(String.format(form, tenant.serviceToken())).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "Basic %s", "Token %s", "Bearer", "Bearer ", "Bearer%s", "Bearer %s x"})
  void anything_but_bearer_and_the_token_is_refused(String form) {
    assertThat(sent(String.format(form, tenant.serviceToken())).status()).isEqualTo(401);
  }

  @Test
  void tokens_are_case_sensitive_and_matched_whole() {
    String token = tenant.serviceToken();

    assertThat(sent("Bearer " + token.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(401);
    assertThat(sent("Bearer " + token.substring(1)).status()).isEqualTo(401);
  }

  @Test
  void the_header_given_twice_is_refused_even_with_one_good_token() {
    Reply reply = sent("Bearer " + tenant.serviceToken(), "Bearer " + tenant.serviceToken());

    assertThat(reply.verdict()).isEqualTo("400 INVALID_REQUEST_BODY");
    assertThat(reply.message()).contains("Authorization");
  }

  private static Reply sent(String... values) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(TestMock.shared().baseUri() + "/api/v2/datasource"));
    for (String value : values) {
      request.header("Authorization", value);
    }
    return Caller.exchange(request.build());
  }
}
