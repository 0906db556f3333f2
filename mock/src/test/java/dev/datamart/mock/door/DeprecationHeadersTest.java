package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Contract;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.world.MockOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Deprecated paths say so on every answer, refusals included; no other path does. */
@Timeout(30)
class DeprecationHeadersTest {

  static final List<Contract.Form> FORMS = Contract.FORMS;

  private final Tenant tenant = Tenant.demo();

  @ParameterizedTest
  @FieldSource("FORMS")
  void every_answer_of_a_deprecated_path_names_its_successor(Contract.Form form) {
    for (Caller api : List.of(tenant.service(), tenant.portal(), tenant.as("nobody"))) {
      marked(form, form.send(api));
      marked(form, form.sendWithSlash(api));
    }
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void so_does_the_refusal_of_a_method(Contract.Form form) {
    Reply reply = tenant.service().send("PATCH", form.spelling().path(), null);

    // A path of which one method alone is deprecated goes on living.
    boolean isDeprecated =
        FORMS.stream()
            .filter(other -> other.spelling().path().equals(form.spelling().path()))
            .allMatch(Contract.Form::isDeprecated);
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Deprecation").isPresent()).isEqualTo(isDeprecated);
    assertThat(reply.header("Link").isPresent()).isEqualTo(isDeprecated);
  }

  @Test
  void a_path_that_there_is_not_is_not_deprecated() {
    assertThat(tenant.service().get("/dataApp/nothing").header("Deprecation")).isEmpty();
  }

  @Test
  void the_dates_are_those_of_the_options() {
    MockOptions options =
        MockOptions.defaults()
            .withDeprecatedSince(Instant.ofEpochSecond(1_700_000_000))
            .withSunset(Instant.parse("2030-01-02T03:04:05Z"));

    try (TestMock server = TestMock.start(options)) {
      Reply reply = server.api().get("/dataApp/datamarts");

      assertThat(reply.header("Deprecation")).contains("@1700000000");
      assertThat(reply.header("Sunset")).contains("Wed, 02 Jan 2030 03:04:05 GMT");
      assertThat(server.api().get("/data-app/datamarts").header("Sunset")).isEmpty();
    }
  }

  private static void marked(Contract.Form form, Reply reply) {
    assertThat(reply.header("Sunset")).isEmpty();
    if (!form.isDeprecated()) {
      assertThat(reply.header("Deprecation")).isEmpty();
      assertThat(reply.header("Link")).isEmpty();
      return;
    }
    String successor = form.operation().successorPath();
    assertThat(reply.header("Deprecation").orElse("")).matches("@\\d+");
    assertThat(reply.header("Link")).contains("<" + successor + ">; rel=\"successor-version\"");
  }
}
