package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.spec.SpecOperation;
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

  static final List<SpecOperation> OPERATIONS = Contract.SPEC.operations();

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @FieldSource("OPERATIONS")
  void a_token_that_opens_nothing_is_refused_before_all_else(SpecOperation operation) {
    Tenant other = Tenant.demo();
    Caller portal = tenant.portal();
    String dying = tenant.key(Tenant.PORTAL);
    portal.post("/data-app/rotate-api", Map.of("expireAt", 60));
    tenant.clock().advance(Duration.ofSeconds(61));
    String revoked = tenant.key(Tenant.PARTNER);
    tenant.service().delete("/data-app?name=" + Tenant.PARTNER);
    long before = tenant.version();

    for (String token :
        Stream.of(null, "", "nonsense", UUID.randomUUID().toString(), dying, revoked).toList()) {
      unauthenticated(operation, send(tenant.as("").with(token), operation));
    }

    assertThat(tenant.version()).isEqualTo(before);
    assertThat(other.version()).isZero();
  }

  @ParameterizedTest
  @FieldSource("OPERATIONS")
  void a_token_of_the_wrong_kind_is_refused_in_the_words_of_its_kind(SpecOperation operation) {
    Reply asService = send(tenant.service(), operation);
    Reply asDataApp = send(tenant.portal(), operation);

    String service = "403 AUTHENTICATION_ERROR";
    String dataApp = "400 INVALID_DATA_APP_API_KEY";
    if (operation.token() == TokenNeed.SERVICE) {
      assertThat(asDataApp.verdict()).isEqualTo(service);
      assertThat(asDataApp.message()).containsIgnoringCase("service token");
    } else {
      assertThat(asDataApp.verdict()).isNotEqualTo(service);
    }
    if (operation.token() == TokenNeed.DATA_APP) {
      assertThat(asService.verdict()).isEqualTo(dataApp);
      assertThat(asService.message()).isEqualTo("Missing or invalid data app");
    } else {
      assertThat(asService.verdict()).isNotEqualTo(dataApp);
    }
    assertThat(Stream.of(asService, asDataApp)).noneMatch(reply -> reply.status() == 401);
  }

  private static void unauthenticated(SpecOperation operation, Reply reply) {
    assertThat(reply.verdict()).isEqualTo("401 AUTHENTICATION_ERROR");
    assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    assertThat(reply.message())
        .containsIgnoringCase(
            operation.token() == TokenNeed.SERVICE ? "service token" : "invalid or expired");
  }

  /** Sends what changes nothing where the token is good: an empty object, and no parameters. */
  private static Reply send(Caller api, SpecOperation operation) {
    String path = operation.path().replaceFirst("/api/v2", "");
    return api.send(operation.method(), path, operation.request() == null ? null : "{}");
  }
}
