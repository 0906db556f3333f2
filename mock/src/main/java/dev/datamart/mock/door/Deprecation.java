package dev.datamart.mock.door;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.HttpDate;
import dev.datamart.mock.migration.Migration;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.time.Instant;

/**
 * What answers of deprecated paths say of it: {@code Deprecation} (RFC 9745), {@code Link} to the
 * successor, and {@code Sunset} (RFC 8594) once there is a date; and what they do in a rehearsal of
 * their end.
 */
final class Deprecation {

  private final Routes routes;
  private final Migration migration;
  private final String since;

  Deprecation(Routes routes, Migration migration, Instant since) {
    this.routes = routes;
    this.migration = migration;
    this.since = "@" + since.getEpochSecond();
  }

  /** Counts a call of a deprecated path for the migration report. */
  void count(ApiExchange exchange) {
    ApiCall call = exchange.admitted();
    if (call.route().family().isDeprecated()) {
      migration.count(
          call.state().id(),
          call.route(),
          exchange.http.userAgent(),
          call.now(),
          call.caller().dataApp(),
          call.query().raw(),
          call.body());
    }
  }

  /** Refuses where a deprecated path does not answer in a rehearsal of its end. */
  void refuse(ApiExchange exchange) {
    ApiCall call = exchange.admitted();
    if (!call.route().family().isDeprecated()) {
      return;
    }
    Rehearsal rehearsal = migration.of(call.state().id());
    if (rehearsal.stage() == Stage.GONE) {
      throw Detail.PATH_GONE.refusal(successor(call.route()));
    }
    if (migration.failsNow(call.state().id(), rehearsal)) {
      throw Refusal.of(Problem.UNEXPECTED_FAILURE);
    }
  }

  /** Returns the answer as the family of its path gives it. */
  Answer mark(Answer answer, ApiExchange exchange) {
    Place place = exchange.place;
    if (place == null || !place.isDeprecated(exchange.route)) {
      return answer;
    }
    // A deprecated path says so whatever it is asked, even by a method that it does not know.
    Route route = exchange.route == null ? place.first() : exchange.route;
    Answer marked =
        answer.with("Deprecation", since).with("Link", routes.successorLink(route.operation()));
    Rehearsal rehearsal = migration.of(exchange.organizationId());
    if (rehearsal.sunset() != null) {
      marked = marked.with("Sunset", HttpDate.of(rehearsal.sunset()));
    }
    return rehearsal.stage() == Stage.WARN
        ? marked.with("Warning", "299 - \"Deprecated: use " + successor(route) + "\"")
        : marked;
  }

  private static String successor(Route route) {
    Operation operation = route.operation();
    return operation.method(Family.KEBAB) + " " + operation.successorPath();
  }
}
