package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.report.Coverage;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.spec.Evidence;
import dev.datamart.spec.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void ids_are_unique_and_none_was_removed_or_changed_its_level() {
    List<Requirement> all = Catalogue.requirements();
    assertThat(all).extracting(Requirement::id).doesNotHaveDuplicates();

    String now =
        all.stream()
            .map(each -> each.id() + " " + each.level() + "\n")
            .sorted()
            .collect(Collectors.joining());
    assertThat(now).isEqualTo(Golden.text(Path.of("src/test/resources/requirements.txt"), now));
  }

  @Test
  void documented_rules_bind_and_decided_ones_advise() {
    assertThat(Catalogue.requirements())
        .filteredOn(each -> each.evidence() == Evidence.DECIDED)
        .allMatch(each -> each.level() == Level.SHOULD);
    assertThat(Catalogue.requirements())
        .filteredOn(each -> each.evidence() != Evidence.DECIDED && each.level() == Level.SHOULD)
        .extracting(Requirement::id)
        .containsExactlyInAnyOrder(
            "HTTP-ERROR-TEXTS",
            "HTTP-UNKNOWN-MEMBERS-ARE-IGNORED",
            "DM-CREATE-IGNORES-UNKNOWN-MEMBERS",
            "DM-HISTORY-IS-ONE-AFTER-ANOTHER");
  }

  @Test
  void every_requirement_says_a_sentence_and_is_about_something() {
    assertThat(Catalogue.requirements())
        .allSatisfy(
            each -> {
              assertThat(each.sentence()).endsWith(".").hasSizeLessThanOrEqualTo(78);
              assertThat(each.subjects()).isNotEmpty();
              assertThat(each.id()).matches("[A-Z]+(-[A-Z0-9]+)+");
            });
  }

  @Test
  void every_must_has_a_hint_that_is_a_sentence() {
    assertThat(Catalogue.requirements())
        .filteredOn(each -> each.level() == Level.MUST)
        .allSatisfy(each -> assertThat(each.hints()).isNotEmpty());
    assertThat(Catalogue.requirements())
        .flatExtracting(Requirement::hints)
        .allMatch(hint -> hint.matches("(?s).+ .+\\."));
  }

  @Test
  void requirements_share_a_hint_only_when_it_is_a_common_one() {
    List<String> hints =
        Catalogue.requirements().stream()
            .flatMap(each -> each.hints().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    List<String> common = Arrays.stream(CommonHint.values()).map(CommonHint::sentence).toList();

    assertThat(hints).containsAll(common);
    hints.removeAll(common);
    assertThat(hints).doesNotHaveDuplicates();
  }

  @Test
  void sources_name_the_pages_of_the_document_in_its_order() {
    assertThat(source("DM-DELETE-TWICE-IS-REFUSED"))
        .isEqualTo("vendor documentation, page \"delete-datamart\"");
    assertThat(source("EM-TENANCY-TABLE-MUST-EXIST"))
        .isEqualTo(
            "vendor documentation, pages \"create-embed\", \"embed-data-app-api-crud\","
                + " \"update-embed\"");
    assertThat(source("WS-LIST-SHOWS-CONNECTIONS"))
        .isEqualTo("the vendor's published clients (page \"list-workspaces\")");
    assertThat(source("DM-DELETE-IGNORES-BODY"))
        .isEqualTo("decided by this contract; nothing is documented (page \"delete-datamart\")");
  }

  private static String source(String id) {
    return Catalogue.requirements().stream()
        .filter(each -> each.id().equals(id))
        .map(Requirement::source)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_cell_of_the_contract_has_a_requirement_or_a_reason() {
    assertThat(new Coverage(Catalogue.requirements()).cells())
        .filteredOn(Coverage.Cell::open)
        .isEmpty();
  }

  @Test
  void every_error_situation_is_demanded_by_some_requirement_or_cannot_be_brought_about() {
    TreeSet<Problem> demanded = new TreeSet<>();
    Catalogue.requirements().forEach(each -> demanded.addAll(each.problems()));

    assertThat(Problem.values())
        .filteredOn(problem -> !demanded.contains(problem))
        .containsExactlyInAnyOrder(
            Problem.UNEXPECTED_FAILURE, Problem.PAYLOAD_TOO_LARGE, Problem.TOO_MANY_REQUESTS);
  }
}
