package dev.datamart.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request with the answer that came.
 *
 * @param headers of the answer, with lower-case names
 * @param json the body as a tree; a missing node when it is not JSON
 */
public record Exchange(
    Call call,
    String url,
    int status,
    Map<String, List<String>> headers,
    String body,
    JsonNode json) {

  static Exchange of(
      Call call, String url, int status, Map<String, List<String>> headers, byte[] body) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    String text = new String(body, StandardCharsets.UTF_8);
    return new Exchange(call, url, status, lower, text, Json.read(body));
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public boolean ok() {
    return status == 200;
  }

  /** The error code of a refusal, or an empty text. */
  public String code() {
    return json.at("/error/code").asText("");
  }

  public String message() {
    return json.at("/error/message").asText("");
  }

  /** One line: what came. */
  public String summary() {
    String text = body.strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? status + " with an empty body" : status + " " + text;
  }
}
