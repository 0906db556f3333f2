package dev.datamart.spec.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the contract has decided on how its document says things. */
class DocumentRulesTest {

  private static final Built DOCUMENT = built();

  /** Texts that people read, which may be empty. */
  private static final Set<String> DISPLAY = Set.of("label", "alias");

  @Test
  void what_a_request_may_leave_out_may_be_null() {
    assertThat(DOCUMENT.requestMembers())
        .hasSizeGreaterThan(60)
        .filteredOn(member -> !member.required() && member.schema().containsKey("type"))
        .hasSizeGreaterThan(30)
        .allMatch(member -> Boolean.TRUE.equals(member.schema().get("nullable")));
  }

  @Test
  void enumerations_are_those_of_requests_that_can_never_be_null() {
    assertThat(DOCUMENT.enumerations())
        .isEqualTo(Set.of("EmbedType", "TenancyLevel"))
        .allSatisfy(
            name -> assertThat(DOCUMENT.schema(name)).doesNotContainEntry("nullable", true));
    assertThat(DOCUMENT.schemasOfAnswers()).doesNotContain("EmbedType", "TenancyLevel");
  }

  @Test
  void closed_lists_that_may_be_null_are_texts_with_a_pattern() {
    for (String name :
        List.of("Cardinality", "JoinType", "JoinModel", "MetricCreationMode", "ClientColumnType")) {
      assertThat(DOCUMENT.schema(name))
          .as(name)
          .containsEntry("type", "string")
          .containsEntry("nullable", true)
          .hasEntrySatisfying(
              "pattern", pattern -> assertThat(pattern.toString()).startsWith("^").endsWith("$"));
    }
    assertThat(DOCUMENT.schemasOfAnswers()).noneMatch(DOCUMENT::hasPattern);
  }

  @Test
  void a_name_or_an_id_in_a_request_is_never_empty_and_a_text_for_display_may_be() {
    assertThat(DOCUMENT.requestMembers())
        .filteredOn(member -> "string".equals(member.schema().get("type")))
        .filteredOn(member -> !member.hasListedValues())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            member ->
                assertThat(member.schema().containsKey("minLength"))
                    .as(member.toString())
                    .isEqualTo(!DISPLAY.contains(member.name())));
  }

  @Test
  void the_likeliest_refusal_comes_first() {
    assertThat(DOCUMENT.examplesOf("DeleteDatamartBadRequest"))
        .startsWith("DATAMART_NOT_FOUND")
        .endsWith("PARAMETER_REPEATED");
    assertThat(DOCUMENT.examplesOf("CreateDatamartBadRequest")).startsWith("MEMBER_REQUIRED");
    assertThat(DOCUMENT.examplesOf("ListDatamartsBadRequest")).startsWith("PAGINATION_INVALID");
  }

  @Test
  void only_an_id_that_clients_take_for_a_uuid_is_one() {
    assertThat(DOCUMENT.schemasWith("format", "uuid")).isEqualTo(Set.of("ResourceId"));
  }

  @Test
  void the_first_server_is_not_the_vendors() {
    assertThat(DOCUMENT.firstServer()).startsWith("http://127.0.0.1");
  }

  @Test
  void the_recommended_document_is_the_same_without_what_is_deprecated() {
    Built recommended = new Built(Comments.removedFrom(Document.recommended(sources())));

    assertThat(recommended.paths().keySet()).noneMatch(path -> path.contains("/dataApp"));
    // A living path may have a deprecated method beside those that stay.
    recommended
        .paths()
        .forEach(
            (path, methods) ->
                assertThat(DOCUMENT.paths().get(path))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsAllEntriesOf((Map<?, ?>) methods));
    assertThat(recommended.toString()).doesNotContain("Deprecat", "Legacy", "Mirror");
  }

  @Test
  void no_source_holds_what_nothing_uses() {
    Map<String, Object> whole = Document.complete(sources());

    assertThat(Unused.removedFrom(whole)).isEqualTo(whole);
  }

  private static Built built() {
    return new Built(Comments.removedFrom(Document.complete(sources())));
  }

  private static Sources sources() {
    try {
      return Sources.read(Path.of("..", "src", "spec"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
