package dev.datamart.mock.door;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.access.Caller;
import dev.datamart.mock.operation.Query;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before its operation looks at it, in the contract's order:
 * authentication, path, method, kind of token, media type, parameters.
 */
public final class Admission {

  private final Authenticator authenticator;

  public Admission(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  /**
   * Returns who calls.
   *
   * @param authorizations the values of the Authorization headers
   * @param route what is asked for, as far as it is known
   */
  Caller authenticate(List<String> authorizations, @Nullable Route route) {
    if (authorizations.size() > 1) {
      throw Refusal.about(Problem.PARAMETER_REPEATED, "Authorization");
    }
    TokenNeed need = route == null ? TokenNeed.EITHER : route.operation().need();
    return authenticator.authenticate(
        authorizations.isEmpty() ? null : authorizations.get(0), need);
  }

  /** Returns the route, or refuses a path or method that there is not. */
  static Route found(@Nullable Place place, @Nullable Route route) {
    if (place == null) {
      throw Refusal.of(Problem.PATH_UNKNOWN);
    }
    if (route == null) {
      throw Refusal.of(Problem.METHOD_NOT_ALLOWED);
    }
    return route;
  }

  /** Refuses a token of the wrong kind, and a body that is not JSON. */
  void admit(Caller caller, Route route, @Nullable String contentType) {
    authenticator.authorize(caller, route.operation().need());
    if (route.operation().takesBody(route.family()) && !isJson(contentType)) {
      throw Refusal.of(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /** Returns the query, or refuses one that cannot be read or gives a parameter twice. */
  static Query query(Route route, @Nullable String sent) {
    Query query;
    try {
      query = Query.parse(sent);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.saying(
          Problem.MEMBER_INVALID, "The query string is not percent-encoded correctly");
    }
    if (query.names().size() > 1) {
      refuseRepeated(route, query);
    }
    return query;
  }

  private static void refuseRepeated(Route route, Query query) {
    for (String parameter : route.operation().parameters(route.family())) {
      if (query.names().stream().filter(parameter::equals).count() > 1) {
        throw Refusal.about(Problem.PARAMETER_REPEATED, parameter);
      }
    }
  }

  /** A body without a type counts as JSON, and so does every type that is built on it. */
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    int end = contentType.indexOf(';');
    String type =
        (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }
}
