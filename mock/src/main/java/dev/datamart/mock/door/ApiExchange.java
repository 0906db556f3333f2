package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one request of the API: more with each step that it has passed. */
final class ApiExchange {

  final HttpExchange http;
  final String path;

  /** What the path answers; null when nothing does. */
  final @Nullable Place place;

  /** What is asked for; null when the path or its method is not known. */
  final @Nullable Route route;

  /** Who asks; null before that is known. */
  @Nullable Caller caller;

  /** The call that it has become; null when it was not admitted. */
  @Nullable ApiCall call;

  private final long startedAt = System.nanoTime();

  ApiExchange(HttpExchange http, Routes routes) {
    this.http = http;
    this.path = http.path();
    this.place = routes.place(path);
    this.route = place == null ? null : place.route(http.method());
  }

  long nanos() {
    return System.nanoTime() - startedAt;
  }

  /** Returns what time it is for who asks: organizations have clocks of their own. */
  Instant moment() {
    if (call != null) {
      return call.now();
    }
    return caller == null ? Instant.now() : caller.state().clock().instant();
  }

  /** Returns the identifier of the caller's organization; null before it is known. */
  @Nullable String organizationId() {
    return caller == null ? null : caller.state().id();
  }

  /** Returns the call, for those whom a request only reaches when it was admitted. */
  ApiCall admitted() {
    return requireNonNull(call);
  }
}
