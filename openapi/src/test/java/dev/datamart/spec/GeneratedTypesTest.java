package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated types say what a parser of others reads in the document. */
class GeneratedTypesTest {

  private static final Map<String, ParsedDocument.Place> PLACES = ParsedDocument.operations();

  @Test
  void every_operation_of_the_document_is_a_spelling() {
    assertThat(DocumentKeys.spellings())
        .extracting(Spelling::id)
        .containsExactlyInAnyOrderElementsOf(PLACES.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void an_operation_is_the_documents(Operation operation) {
    ParsedDocument.Place place = PLACES.get(operation.id());

    assertThat(place.operation().getTags()).containsExactly(operation.tag());
    assertThat(place.extension("token")).isEqualTo(operation.need().word());
    assertThat(place.extension("evidence"))
        .asString()
        .isEqualToIgnoringCase(operation.evidence().name());
    assertThat(place.extension("requirement")).isEqualTo(operation.requirement());
    assertThat(place.response()).isEqualTo(operation.response().id());
  }

  @ParameterizedTest
  @EnumSource
  void so_is_each_spelling(Operation operation) {
    for (Spelling spelling : operation.spellings()) {
      ParsedDocument.Place place = PLACES.get(spelling.id());

      assertThat(place.method()).isEqualTo(spelling.method());
      assertThat(place.path()).isEqualTo(spelling.path());
      assertThat(place.extension("source")).isEqualTo(spelling.source());
      assertThat(place.extension("problems"))
          .isEqualTo(spelling.problems().stream().map(Problem::name).toList());
      assertThat(place.parameters(false)).isEqualTo(List.copyOf(spelling.parameters()));
      assertThat(place.parameters(true)).isEqualTo(List.copyOf(spelling.requiredParameters()));
      assertThat(place.request())
          .isEqualTo(spelling.request() == null ? null : spelling.request().id());
      assertThat(spelling.isBodyRequired())
          .isEqualTo(spelling.request() != null && Boolean.TRUE.equals(place.body().getRequired()));
    }
  }

  @Test
  void the_error_situations_are_the_rows_of_the_catalogue() {
    List<List<?>> rows = new ArrayList<>();
    for (Object row : ParsedDocument.problems()) {
      rows.add(Stream.of("id", "status", "code", "message").map(((Map<?, ?>) row)::get).toList());
    }

    assertThat(Problem.values())
        .extracting(row -> List.of(row.name(), row.status(), row.code(), row.message()))
        .isEqualTo(rows);
  }

  @Test
  void the_schemas_are_the_objects() {
    assertThat(Schema.values())
        .extracting(Schema::id)
        .containsExactlyElementsOf(ParsedDocument.objects().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void a_member_is_what_the_document_says(Schema schema) {
    var parsed = ParsedDocument.objects().get(schema.id());
    Map<String, io.swagger.v3.oas.models.media.Schema> properties =
        Objects.requireNonNullElse(parsed.getProperties(), Map.of());

    assertThat(schema.members())
        .extracting(Member::name)
        .containsExactlyElementsOf(properties.keySet());
    for (Member member : schema.members()) {
      boolean isRequired =
          parsed.getRequired() != null && parsed.getRequired().contains(member.name());

      assertThat(member)
          .isEqualTo(
              ParsedDocument.member(member.name(), isRequired, properties.get(member.name())));
    }
  }

  @Test
  void an_item_of_a_list_is_found_from_its_answer() {
    assertThat(Operation.LIST_EMBEDS.response().item()).isEqualTo(Schema.EMBED_ITEM);
    assertThat(Operation.DELETE_EMBED.response().item()).isNull();
    assertThat(Operation.GET_DATASOURCE_SCHEMA.response().item()).isNull();
    assertThat(Schema.EMBED_ITEM.member("accessSettings").orElseThrow().of())
        .isEqualTo(Schema.EMBED_ACCESS_SETTINGS);
  }

  @Test
  void what_lists_or_looks_up_is_no_change() {
    assertThat(Operation.values())
        .filteredOn(operation -> !operation.isChange())
        .filteredOn(operation -> !operation.method(Family.KEBAB).equals("GET"))
        .containsExactly(
            Operation.QUERY_METRIC,
            Operation.LIST_WORKSPACE_DASHBOARDS,
            Operation.LIST_WORKSPACE_METRICS,
            Operation.LIST_DASHBOARD_METRICS);
    assertThat(Operation.values())
        .filteredOn(Operation::isChange)
        .noneMatch(operation -> operation.method(Family.KEBAB).equals("GET"));
  }

  @Test
  void what_is_looked_up_is_found_or_not() {
    assertThat(Operation.ofId("deleteEmbed")).contains(Operation.DELETE_EMBED);
    assertThat(Operation.ofId("deleteEmbedLegacy")).isEmpty();
    assertThat(Problem.withCode("INVALID_REQUEST_BODY")).contains(Problem.PARAMETER_REPEATED);
    assertThat(Problem.withCode("BAD_MOOD")).isEmpty();
  }

  @Test
  void a_family_that_does_without_an_operation_has_no_method_for_it() {
    assertThat(Operation.LIST_WORKSPACES.families()).containsExactly(Family.KEBAB);
    assertThat(Operation.LIST_WORKSPACES.path(Family.CAMEL)).isNull();
    assertThatThrownBy(() -> Operation.LIST_WORKSPACES.method(Family.VERB))
        .hasMessage("LIST_WORKSPACES has no spelling in the family VERB.");
  }
}
