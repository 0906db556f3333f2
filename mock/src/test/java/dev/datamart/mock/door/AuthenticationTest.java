package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Api;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.TokenNeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every operation in every spelling × every way in which a token can be wrong. */
@Timeout(30)
class AuthenticationTest {

  static final List<Contract.Form> FORMS = Contract.FORMS;

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @FieldSource("FORMS")
  void a_token_that_opens_nothing_is_refused_before_all_else(Contract.Form form) {
    Tenant other = Tenant.stranger();
    Api portal = tenant.portal();
    String dying = tenant.key(Tenant.PORTAL);
    portal.post("/data-app/rotate-api", Map.of("expireAt", 60));
    tenant.clock().advance(Duration.ofSeconds(61));
    String revoked = tenant.key(Tenant.PARTNER);
    tenant.service().delete("/data-app?name=" + Tenant.PARTNER);
    long before = tenant.version();

    for (String token :
        Stream.of(null, "", "nonsense", UUID.randomUUID().toString(), dying, revoked).toList()) {
      unauthenticated(form, form.send(tenant.as("").with(token)));
    }

    assertThat(tenant.version()).isEqualTo(before);
    assertThat(other.version()).isZero();
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void a_token_of_the_wrong_kind_is_refused_in_the_words_of_its_kind(Contract.Form form) {
    Reply asService = form.send(tenant.service());
    Reply asDataApp = form.send(tenant.portal());

    String service = "403 AUTHENTICATION_ERROR";
    String dataApp = "400 INVALID_DATA_APP_API_KEY";
    if (form.operation().need() == TokenNeed.SERVICE) {
      assertThat(asDataApp.verdict()).isEqualTo(service);
      assertThat(asDataApp.message()).containsIgnoringCase("service token");
    } else {
      assertThat(asDataApp.verdict()).isNotEqualTo(service);
    }
    if (form.operation().need() == TokenNeed.DATA_APP) {
      assertThat(asService.verdict()).isEqualTo(dataApp);
      assertThat(asService.message()).isEqualTo("Missing or invalid data app");
    } else {
      assertThat(asService.verdict()).isNotEqualTo(dataApp);
    }
    assertThat(Stream.of(asService, asDataApp)).noneMatch(reply -> reply.status() == 401);
  }

  private static void unauthenticated(Contract.Form form, Reply reply) {
    assertThat(reply.verdict()).isEqualTo("401 AUTHENTICATION_ERROR");
    assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    assertThat(reply.message())
        .containsIgnoringCase(
            form.operation().need() == TokenNeed.SERVICE ? "service token" : "invalid or expired");
  }
}
