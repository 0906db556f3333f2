package dev.datamart.spec;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a linter cannot say about the document. */
class ContractSpecTest {

  private static final ContractSpec SPEC = ContractSpec.load();

  @Test
  void the_document_has_every_operation_in_every_family_that_spells_it() {
    Map<Family, Long> count =
        DocumentKeys.spellings().stream()
            .collect(Collectors.groupingBy(Spelling::family, Collectors.counting()));

    long mirrored =
        Arrays.stream(Operation.values())
            .filter(operation -> operation.path(Family.KEBAB).startsWith("/api/v2/data-app"))
            .count();
    assertThat(count)
        .containsEntry(Family.KEBAB, (long) Operation.values().length)
        .containsEntry(Family.CAMEL, mirrored)
        .containsEntry(Family.VERB, 13L);
  }

  @Test
  void operations_stand_in_the_order_kebab_then_camel_then_verb() {
    // A deprecated method of a living path stands at that path.
    Map<String, Family> paths =
        DocumentKeys.spellings().stream()
            .collect(
                Collectors.toMap(
                    Spelling::path, Spelling::family, BinaryOperator.minBy(naturalOrder())));
    Map<String, Family> families =
        DocumentKeys.spellings().stream()
            .collect(Collectors.toMap(Spelling::id, each -> paths.get(each.path())));

    assertThat(DocumentKeys.operationIds()).extracting(families::get).isSorted();
  }

  @Test
  void each_operation_id_and_each_row_id_is_there_once() {
    assertThat(DocumentKeys.operationIds()).doesNotHaveDuplicates();
    assertThat(DocumentKeys.rowIds()).doesNotHaveDuplicates();
  }

  @Test
  void each_operation_writes_its_keys_in_the_same_order() {
    assertThat(DocumentKeys.keysOfOperations())
        .allSatisfy(
            (id, keys) ->
                assertThat(keys)
                    .isSubsetOf(DocumentKeys.ORDER)
                    .isSortedAccordingTo(Comparator.comparing(DocumentKeys.ORDER::indexOf)));
  }

  @Test
  void the_document_opens_with_its_sections_in_the_same_order() {
    assertThat(DocumentKeys.root())
        .containsExactly(
            "openapi", "info", "servers", "tags", "security", "x-databrain", "paths", "components");
  }

  @Test
  void no_operation_names_a_row_twice() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling -> assertThat(spelling.problems()).as(spelling.id()).doesNotHaveDuplicates());
  }

  @Test
  void each_row_is_used_by_an_operation_or_declared_to_be_outside_of_all() {
    Set<Problem> used = new TreeSet<>(DocumentKeys.outsideOperations());
    DocumentKeys.spellings().forEach(spelling -> used.addAll(spelling.problems()));

    assertThat(used).containsExactly(Problem.values());
  }

  @Test
  void no_operation_names_a_row_that_is_outside_of_all() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling ->
                assertThat(spelling.problems())
                    .doesNotContainAnyElementsOf(DocumentKeys.outsideOperations()));
  }

  @Test
  void the_statuses_of_an_operation_are_200_and_those_of_its_rows() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling ->
                assertThat(spelling.statuses())
                    .as(spelling.id())
                    .isEqualTo(DocumentKeys.statuses(spelling)));
  }

  @Test
  void the_error_codes_are_those_of_the_rows_and_no_others() {
    Set<String> codes =
        Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());

    assertThat(DocumentKeys.errorCodes()).doesNotHaveDuplicates().hasSameElementsAs(codes);
  }

  @Test
  void each_row_of_an_operation_has_an_example_that_says_the_same() {
    assertThat(DocumentKeys.problemsOfOperations())
        .allSatisfy(
            row -> {
              Map<?, ?> error = errorOf(row);

              assertThat(error.get("code")).isEqualTo(row.code());
              assertThat(error.get("status")).isEqualTo(row.status());
              assertThat(error.get("message"))
                  .isEqualTo(row.message().replace("{member}", "datamartName"));
            });
  }

  @Test
  void the_error_examples_of_an_operation_are_its_rows_and_no_others() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling ->
                assertThat(DocumentKeys.errorExamples(spelling))
                    .as(spelling.id())
                    .hasSameElementsAs(spelling.problems().stream().map(Problem::name).toList()));
  }

  @Test
  void precedence_puts_the_token_first_and_the_unexpected_last() {
    for (Operation operation : Operation.values()) {
      Problem first =
          operation.need() == TokenNeed.SERVICE
              ? Problem.SERVICE_TOKEN_INVALID
              : Problem.UNAUTHENTICATED;

      assertThat(operation.spellings())
          .allSatisfy(
              spelling ->
                  assertThat(spelling.problems())
                      .as(spelling.id())
                      .startsWith(first)
                      .endsWith(Problem.UNEXPECTED_FAILURE));
    }
  }

  @Test
  void precedence_is_the_order_of_the_catalogue() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(spelling -> assertThat(spelling.problems()).as(spelling.id()).isSorted());
  }

  @Test
  void asking_for_an_example_that_is_not_there_says_what_was_asked_for() {
    assertThatThrownBy(() -> SPEC.example("poem"))
        .hasMessage("The contract has no example \"poem\".");
  }

  @Test
  void examples_can_be_asked_for_by_name() {
    assertThat(SPEC.example("deleteDatamartLegacy.byName"))
        .isEqualTo(Map.of("datamartName", "sales-datamart"));
  }

  private static Map<?, ?> errorOf(Problem row) {
    Map<?, ?> envelope = (Map<?, ?>) SPEC.example("problem." + row.name());
    return (Map<?, ?>) envelope.get("error");
  }
}
