package dev.datamart.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
  private static final int SHOWN = 2000;
  private static final Duration UNLESS_TOLD = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofSeconds(60);

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

  /** Whether it says that it was done, if not in the one way that is documented. */
  public boolean isDone() {
    return status / 100 == 2;
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
    Optional<String> coding = header("content-encoding").filter(it -> !it.equals("identity"));
    if (coding.isPresent()) {
      return status + " with a body in " + coding.get() + ", which was not asked for";
    }
    String text = Text.cut(body.strip(), SHOWN).replaceAll("\\s+", " ");
    return text.isEmpty() ? status + " with an empty body" : status + " " + text;
  }

  /** What a report has to know of it: without the answer's body, which may be large. */
  public Exchange withoutBody() {
    return new Exchange(call, url, status, Map.of(), "", MissingNode.getInstance());
  }

  /** How long a 429 asks to wait: its Retry-After in seconds or as a date (RFC 9110). */
  Duration retryAfter() {
    String text = header("retry-after").orElse("").strip();
    Duration told =
        text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text);
    return told.isNegative() ? Duration.ZERO : told.compareTo(AT_MOST) > 0 ? AT_MOST : told;
  }

  /** The server's own clock counts, where the answer tells it. */
  private Duration until(String date) {
    try {
      Instant now = header("date").map(Exchange::moment).orElseGet(Instant::now);
      return Duration.between(now, moment(date));
    } catch (DateTimeException unreadable) {
      return UNLESS_TOLD;
    }
  }

  private static Instant moment(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
