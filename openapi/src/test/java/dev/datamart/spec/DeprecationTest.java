package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deprecated families against the recommended one. */
class DeprecationTest {

  @ParameterizedTest
  @EnumSource
  void exactly_the_camel_and_verb_operations_are_deprecated_and_name_their_successor(
      Operation operation) {
    for (Spelling spelling : operation.spellings()) {
      boolean isDeprecated = spelling.family().isDeprecated();

      assertThat(DocumentKeys.isDeprecated(spelling)).as(spelling.id()).isEqualTo(isDeprecated);
      assertThat(DocumentKeys.extension(spelling, "successor"))
          .as(spelling.id())
          .isEqualTo(isDeprecated ? operation.id() : null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_spelling_asks_and_answers_the_same(Operation operation) {
    for (Spelling spelling : operation.spellings()) {
      assertThat(DocumentKeys.extension(spelling, "token")).isEqualTo(operation.need().word());
      assertThat(DocumentKeys.extension(spelling, "requirement"))
          .isEqualTo(operation.requirement());
      assertThat(DocumentKeys.responseSchema(spelling)).isEqualTo(operation.response().id());
    }
  }

  @Test
  void each_data_app_path_has_its_mirror_which_differs_in_nothing_but_the_spelling() {
    List<Operation> originals =
        Arrays.stream(Operation.values())
            .filter(operation -> operation.successorPath().startsWith("/api/v2/data-app"))
            .toList();

    assertThat(originals)
        .hasSize(19)
        .allSatisfy(
            original -> {
              Spelling kebab = original.in(Family.KEBAB).orElseThrow();
              Spelling mirror = original.in(Family.CAMEL).orElseThrow();

              assertThat(mirror.id()).isEqualTo(kebab.id() + "Mirror");
              assertThat(mirror.path()).isEqualTo(kebab.path().replace("/data-app", "/dataApp"));
              assertThat(DocumentKeys.tag(mirror)).isEqualTo(original.tag() + " mirror");
              assertThat(mirror)
                  .usingRecursiveComparison()
                  .ignoringFields("family", "id", "path")
                  .isEqualTo(kebab);
            });
  }

  @Test
  void each_verb_suffix_operation_is_a_post_with_a_body_and_no_parameters() {
    assertThat(DocumentKeys.spellings())
        .filteredOn(spelling -> spelling.family() == Family.VERB)
        .hasSize(13)
        .allSatisfy(
            spelling -> {
              assertThat(spelling.method()).isEqualTo("POST");
              assertThat(spelling.path())
                  .matches(
                      "/api/v2/dataApp/(datamart|embed)/(create|update|delete|list)"
                          + "|/api/v2/(data-app|dataApp)/(dashboards|metrics)"
                          + "|/api/v1/guest-token(/create|s)");
              assertThat(spelling.request()).isNotNull();
              assertThat(spelling.parameters()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource
  void each_deprecated_operation_opens_its_description_with_its_successor(Operation operation) {
    String opening =
        "**Deprecated: use `%s`, %s %s.**"
            .formatted(operation.id(), operation.method(Family.KEBAB), operation.successorPath());

    assertThat(operation.spellings())
        .filteredOn(spelling -> spelling.family().isDeprecated())
        .allSatisfy(spelling -> assertThat(DocumentKeys.description(spelling)).startsWith(opening));
  }

  @Test
  void deprecation_headers_are_on_every_answer_of_a_deprecated_operation_and_on_no_other() {
    Set<String> headers = Set.of("Deprecation", "Link", "Sunset");

    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling ->
                assertThat(DocumentKeys.headers(spelling).values())
                    .as(spelling.id())
                    .allSatisfy(
                        declared ->
                            assertThat(declared.containsAll(headers))
                                .isEqualTo(spelling.family().isDeprecated())));
  }

  @Test
  void answers_401_and_429_declare_their_own_header() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling -> {
              assertThat(DocumentKeys.headers(spelling).get("401")).contains("WWW-Authenticate");
              assertThat(DocumentKeys.headers(spelling).get("429")).contains("Retry-After");
            });
  }

  @ParameterizedTest
  @EnumSource
  void security_offers_the_tokens_that_the_operation_takes(Operation operation) {
    List<String> schemes =
        switch (operation.need()) {
          case SERVICE -> List.of("serviceToken");
          case DATA_APP -> List.of("dataAppKey");
          case EITHER -> List.of("serviceToken", "dataAppKey");
        };

    assertThat(operation.spellings())
        .allSatisfy(
            spelling ->
                assertThat(DocumentKeys.security(spelling)).as(spelling.id()).isEqualTo(schemes));
  }
}
