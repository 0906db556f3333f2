package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The deprecated families against the recommended one. */
class DeprecationTest {

  private static final ContractSpec SPEC = ContractSpec.load();

  @Test
  void exactly_the_camel_and_verb_operations_are_deprecated() {
    assertThat(SPEC.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.deprecated())
                  .as(operation.id())
                  .isEqualTo(operation.family() != Family.KEBAB);
              assertThat(operation.successor() != null).isEqualTo(operation.deprecated());
            });
  }

  @Test
  void each_deprecated_operation_names_a_living_successor_that_asks_and_answers_the_same() {
    assertThat(deprecated())
        .allSatisfy(
            operation -> {
              SpecOperation successor = SPEC.operation(operation.subject());

              assertThat(successor.deprecated()).as(operation.id()).isFalse();
              assertThat(operation.token()).isEqualTo(successor.token());
              assertThat(operation.response()).isEqualTo(successor.response());
              assertThat(operation.requirement()).isEqualTo(successor.requirement());
              assertThat(operation.id()).isIn(successor.id() + "Mirror", successor.id() + "Legacy");
            });
  }

  @Test
  void each_data_app_path_has_its_mirror_which_differs_in_nothing_but_the_spelling() {
    List<SpecOperation> originals =
        SPEC.operations().stream()
            .filter(operation -> operation.path().startsWith("/api/v2/data-app"))
            .toList();

    assertThat(originals)
        .hasSize(15)
        .allSatisfy(
            original -> {
              SpecOperation mirror = SPEC.operation(original.id() + "Mirror");

              assertThat(mirror.path()).isEqualTo(original.path().replace("/data-app", "/dataApp"));
              assertThat(mirror.method()).isEqualTo(original.method());
              assertThat(mirror.parameters()).isEqualTo(original.parameters());
              assertThat(mirror.request()).isEqualTo(original.request());
              assertThat(mirror.statuses()).isEqualTo(original.statuses());
              assertThat(mirror.problems()).isEqualTo(original.problems());
              assertThat(mirror.tag()).isEqualTo(original.tag() + " mirror");
            });
  }

  @Test
  void each_verb_suffix_operation_is_a_post_with_a_body_and_no_parameters() {
    assertThat(SPEC.operations())
        .filteredOn(operation -> operation.family() == Family.VERB)
        .hasSize(7)
        .allSatisfy(
            operation -> {
              assertThat(operation.method()).isEqualTo("POST");
              assertThat(operation.path())
                  .matches("/api/v2/dataApp/(datamart|embed)/(create|update|delete|list)");
              assertThat(operation.request()).isNotNull();
              assertThat(operation.parameters()).isEmpty();
            });
  }

  @Test
  void each_deprecated_operation_opens_its_description_with_its_successor() {
    assertThat(deprecated())
        .allSatisfy(
            operation -> {
              SpecOperation successor = SPEC.operation(operation.subject());

              assertThat(DocumentKeys.description(operation))
                  .startsWith(
                      "**Deprecated: use `%s`, %s %s.**"
                          .formatted(successor.id(), successor.method(), successor.path()));
            });
  }

  @Test
  void deprecation_headers_are_on_every_answer_of_a_deprecated_operation_and_on_no_other() {
    Set<String> headers = Set.of("Deprecation", "Link", "Sunset");

    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(DocumentKeys.headers(operation).values())
                    .as(operation.id())
                    .allSatisfy(
                        declared ->
                            assertThat(declared.containsAll(headers))
                                .isEqualTo(operation.deprecated())));
  }

  @Test
  void answers_401_and_429_declare_their_own_header() {
    assertThat(SPEC.operations())
        .allSatisfy(
            operation -> {
              assertThat(DocumentKeys.headers(operation).get("401")).contains("WWW-Authenticate");
              assertThat(DocumentKeys.headers(operation).get("429")).contains("Retry-After");
            });
  }

  @Test
  void security_offers_the_tokens_that_the_operation_takes() {
    Map<TokenNeed, List<String>> schemes =
        Map.of(
            TokenNeed.SERVICE, List.of("serviceToken"),
            TokenNeed.DATA_APP, List.of("dataAppKey"),
            TokenNeed.EITHER, List.of("serviceToken", "dataAppKey"));

    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(DocumentKeys.security(operation))
                    .as(operation.id())
                    .isEqualTo(schemes.get(operation.token())));
  }

  private static List<SpecOperation> deprecated() {
    return SPEC.operations().stream().filter(SpecOperation::deprecated).toList();
  }
}
