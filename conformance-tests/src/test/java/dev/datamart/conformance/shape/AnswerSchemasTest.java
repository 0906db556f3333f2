package dev.datamart.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.ContractSpec;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document's schemas say against answers, one kind of mistake at a time. */
class AnswerSchemasTest {
  private static final ContractSpec SPEC = ContractSpec.load();
  private static final AnswerSchemas SCHEMAS = new AnswerSchemas(SPEC.text());
  private static final String JSON_TYPE = "application/json; charset=utf-8";

  @Test
  void the_documents_own_example_is_right() {
    assertThat(complaints(example(), JSON_TYPE)).isEmpty();
  }

  @Test
  void members_that_the_document_does_not_know_are_right() {
    ObjectNode more = example();
    item(more).put("colour", "red");

    assertThat(complaints(more, JSON_TYPE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "name, 5, string",
        "name, null, null",
        "name, \"\", 1",
        "createdAt, \"yesterday\", date-time",
        "createdAt, \"2026-13-01T00:00:00Z\", date-time",
        "createdAt, 1767225600000, string",
        "id, \"not-a-uuid\", uuid",
        "companyIntegration, [], object",
      })
  void a_member_with_another_value_is_named(String member, String value, String why)
      throws Exception {
    ObjectNode wrong = example();
    item(wrong).set(member, new ObjectMapper().readTree(value));

    assertThat(complaints(wrong, JSON_TYPE))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("/data/0/" + member, why));
  }

  @Test
  void a_member_that_is_missing_is_named() {
    ObjectNode wrong = example();
    item(wrong).remove("updatedAt");

    assertThat(complaints(wrong, JSON_TYPE))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("/data/0", "updatedAt"));
  }

  @Test
  void a_list_in_place_of_the_object_around_it_is_wrong() {
    assertThat(complaints(example().get("data"), JSON_TYPE)).isNotEmpty();
  }

  @Test
  void another_type_is_wrong_and_none_is_read_as_the_documents() {
    assertThat(complaints(example(), "text/html"))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("text/html"));
    assertThat(complaints(example(), "")).isEmpty();
  }

  @Test
  void a_body_that_is_missing_or_not_json_is_wrong() {
    JsonNode none = new ObjectMapper().missingNode();

    assertThat(SCHEMAS.complaints(exchange("", none, JSON_TYPE, 200), none))
        .containsExactly("the answer has no body");
    assertThat(SCHEMAS.complaints(exchange("<p>", none, JSON_TYPE, 200), none))
        .containsExactly("the body is not JSON");
  }

  @Test
  void nothing_is_said_of_a_status_that_the_document_does_not_name() {
    JsonNode body = example();

    assertThat(SCHEMAS.complaints(exchange("{}", body, JSON_TYPE, 203), body)).isEmpty();
  }

  private static List<String> complaints(JsonNode body, String type) {
    return SCHEMAS.complaints(exchange(body.toString(), body, type, 200), body);
  }

  private static Exchange exchange(String text, JsonNode body, String type, int status) {
    Map<String, List<String>> headers =
        type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
    return new Exchange(
        Call.of(Operation.LIST_DATAMARTS, Family.KEBAB), "", status, headers, text, body);
  }

  private static ObjectNode example() {
    String name =
        SPEC.exampleNames().stream().filter(n -> n.startsWith("listDatamarts.")).findFirst().get();
    return new ObjectMapper().valueToTree(SPEC.example(name));
  }

  private static ObjectNode item(ObjectNode list) {
    return (ObjectNode) list.path("data").path(0);
  }
}
