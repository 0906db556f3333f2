package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.http.Query;
import dev.datamart.mock.http.RequestHead;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before its operation looks at it, in the contract's order:
 * authentication, path, method, kind of token, media type, size, parameters.
 */
final class Admission {

  private static final byte[] NO_BODY = {};

  private final Authenticator authenticator;
  private final MockOptions options;

  Admission(Authenticator authenticator, MockOptions options) {
    this.authenticator = authenticator;
    this.options = options;
  }

  /** Makes a call of the exchange, or refuses; who calls is known of it as soon as may be. */
  void admit(ApiExchange exchange) throws IOException {
    HttpExchange http = exchange.http;
    Route route = checkHead(http, exchange.place, caller -> exchange.caller = caller);
    Caller caller = requireNonNull(exchange.caller);
    boolean takesBody = route.operation().takesBody(route.family());
    byte[] body = takesBody ? http.body(options.maxBodyBytes()) : NO_BODY;
    Query query = query(route, http.query());
    exchange.call = new ApiCall(caller, route, query, body, authenticator, options.isStrict());
  }

  /**
   * Refuses what is refused whatever its body says, and returns what is asked for.
   *
   * @param by learns who calls, as soon as that is known
   */
  Route checkHead(RequestHead head, @Nullable Place place, Consumer<Caller> by) {
    if (!Routes.isBelowApi(head.path())) {
      throw Refusal.of(Problem.PATH_UNKNOWN);
    }
    Route route = place == null ? null : place.route(head.method());
    Caller caller = authenticate(head.authorizations(), route);
    by.accept(caller);
    if (route == null) {
      throw Refusal.of(place == null ? Problem.PATH_UNKNOWN : Problem.METHOD_NOT_ALLOWED);
    }
    authenticator.authorize(caller, route.operation().need());
    if (route.operation().takesBody(route.family())) {
      checkBody(head);
    }
    return route;
  }

  private static void checkBody(RequestHead head) {
    if (!isJson(head.contentType())) {
      throw Refusal.of(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    String coding = head.header("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw Detail.ENCODED.refusal();
    }
  }

  private Caller authenticate(List<String> authorizations, @Nullable Route route) {
    if (authorizations.size() > 1) {
      throw Refusal.about(Problem.PARAMETER_REPEATED, "Authorization");
    }
    TokenNeed need = route == null ? TokenNeed.EITHER : route.operation().need();
    return authenticator.authenticate(
        authorizations.isEmpty() ? null : authorizations.get(0), need);
  }

  private static Query query(Route route, @Nullable String sent) {
    Query query;
    try {
      query = Query.parse(sent);
    } catch (IllegalArgumentException malformed) {
      throw Detail.NOT_PERCENT_ENCODED.refusal();
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
