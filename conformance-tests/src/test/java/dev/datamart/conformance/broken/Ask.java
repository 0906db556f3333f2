package dev.datamart.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.Percent;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request on its way through a broken server. */
public record Ask(
    String method, String path, String query, Map<String, String> headers, String body) {

  /** The operation asked for, in whatever family. */
  public Optional<Operation> operation() {
    return Arrays.stream(Operation.values())
        .filter(operation -> family(operation).isPresent())
        .findFirst();
  }

  public boolean is(Operation... operations) {
    return operation().filter(Arrays.asList(operations)::contains).isPresent();
  }

  public boolean is(Operation operation, Family family) {
    return is(operation) && family().filter(family::equals).isPresent();
  }

  public Optional<Family> family() {
    return operation().flatMap(this::family);
  }

  private Optional<Family> family(Operation operation) {
    return operation.families().stream()
        .filter(
            family -> {
              RequestLine spelling = RequestLine.of(operation, family).orElseThrow();
              return spelling.method().equals(method)
                  && spelling.path().equals(path.replaceAll("/$", ""));
            })
        .findFirst();
  }

  public String authorization() {
    return headers.getOrDefault("authorization", "");
  }

  /** The arguments, from wherever they travel. */
  public ObjectNode arguments() {
    if (!body.isBlank()) {
      JsonNode tree = Json.read(body);
      return tree.isObject() ? (ObjectNode) tree : Json.object();
    }
    ObjectNode arguments = Json.object();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        arguments.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return arguments;
  }

  public String argument(String name) {
    return arguments().path(name).asText("");
  }

  /** With other arguments, travelling where they did. */
  public Ask arguments(ObjectNode changed) {
    if (!body.isBlank()) {
      return body(changed.toString());
    }
    StringBuilder text = new StringBuilder();
    changed
        .properties()
        .forEach(
            member ->
                text.append(text.isEmpty() ? "" : "&")
                    .append(Percent.encode(member.getKey()))
                    .append('=')
                    .append(Percent.encode(member.getValue().asText())));
    return new Ask(method, path, text.toString(), headers, body);
  }

  public Ask argument(String name, Object value) {
    ObjectNode changed = arguments();
    changed.set(name, Json.node(value));
    return arguments(changed);
  }

  public Ask body(String changed) {
    return new Ask(method, path, query, headers, changed);
  }

  public Ask as(String authorization) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put("authorization", authorization);
    return new Ask(method, path, query, changed, body);
  }

  /** Another operation with the credentials of this one. */
  public Ask other(Operation operation, Object... namesAndValues) {
    RequestLine spelling = RequestLine.of(operation, Family.KEBAB).orElseThrow();
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put("authorization", authorization());
    Ask bare = new Ask(spelling.method(), spelling.path(), "", kept, spelling.query() ? "" : "{}");
    return bare.arguments(Json.object(namesAndValues));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
