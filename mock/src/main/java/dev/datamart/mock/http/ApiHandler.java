package dev.datamart.mock.http;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.access.Caller;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Problem;
import dev.datamart.mock.problem.ProblemException;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** The front door: takes every request from Grizzly and sends every answer. */
final class ApiHandler extends HttpHandler {

  private static final Logger LOG = Logger.getLogger(ApiHandler.class.getName());
  private static final byte[] NO_BODY = {};

  private final Routes routes;
  private final Authenticator authenticator;
  private final Gate gate;
  private final JerseyApp jersey;
  private final Deprecation deprecation;
  private final int bodyLimit;

  ApiHandler(
      Routes routes,
      Authenticator authenticator,
      JerseyApp jersey,
      Deprecation deprecation,
      int bodyLimit) {
    this.routes = routes;
    this.authenticator = authenticator;
    this.gate = new Gate(authenticator);
    this.jersey = jersey;
    this.deprecation = deprecation;
    this.bodyLimit = bodyLimit;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    Exchange exchange = new Exchange(request, response);
    String path = exchange.path();
    Place place = routes.place(path);
    Route route = place == null ? null : place.route(exchange.method());
    Visit visit = new Visit(exchange, place, route);
    try {
      Caller caller = visit.admit(path);
      if (route != null && route.operation().takesBody(route.family())) {
        BodyReader.read(request, response, bodyLimit, body -> visit.answer(caller, route, body));
      } else if (route != null) {
        visit.answer(caller, route, NO_BODY);
      }
    } catch (ProblemException refusal) {
      visit.send(visit.refuse(refusal));
    }
  }

  /** One request on its way through the house. */
  private final class Visit {
    private final Exchange exchange;
    private final @Nullable Place place;
    private final @Nullable Route route;

    Visit(Exchange exchange, @Nullable Place place, @Nullable Route route) {
      this.exchange = exchange;
      this.place = place;
      this.route = route;
    }

    Caller admit(String path) {
      if (place == null && !isBelowApi(path)) {
        throw Problem.PATH_UNKNOWN.raise();
      }
      Caller caller = gate.authenticate(exchange.authorizations(), route);
      gate.admit(caller, Gate.found(place, route), exchange.contentType());
      return caller;
    }

    void answer(Caller caller, Route found, byte @Nullable [] body) {
      send(compute(caller, found, body));
    }

    private Answer compute(Caller caller, Route found, byte @Nullable [] body) {
      try {
        if (body == null) {
          throw Problem.PAYLOAD_TOO_LARGE.raise();
        }
        Call call =
            new Call(caller, found, Gate.query(found, exchange.query()), body, authenticator);
        return deprecation.mark(call.during(jersey::answer), found);
      } catch (ProblemException refusal) {
        return refuse(refusal);
      } catch (RuntimeException unexpected) {
        LOG.log(
            Level.SEVERE,
            "The mock failed on " + exchange.method() + " " + exchange.path(),
            unexpected);
        return refuse(Problem.UNEXPECTED_FAILURE.raise());
      }
    }

    Answer refuse(ProblemException refusal) {
      Answer answer = Refusals.of(refusal);
      if (refusal.problem() == Problem.METHOD_NOT_ALLOWED && place != null) {
        answer = answer.with("Allow", place.allow());
      }
      // A deprecated path says so whatever it is asked, even by a method that it does not know.
      Route asked = route == null && place != null ? place.first() : route;
      return asked == null ? answer : deprecation.mark(answer, asked);
    }

    void send(Answer answer) {
      try {
        exchange.send(answer);
      } catch (IOException gone) {
        LOG.log(Level.FINE, "The caller went away before the answer was sent", gone);
      }
    }
  }

  private static boolean isBelowApi(String path) {
    return path.startsWith(Routes.API)
        && (path.length() == Routes.API.length() || path.charAt(Routes.API.length()) == '/');
  }
}
