package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a linter cannot say about the document. */
class ContractSpecTest {

  private static final ContractSpec SPEC = ContractSpec.load();

  @Test
  void the_document_has_every_operation_in_every_family_that_spells_it() {
    Map<Family, Long> count =
        SPEC.operations().stream()
            .collect(Collectors.groupingBy(SpecOperation::family, Collectors.counting()));

    assertThat(count).isEqualTo(Map.of(Family.KEBAB, 20L, Family.CAMEL, 15L, Family.VERB, 7L));
  }

  @Test
  void operations_stand_in_the_order_kebab_then_camel_then_verb() {
    List<Family> families = SPEC.operations().stream().map(SpecOperation::family).toList();

    assertThat(families).isSorted();
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
  void each_operation_names_rows_of_the_catalogue_and_none_twice() {
    Set<String> rows = rowIds();

    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(operation.problems())
                    .as(operation.id())
                    .doesNotHaveDuplicates()
                    .isSubsetOf(rows));
  }

  @Test
  void each_row_is_used_by_an_operation_or_declared_to_be_outside_of_all() {
    Set<String> used = new TreeSet<>(SPEC.outsideOperations());
    SPEC.operations().forEach(operation -> used.addAll(operation.problems()));

    assertThat(used).isEqualTo(new TreeSet<>(rowIds()));
  }

  @Test
  void no_operation_names_a_row_that_is_outside_of_all() {
    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(operation.problems())
                    .doesNotContainAnyElementsOf(SPEC.outsideOperations()));
  }

  @Test
  void the_statuses_of_an_operation_are_200_and_those_of_its_rows() {
    assertThat(SPEC.operations())
        .allSatisfy(
            operation -> {
              Set<Integer> expected = new TreeSet<>(Set.of(200));
              operation.problems().forEach(id -> expected.add(SPEC.problem(id).status()));

              assertThat(operation.statuses()).as(operation.id()).isEqualTo(expected);
            });
  }

  @Test
  void the_error_codes_are_those_of_the_rows_and_no_others() {
    Set<String> codes = SPEC.problems().stream().map(SpecProblem::code).collect(Collectors.toSet());

    assertThat(DocumentKeys.errorCodes()).doesNotHaveDuplicates().hasSameElementsAs(codes);
  }

  @Test
  void each_row_of_an_operation_has_an_example_that_says_the_same() {
    assertThat(SPEC.problems())
        .filteredOn(row -> !SPEC.outsideOperations().contains(row.id()))
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
    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(DocumentKeys.errorExamples(operation))
                    .as(operation.id())
                    .hasSameElementsAs(operation.problems()));
  }

  @Test
  void precedence_puts_the_token_first_and_the_unexpected_last() {
    assertThat(SPEC.operations())
        .allSatisfy(
            operation -> {
              String first =
                  operation.token() == TokenNeed.SERVICE
                      ? "SERVICE_TOKEN_INVALID"
                      : "UNAUTHENTICATED";

              assertThat(operation.problems())
                  .as(operation.id())
                  .startsWith(first)
                  .endsWith("UNEXPECTED_FAILURE");
            });
  }

  @Test
  void precedence_is_the_order_of_the_catalogue() {
    List<String> order = SPEC.problems().stream().map(SpecProblem::id).toList();

    assertThat(SPEC.operations())
        .allSatisfy(
            operation ->
                assertThat(operation.problems())
                    .as(operation.id())
                    .isSortedAccordingTo(Comparator.comparing(order::indexOf)));
  }

  @Test
  void asking_for_what_is_not_there_says_what_was_asked_for() {
    assertThatThrownBy(() -> SPEC.operation("deleteEverything"))
        .hasMessage("The contract has no operation \"deleteEverything\".");
    assertThatThrownBy(() -> SPEC.problem("BAD_MOOD"))
        .hasMessage("The contract has no error situation \"BAD_MOOD\".");
    assertThatThrownBy(() -> SPEC.example("poem"))
        .hasMessage("The contract has no example \"poem\".");
  }

  @Test
  void examples_can_be_asked_for_by_name() {
    assertThat(SPEC.example("deleteDatamartLegacy.byName"))
        .isEqualTo(Map.of("datamartName", "sales-datamart"));
  }

  private static Set<String> rowIds() {
    return SPEC.problems().stream().map(SpecProblem::id).collect(Collectors.toSet());
  }

  private static Map<?, ?> errorOf(SpecProblem row) {
    Map<?, ?> envelope = (Map<?, ?>) SPEC.example("problem." + row.id());
    return (Map<?, ?>) envelope.get("error");
  }
}
