package dev.datamart.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.ContractSpec;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another validator says the same of answers: of the examples of the document, and of each of them
 * with one member changed.
 */
class SecondOpinionTest {
  private static final ContractSpec SPEC = ContractSpec.load();
  private static final AnswerSchemas SCHEMAS = new AnswerSchemas(SPEC.text());
  private static final String JSON = "application/json";
  private static final OpenApiInteractionValidator OTHER =
      OpenApiInteractionValidator.createForInlineApiSpecification(SPEC.text())
          .withBasePathOverride("")
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel(
                      "validation.response.body.schema.additionalProperties",
                      ValidationReport.Level.IGNORE)
                  .withLevel("validation.response.header.missing", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  static Stream<String> answers() {
    return Arrays.stream(Operation.values())
        .flatMap(
            each ->
                SPEC.exampleNames().stream()
                    .filter(name -> name.startsWith(each.id() + "."))
                    .filter(name -> !isRequest(each, name)));
  }

  private static boolean isRequest(Operation operation, String name) {
    JsonNode example = new ObjectMapper().valueToTree(SPEC.example(name));
    return operation.response().members().stream()
        .noneMatch(member -> example.has(member.name()) && !member.name().equals("name"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void both_say_the_same_of_an_answer_and_of_each_that_is_a_little_other(String name) {
    Operation operation =
        Arrays.stream(Operation.values())
            .filter(each -> name.startsWith(each.id() + "."))
            .findFirst()
            .orElseThrow();
    JsonNode example = new ObjectMapper().valueToTree(SPEC.example(name));
    List<JsonNode> bodies = new ArrayList<>(List.of(example));
    spoil(example, example, bodies);

    for (JsonNode body : bodies) {
      assertThat(isRight(operation, body))
          .as(body.toString())
          .isEqualTo(isRightToo(operation, body));
    }
    assertThat(bodies).hasSizeGreaterThan(1);
  }

  /** Adds the whole with each member left out, null, and of another type. */
  private static void spoil(JsonNode whole, JsonNode part, List<JsonNode> spoilt) {
    if (part instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode value = object.get(name);
        object.remove(name);
        spoilt.add(whole.deepCopy());
        JsonNode other = value.isTextual() ? IntNode.valueOf(5) : TextNode.valueOf("x");
        for (JsonNode wrong : List.of(NullNode.getInstance(), other)) {
          object.set(name, wrong);
          spoilt.add(whole.deepCopy());
        }
        object.set(name, value);
        spoil(whole, value, spoilt);
      }
    } else if (part instanceof ArrayNode list && !list.isEmpty()) {
      spoil(whole, list.get(0), spoilt);
    }
  }

  private static boolean isRight(Operation operation, JsonNode body) {
    Spelling spelling = operation.spellings().get(0);
    Exchange exchange =
        new Exchange(
            Call.of(operation, spelling.family()),
            "",
            200,
            Map.of("content-type", List.of(JSON)),
            body.toString(),
            body);
    return SCHEMAS.complaints(exchange, body).isEmpty();
  }

  private static boolean isRightToo(Operation operation, JsonNode body) {
    Spelling spelling = operation.spellings().get(0);
    return !OTHER
        .validateResponse(
            spelling.path(),
            Request.Method.valueOf(spelling.method()),
            SimpleResponse.Builder.ok().withContentType(JSON).withBody(body.toString()).build())
        .hasErrors();
  }
}
