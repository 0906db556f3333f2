package dev.datamart.mock.door;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.migration.Migration;
import dev.datamart.mock.migration.Rehearsal;
import dev.datamart.mock.migration.Stage;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What answers of deprecated paths say of it: {@code Deprecation} (RFC 9745), {@code Link} to the
 * successor, and {@code Sunset} (RFC 8594) once there is a date; and what they do in a rehearsal of
 * their end.
 */
public final class Deprecation {

  private final Routes routes;
  private final Migration migration;
  private final String since;

  public Deprecation(Routes routes, Migration migration, Instant since) {
    this.routes = routes;
    this.migration = migration;
    this.since = "@" + since.getEpochSecond();
  }

  /** Counts a call of a deprecated path for the migration report. */
  void count(ApiCall call, @Nullable String userAgent) {
    if (call.route().family().isDeprecated()) {
      migration.count(
          call.state().id(), call.route(), userAgent, call.now(), call.query().raw(), call.body());
    }
  }

  /** Returns why a deprecated path does not answer in a rehearsal; null when it does. */
  @Nullable Failure failure(ApiCall call) {
    if (!call.route().family().isDeprecated()) {
      return null;
    }
    Rehearsal rehearsal = migration.of(call.state().id());
    if (rehearsal.stage() == Stage.GONE) {
      // The contract has no such situation: the code is that of a path that is not there.
      return Failure.of(Problem.PATH_UNKNOWN, 410)
          .withMessage("This path is gone; use " + successor(call.route()));
    }
    return migration.failsNow(call.state().id(), rehearsal)
        ? Failure.of(Problem.UNEXPECTED_FAILURE)
        : null;
  }

  /** Returns the answer as the family of its route gives it. */
  Answer mark(Answer answer, Route route, @Nullable String organizationId) {
    if (!route.family().isDeprecated()) {
      return answer;
    }
    Answer marked =
        answer.with("Deprecation", since).with("Link", routes.successorLink(route.operation()));
    Rehearsal rehearsal = migration.of(organizationId);
    if (rehearsal.sunset() != null) {
      marked = marked.with("Sunset", httpDate(rehearsal.sunset()));
    }
    return rehearsal.stage() == Stage.WARN
        ? marked.with("Warning", "299 - \"Deprecated: use " + successor(route) + "\"")
        : marked;
  }

  private static String successor(Route route) {
    Operation operation = route.operation();
    return operation.method(Family.KEBAB) + " " + Routes.API + operation.successorPath();
  }

  private static String httpDate(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }
}
