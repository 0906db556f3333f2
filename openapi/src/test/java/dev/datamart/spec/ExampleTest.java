package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each example obeys the schema where it is used; the validator is the one that judges servers. */
class ExampleTest {

  private static final ContractSpec SPEC = ContractSpec.load();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenAPI DOCUMENT =
      new OpenAPIV3Parser().readContents(SPEC.text()).getOpenAPI();
  private static final SchemaValidator VALIDATOR =
      new SchemaValidator(
          DOCUMENT,
          new MessageResolver(
              LevelResolver.create()
                  .withLevel(
                      "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                  .build()));

  @Test
  void each_example_obeys_its_schema() {
    Map<String, String> schemas = schemaOfEachExample();

    assertThat(schemas).hasSizeGreaterThan(70);
    assertThat(schemas)
        .allSatisfy(
            (example, schema) ->
                assertThat(complaints(SPEC.example(example), schema)).as(example).isEmpty());
  }

  @Test
  void each_example_is_used() {
    assertThat(new TreeSet<>(SPEC.exampleNames()))
        .isEqualTo(new TreeSet<>(schemaOfEachExample().keySet()));
  }

  @Test
  void each_body_of_each_operation_has_an_example() {
    assertThat(DocumentKeys.spellings())
        .allSatisfy(
            spelling -> {
              assertThat(DocumentKeys.responseExamples(spelling)).as(spelling.id()).isNotEmpty();
              assertThat(DocumentKeys.requestExamples(spelling).isEmpty())
                  .as(spelling.id())
                  .isEqualTo(spelling.request() == null);
            });
  }

  @ParameterizedTest
  @EnumSource
  void bodies_are_named_after_the_operation(Operation operation) {
    String stem = capitalized(operation.id());

    assertThat(operation.response().id()).isEqualTo(stem + "Response");
    assertThat(operation.spellings())
        .filteredOn(spelling -> spelling.request() != null)
        .allSatisfy(
            spelling ->
                assertThat(spelling.request().id()).isIn(stem + "Request", stem + "LegacyRequest"));
  }

  @Test
  void the_validator_complains_about_what_is_wrong() {
    assertThat(
            complaints(
                Map.of("error", Map.of("code", "BAD_MOOD", "message", "No.")), "ErrorResponse"))
        .isNotEmpty();
    assertThat(complaints(Map.of("error", "no"), "DeleteDatamartResponse")).isNotEmpty();
    assertThat(complaints(Map.of("id", 5), "DeleteDatamartResponse")).isNotEmpty();
  }

  @Test
  void unknown_members_and_an_absent_error_are_no_complaint() {
    Map<String, Object> absent = Map.of("id", "sales-datamart", "mood", "good");
    Map<String, Object> isNull = new HashMap<>(absent);
    isNull.put("error", null);

    assertThat(complaints(absent, "DeleteDatamartResponse")).isEmpty();
    assertThat(complaints(isNull, "DeleteDatamartResponse")).isEmpty();
  }

  @Test
  void an_error_in_a_success_is_a_complaint() {
    assertThat(
            complaints(
                Map.of("id", "sales-datamart", "error", Map.of("code", "X")),
                "DeleteDatamartResponse"))
        .isNotEmpty();
  }

  private static Map<String, String> schemaOfEachExample() {
    Map<String, String> schemas = new LinkedHashMap<>();
    for (Operation operation : Operation.values()) {
      for (Spelling spelling : operation.spellings()) {
        DocumentKeys.requestExamples(spelling)
            .forEach(example -> schemas.put(example, spelling.request().id()));
        DocumentKeys.responseExamples(spelling)
            .forEach(example -> schemas.put(example, operation.response().id()));
      }
    }
    for (Problem problem : Problem.values()) {
      schemas.put("problem." + problem, "ErrorResponse");
    }
    return schemas;
  }

  private static Set<String> complaints(Object value, String schema) {
    JsonNode node = JSON.valueToTree(value);
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + schema);
    Set<String> messages = new TreeSet<>();
    VALIDATOR
        .validate(() -> node, reference, "validation")
        .getMessages()
        .forEach(message -> messages.add(message.toString()));
    return messages;
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
