package dev.datamart.mock.door;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.access.Caller;
import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.grizzly.HttpExchange;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.operation.Query;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request of the API on its way through the house, from the first look to the last byte. */
public final class ApiExchange {

  private static final Logger LOG = Logger.getLogger(ApiExchange.class.getName());
  private static final byte[] NO_BODY = {};

  private final ApiParts front;
  private final HttpExchange wire;
  private final String path;
  private final boolean isBelowApi;
  private final @Nullable Place place;
  private final @Nullable Route route;
  private final long startedAt = System.nanoTime();
  private @Nullable Caller caller;
  private @Nullable ApiCall call;

  public ApiExchange(ApiParts front, HttpExchange wire, String path, boolean isBelowApi) {
    this.front = front;
    this.wire = wire;
    this.path = path;
    this.isBelowApi = isBelowApi;
    this.place = isBelowApi ? front.routes().place(path) : null;
    this.route = place == null ? null : place.route(wire.method());
  }

  /** Lets the request in, and sees to it that it is answered. */
  public void begin() throws IOException {
    try {
      Route found = admit();
      boolean takesBody = found.operation().takesBody(found.family());
      answer(found, takesBody ? wire.body(front.world().options().maxBodyBytes()) : NO_BODY);
    } catch (Refusal refusal) {
      finish(refuse(refusal), FaultOutcome.ANSWERED);
    }
  }

  private Route admit() {
    if (!isBelowApi) {
      throw Refusal.of(Problem.PATH_UNKNOWN);
    }
    Caller known = front.gate().authenticate(wire.authorizations(), route);
    caller = known;
    Route found = Admission.found(place, route);
    front.gate().admit(known, found, wire.contentType());
    return found;
  }

  private void answer(Route found, byte[] body) {
    Query query = Admission.query(found, wire.query());
    ApiCall made =
        new ApiCall(
            requireNonNull(caller),
            found,
            query,
            body,
            front.authenticator(),
            front.world().options().isStrict());
    call = made;
    front.deprecation().count(made, wire.userAgent());
    if (!front.injector().intercept(this, made, wire)) {
      finish(answer(), FaultOutcome.ANSWERED);
    }
  }

  /** Does what was asked. */
  Answer answer() {
    ApiCall asked = requireNonNull(call);
    try {
      Failure gone = front.deprecation().failure(asked);
      if (gone != null) {
        return marked(Refusals.of(gone));
      }
      asked.checkParameters();
      return marked(asked.during(front.api()::answer));
    } catch (Refusal refusal) {
      return refuse(refusal);
    } catch (RuntimeException | StackOverflowError unexpected) {
      LOG.log(Level.SEVERE, "The mock failed on " + wire.method() + " " + path, unexpected);
      return refuse(Refusal.of(Problem.UNEXPECTED_FAILURE));
    }
  }

  /** Returns the answer as the family of its path gives it. */
  Answer marked(Answer answer) {
    // A deprecated path says so whatever it is asked, even by a method that it does not know.
    Route asked = route == null && place != null ? place.first() : route;
    return asked == null
        ? answer
        : front.deprecation().mark(answer, asked, caller == null ? null : caller.state().id());
  }

  /**
   * Returns the answer of a fault; a token that has run out is refused in the operation's words.
   */
  Answer failed(Failure failure) {
    boolean isServiceToken =
        route != null
            && route.operation().need() == TokenNeed.SERVICE
            && failure.equals(Failure.of(Problem.UNAUTHENTICATED));
    return marked(
        isServiceToken
            ? Refusals.of(Refusal.of(Problem.SERVICE_TOKEN_INVALID))
            : Refusals.of(failure));
  }

  private Answer refuse(Refusal refusal) {
    Answer answer = Refusals.of(refusal);
    if (refusal.problem() == Problem.METHOD_NOT_ALLOWED && place != null) {
      answer = answer.with("Allow", place.allow());
    }
    return marked(answer);
  }

  /** Sends the answer and writes the exchange down. */
  void finish(Answer answer, FaultOutcome outcome) {
    record(answer, outcome);
    wire.send(answer);
    wire.done();
  }

  /** Writes the exchange down, for an answer that is sent in a way of its own. */
  void record(Answer answer, FaultOutcome outcome) {
    if (LOG.isLoggable(Level.FINE)) {
      log(answer, outcome);
    }
    if (front.world().journal().isOn()) {
      Recorder.record(
          front.world().journal(), wire, route, caller, call, answer, outcome, startedAt);
    } else {
      front.world().journal().pass();
    }
  }

  /** One line, without what the caller chose: names and tokens are in the journal, masked. */
  private void log(Answer answer, FaultOutcome outcome) {
    Object[] words = {
      wire.method(),
      route == null ? "(no operation)" : route.operation().id() + " " + route.family(),
      caller == null ? "(nobody)" : caller.state().id(),
      answer.status(),
      outcome.word(),
      (System.nanoTime() - startedAt) / 1_000
    };
    LOG.log(Level.FINE, "{0} {1} by {2}: {3} {4} after {5} microseconds", words);
  }
}
