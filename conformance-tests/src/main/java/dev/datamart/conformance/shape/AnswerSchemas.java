package dev.datamart.conformance.shape;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas that a document in YAML has for answers, and what they say against a body. */
final class AnswerSchemas {
  /** A name for the document among schemas; nothing is ever fetched from there. */
  private static final String NAME = "https://contract.invalid/openapi.json";

  private static final String REFERENCE = "$ref";

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> byPlace = new ConcurrentHashMap<>();

  AnswerSchemas(String yaml) {
    Object read = requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    document = new ObjectMapper().valueToTree(read);
    registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), made -> made.schemas(Map.of(NAME, document.toString())));
  }

  /** What is wrong with the answer; nothing where the document does not know the status. */
  List<String> complaints(Exchange exchange, JsonNode body) {
    RequestLine line = exchange.call().spelling();
    String answers =
        pointer("", "paths", line.path(), line.method().toLowerCase(Locale.ROOT), "responses");
    if (document.at(answers).isMissingNode()) {
      throw new IllegalArgumentException("The document has no " + line + ".");
    }
    String answer = resolved(pointer(answers, String.valueOf(exchange.status())));
    JsonNode content = document.at(answer + "/content");
    if (content.isEmpty()) {
      return List.of();
    }
    // Without a type it is read as the first one, as clients do.
    String type =
        exchange
            .header("content-type")
            .map(given -> given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElseGet(() -> content.fieldNames().next());
    if (!content.has(type)) {
      return List.of("the Content-Type is " + type + ", which the document does not name");
    }
    if (body.isMissingNode()) {
      return List.of(exchange.body().isEmpty() ? "the answer has no body" : "the body is not JSON");
    }
    String place = resolved(pointer(answer, "content", type, "schema"));
    return byPlace
        .computeIfAbsent(place, at -> registry.getSchema(SchemaLocation.of(NAME + "#" + at)))
        .validate(body, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(AnswerSchemas::words)
        .toList();
  }

  private static String words(Error error) {
    String at = error.getInstanceLocation().toString();
    return (at.isEmpty() ? "" : at + ": ") + error.getMessage();
  }

  /**
   * The place of what stands there or, where that only names another place, of what stands there.
   */
  private String resolved(String place) {
    JsonNode reference = document.at(place).path(REFERENCE);
    return reference.isTextual() ? resolved(reference.textValue().substring(1)) : place;
  }

  private static String pointer(String from, String... steps) {
    StringBuilder pointer = new StringBuilder(from);
    for (String step : steps) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
