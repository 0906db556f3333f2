package dev.datamart.conformance.shape;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.requirement.Requirement.Watch;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares answers with the schemas that the OpenAPI document gives for them. */
public final class ResponseShapes implements Watch {
  /** The values of an answer's text that the document knows; clients have to take others too. */
  private static final Pattern KNOWN =
      Pattern.compile("(nullable: true\\s+)?x-databrain:\\s+known:\\s+\\[([^]]*)]");

  private static final int MOST_HELD = 8 << 20;

  private static final ResponseShapes OF_CONTRACT = new ResponseShapes();

  private final CompletableFuture<AnswerSchemas> schemas =
      CompletableFuture.supplyAsync(ResponseShapes::load);
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Set<Body> right = ConcurrentHashMap.newKeySet();
  private final AtomicInteger held = new AtomicInteger();

  private ResponseShapes() {}

  /** The one for the document on the class path; reading it begins with the first call. */
  public static ResponseShapes ofContract() {
    return OF_CONTRACT;
  }

  @Override
  public Optional<Finding> look(Exchange exchange) {
    Call call = exchange.call();
    boolean asDocumented =
        RequestLine.of(call.operation(), call.family()).filter(call.spelling()::equals).isPresent();
    // What an error has to be is less than its schema says: no list of codes is ever complete.
    if (!asDocumented || exchange.status() >= 400) {
      return Optional.empty();
    }
    String kind = kind(exchange);
    JsonNode fresh = withoutRightItems(kind, exchange.json());
    if (fresh.isMissingNode() || !right.contains(new Body(kind, fresh))) {
      String text = fresh.isMissingNode() ? exchange.body() : fresh.toString();
      forgetBefore(text.length());
      String complaint =
          known.computeIfAbsent(kind + Alike.of(text), unseen -> complaint(exchange, fresh));
      if (!complaint.isEmpty()) {
        return Optional.of(new Finding(complaint, exchange.summary(), exchange));
      }
      right.add(new Body(kind, fresh));
      fresh.path("data").forEach(item -> right.add(new Body(kind, item)));
    }
    return Optional.empty();
  }

  /** What was seen before only saves work, and a server can send without end. */
  private void forgetBefore(int more) {
    if (held.addAndGet(more) > MOST_HELD) {
      known.clear();
      right.clear();
      held.set(more);
    }
  }

  /** A body, or an item of a list, of one kind of answer. */
  private record Body(String kind, JsonNode json) {}

  private static String kind(Exchange exchange) {
    Call call = exchange.call();
    String type = exchange.header("content-type").orElse("");
    return call.operation().in(call.family()).orElseThrow().id() + exchange.status() + type;
  }

  /**
   * The body with only those list items that were not found right before. An item is right or wrong
   * by itself, and most lists repeat what earlier ones had, so this saves nearly all of the work.
   */
  private JsonNode withoutRightItems(String kind, JsonNode body) {
    JsonNode data = body.path("data");
    if (!data.isArray() || data.isEmpty()) {
      return body;
    }
    ObjectNode rest = ((ObjectNode) body).objectNode().setAll((ObjectNode) body);
    ArrayNode fresh = rest.putArray("data");
    for (JsonNode item : data) {
      if (!right.contains(new Body(kind, item))) {
        fresh.add(item);
      }
    }
    return rest;
  }

  private String complaint(Exchange exchange, JsonNode body) {
    return schemas.join().complaints(exchange, body).stream()
        .map(text -> text.replaceAll("\\s+", " "))
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static AnswerSchemas load() {
    try (InputStream document =
        requireNonNull(
            ResponseShapes.class.getResourceAsStream("/openapi.yaml"),
            "openapi.yaml is not on the class path")) {
      return new AnswerSchemas(closed(new String(document.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The document as it binds servers: they answer the values that it knows, and no others. */
  private static String closed(String document) {
    return KNOWN
        .matcher(document)
        .replaceAll(
            found -> {
              String values = "enum: [" + found.group(2);
              return found.group(1) == null ? values + "]" : found.group(1) + values + ", null]";
            });
  }
}
