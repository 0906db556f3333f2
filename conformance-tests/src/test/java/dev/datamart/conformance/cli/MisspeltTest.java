package dev.datamart.conformance.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTest {
  private static final Map<String, Boolean> NOTHING_GIVEN =
      Map.of(
          "DATAMART_SERVICE_TOKEN", true,
          "DATAMART_API_KEY", true,
          "DATAMART_OTHER_SERVICE_TOKEN", true);

  @ParameterizedTest
  @CsvSource({
    "DATAMART_SERVICE_TOKN, DATAMART_SERVICE_TOKEN",
    "DATAMART_SERVICETOKEN, DATAMART_SERVICE_TOKEN",
    "DATAMART_APIKEY, DATAMART_API_KEY",
    "DATAMART_OTHER_TOKEN, DATAMART_OTHER_SERVICE_TOKEN",
  })
  void a_variable_that_is_not_read_is_answered_with_the_nearest(String set, String meant) {
    assertThatThrownBy(() -> Misspelt.require(NOTHING_GIVEN, Map.of(set, "secret")))
        .isInstanceOf(WrongUsage.class)
        .hasMessage(set + " is not read; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATAMART_SERVICE_TOKEN",
        "DATAMART_MOCK_PORT",
        "DATAMART_CACHE",
        "DATAMART_JVM_OPTS",
        "PATH"
      })
  void what_is_read_and_what_others_read_is_none_of_it(String set) {
    assertThatCode(() -> Misspelt.require(NOTHING_GIVEN, Map.of(set, "x")))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_like_a_variable_that_is_there_is_the_users_own() {
    Map<String, Boolean> given =
        Map.of(
            "DATAMART_SERVICE_TOKEN", false,
            "DATAMART_API_KEY", false,
            "DATAMART_OTHER_SERVICE_TOKEN", true);

    assertThatCode(() -> Misspelt.require(given, Map.of("DATAMART_SERVICE_TOKEN_PROD", "x")))
        .doesNotThrowAnyException();
  }
}
