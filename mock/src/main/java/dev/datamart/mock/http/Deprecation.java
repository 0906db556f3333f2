package dev.datamart.mock.http;

import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Route;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What answers of deprecated paths say of it: {@code Deprecation} (RFC 9745), {@code Link} to the
 * successor, and {@code Sunset} (RFC 8594) once there is a date.
 */
final class Deprecation {

  private final Routes routes;
  private final String since;
  private final @Nullable String sunset;

  Deprecation(Routes routes, Instant since, @Nullable Instant sunset) {
    this.routes = routes;
    this.since = "@" + since.getEpochSecond();
    this.sunset =
        sunset == null
            ? null
            : DateTimeFormatter.RFC_1123_DATE_TIME.format(sunset.atOffset(ZoneOffset.UTC));
  }

  /** Returns the answer as the family of its route gives it. */
  Answer mark(Answer answer, Route route) {
    if (!route.family().isDeprecated()) {
      return answer;
    }
    Answer marked =
        answer.with("Deprecation", since).with("Link", routes.successorLink(route.operation()));
    return sunset == null ? marked : marked.with("Sunset", sunset);
  }
}
