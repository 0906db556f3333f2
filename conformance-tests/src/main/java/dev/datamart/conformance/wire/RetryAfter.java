package dev.datamart.conformance.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long a 429 asks to wait: its Retry-After in seconds or as a date (RFC 9110). */
final class RetryAfter {
  private static final Duration UNLESS_TOLD = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  private RetryAfter() {}

  static Duration of(Exchange exchange) {
    String text = exchange.header("retry-after").orElse("").strip();
    Duration told =
        text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, exchange);
    return told.isNegative() ? Duration.ZERO : told.compareTo(AT_MOST) > 0 ? AT_MOST : told;
  }

  /** The server's own clock counts, where the answer tells it. */
  private static Duration until(String date, Exchange exchange) {
    try {
      Instant now = exchange.header("date").map(RetryAfter::moment).orElseGet(Instant::now);
      return Duration.between(now, moment(date));
    } catch (DateTimeException unreadable) {
      return UNLESS_TOLD;
    }
  }

  private static Instant moment(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
