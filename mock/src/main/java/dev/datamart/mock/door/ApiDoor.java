package dev.datamart.mock.door;

import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.fault.FaultPlan.Hit;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.HttpDate;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.http.RequestHead;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Place;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where every request of the API comes in and its answer goes out. Each step is asked once, in the
 * order in which they stand here, and none calls back.
 */
public final class ApiDoor {

  private static final Logger LOG = Logger.getLogger(ApiDoor.class.getName());

  private final Routes routes = new Routes();
  private final Admission admission;
  private final Deprecation deprecation;
  private final Faults faults;
  private final ApiApp api = ApiApp.shared();
  private final Recorder recorder;

  public ApiDoor(MockState world) {
    admission = new Admission(new Authenticator(world.organizations()), world.options());
    deprecation = new Deprecation(routes, world.migration(), world.options().deprecatedSince());
    faults = new Faults(world.faults());
    recorder = new Recorder(world.journal());
  }

  /** Returns whether a request is refused whatever its body says, so that nobody waits for it. */
  public boolean refusesUnseen(RequestHead head) {
    try {
      admission.checkHead(head, routes.place(head.path()), caller -> {});
      return false;
    } catch (Refusal refusal) {
      return true;
    }
  }

  /** Lets a request in, and sees to it that it is answered, now or later. */
  public void serve(HttpExchange http) throws IOException {
    ApiExchange exchange = new ApiExchange(http, routes);
    Hit hit;
    try {
      admission.admit(exchange);
      deprecation.count(exchange);
      hit = faults.hit(exchange);
    } catch (Refusal refusal) {
      finish(exchange, refused(exchange, refusal), null);
      return;
    }
    if (hit == null) {
      finish(exchange, answer(exchange), null);
    } else if (Faults.waits(hit)) {
      http.later(hit.delayMillis(), () -> answer(exchange, hit));
    } else {
      answer(exchange, hit);
    }
  }

  private void answer(ApiExchange exchange, Hit hit) {
    finish(exchange, Faults.answer(hit, exchange.route, () -> answer(exchange)), hit);
  }

  /** Does what was asked; whatever stands in the way is an answer too. */
  private Answer answer(ApiExchange exchange) {
    try {
      deprecation.refuse(exchange);
      exchange.admitted().checkParameters();
      return api.answer(exchange.admitted());
    } catch (Refusal refusal) {
      return refused(exchange, refusal);
    } catch (RuntimeException | StackOverflowError unexpected) {
      LOG.log(
          Level.SEVERE,
          "The mock failed on " + exchange.http.method() + " " + exchange.path,
          unexpected);
      return Refusals.of(Refusal.of(Problem.UNEXPECTED_FAILURE));
    }
  }

  private static Answer refused(ApiExchange exchange, Refusal refusal) {
    Place place = exchange.place;
    Answer answer = Refusals.of(refusal);
    return refusal.problem() == Problem.METHOD_NOT_ALLOWED && place != null
        ? answer.with("Allow", place.allow())
        : answer;
  }

  private void finish(ApiExchange exchange, Answer answer, @Nullable Hit hit) {
    Answer marked = deprecation.mark(answer, exchange);
    recorder.record(exchange, marked, Faults.outcome(hit));
    Answer dated = marked.with("Date", HttpDate.of(exchange.moment()));
    exchange.http.send(dated, Faults.delivery(hit));
  }
}
