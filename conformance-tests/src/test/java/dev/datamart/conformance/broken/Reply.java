package dev.datamart.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** An answer on its way back. */
public record Reply(int status, Map<String, String> headers, String body) {

  public static Reply json(int status, Object... namesAndValues) {
    return new Reply(
        status, Map.of("content-type", "application/json"), Json.object(namesAndValues).toString());
  }

  public static Reply refusal(int status, String code, String message) {
    return json(status, "error", Json.object("code", code, "message", message, "status", status));
  }

  public boolean ok() {
    return status == 200;
  }

  /** Sent in chunks, without a Content-Length. */
  public Reply chunked() {
    return header("transfer-encoding", "chunked");
  }

  public boolean isChunked() {
    return "chunked".equals(headers.get("transfer-encoding"));
  }

  public JsonNode json() {
    return Json.read(body);
  }

  public String code() {
    return json().at("/error/code").asText("");
  }

  public Reply status(int other) {
    return new Reply(other, headers, body);
  }

  public Reply body(String other) {
    return new Reply(status, headers, other);
  }

  public Reply header(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Reply(status, changed, body);
  }

  /** With its JSON object edited in place. */
  public Reply edited(Consumer<ObjectNode> edit) {
    JsonNode tree = json();
    if (tree instanceof ObjectNode object) {
      edit.accept(object);
      return body(object.toString());
    }
    return this;
  }
}
