package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import org.jspecify.annotations.Nullable;

/** What is known of one request of the API: more with each step that it has passed. */
final class ApiExchange {

  private final HttpExchange http;
  private final String path;
  private final @Nullable Place place;
  private final @Nullable Route route;
  private final long startedAt = System.nanoTime();
  private @Nullable Caller caller;
  private @Nullable ApiCall call;

  ApiExchange(HttpExchange http, Routes routes) {
    this.http = http;
    this.path = http.path();
    this.place = routes.place(path);
    this.route = place == null ? null : place.route(http.method());
  }

  HttpExchange http() {
    return http;
  }

  String path() {
    return path;
  }

  /** Returns what the path answers; null when nothing does. */
  @Nullable Place place() {
    return place;
  }

  /** Returns what is asked for; null when the path or its method is not known. */
  @Nullable Route route() {
    return route;
  }

  long nanos() {
    return System.nanoTime() - startedAt;
  }

  /** Returns who asks; null before that is known. */
  @Nullable Caller caller() {
    return caller;
  }

  void isBy(Caller known) {
    caller = known;
  }

  /** Returns the identifier of the caller's organization; null before it is known. */
  @Nullable String organizationId() {
    return caller == null ? null : caller.state().id();
  }

  /** Returns the call that it has become; null when it was not admitted. */
  @Nullable ApiCall call() {
    return call;
  }

  /** Returns the call, for those whom a request only reaches when it was admitted. */
  ApiCall admitted() {
    return requireNonNull(call);
  }

  void becomes(ApiCall admitted) {
    call = admitted;
  }
}
