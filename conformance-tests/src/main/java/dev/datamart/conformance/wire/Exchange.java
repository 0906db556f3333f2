package dev.datamart.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request with the answer that came. */
public final class Exchange {
  private final int number;
  private final Call call;
  private final String url;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] bytes;
  private final JsonNode json;
  private final Duration took;

  Exchange(
      int number,
      Call call,
      String url,
      int status,
      Map<String, List<String>> headers,
      byte[] bytes,
      Duration took) {
    this.number = number;
    this.call = call;
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.json = Json.read(bytes);
    this.took = took;
  }

  /** Position in the run, from 1. */
  public int number() {
    return number;
  }

  public Call call() {
    return call;
  }

  public String url() {
    return url;
  }

  public int status() {
    return status;
  }

  /** Response headers with lower-case names. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body as a tree; a missing node when it is not JSON. */
  public JsonNode json() {
    return json;
  }

  public Duration took() {
    return took;
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
    String text = body().strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? status + " with an empty body" : status + " " + text;
  }
}
