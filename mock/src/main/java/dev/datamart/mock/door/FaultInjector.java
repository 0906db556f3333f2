package dev.datamart.mock.door;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.fault.FaultEffect;
import dev.datamart.mock.fault.FaultHeader;
import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.fault.FaultPlan.Hit;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.grizzly.HttpExchange;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.journal.ArgumentNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets faults happen to calls. */
public final class FaultInjector {

  private static final Logger LOG = Logger.getLogger(FaultInjector.class.getName());
  private static final byte[] NOT_JSON = "{\"data\": [,".getBytes(StandardCharsets.US_ASCII);
  private static final Answer NOTHING = Answer.json(0, new byte[0]);
  private static final int DROPS = 10;

  private final FaultPlan plan;
  private final DelayedTasks later;

  public FaultInjector(FaultPlan plan, DelayedTasks later) {
    this.plan = plan;
    this.later = later;
  }

  /** Takes the call over when a fault hits it; returns whether it did. */
  boolean intercept(ApiExchange visit, ApiCall call, HttpExchange wire) {
    Hit hit = hit(call, wire);
    if (hit == null) {
      return false;
    }
    if (hit.delayMillis() > 0 && hit.rule().effect() != FaultEffect.SLOW_BODY) {
      wire.suspend();
      later.after(hit.delayMillis(), () -> wire.onItsThread(() -> happen(visit, wire, hit)));
    } else {
      happen(visit, wire, hit);
    }
    return true;
  }

  private @Nullable Hit hit(ApiCall call, HttpExchange wire) {
    String asked = wire.header(FaultHeader.NAME);
    if (asked != null) {
      FaultRule rule = FaultHeader.parse(asked);
      return new Hit(rule, rule.delay().min());
    }
    return plan.isEmpty()
        ? null
        : plan.decide(
                call.state().id(),
                call.route(),
                call.token(),
                () -> ArgumentNames.of(call.query(), call.body()))
            .orElse(null);
  }

  private void happen(ApiExchange visit, HttpExchange wire, Hit hit) {
    FaultRule rule = hit.rule();
    FaultOutcome outcome = new FaultOutcome(rule.effect());
    switch (rule.effect()) {
      case ERROR -> visit.finish(visit.failed(rule.failure()), outcome);
      case APPLIED_THEN_ERROR -> {
        Answer applied = visit.answer();
        // What was refused was not applied: the caller hears why, as without the fault.
        visit.finish(applied.status() >= 400 ? applied : visit.failed(rule.failure()), outcome);
      }
      case DELAY -> visit.finish(visit.answer(), outcome);
      case RESET -> {
        visit.record(NOTHING, outcome);
        wire.reset();
      }
      case APPLIED_THEN_RESET -> {
        visit.answer();
        visit.record(NOTHING, outcome);
        wire.reset();
      }
      case TRUNCATE -> truncate(visit, wire, outcome);
      case MALFORMED -> visit.finish(visit.answer().withBody(NOT_JSON), outcome);
      case SLOW_BODY -> drip(visit, wire, outcome, hit.delayMillis());
    }
  }

  private static void truncate(ApiExchange visit, HttpExchange wire, FaultOutcome outcome) {
    Answer answer = visit.answer();
    visit.record(answer, outcome);
    try {
      wire.start(answer).write(answer.body(), 0, answer.body().length / 2);
      wire.flush();
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The caller went away", gone);
    }
    wire.hangUp();
  }

  private void drip(ApiExchange visit, HttpExchange wire, FaultOutcome outcome, long millis) {
    Answer answer = visit.answer();
    visit.record(answer, outcome);
    wire.suspend();
    drop(wire, wire.start(answer), answer.body(), 0, Math.max(1, millis / DROPS));
  }

  private void drop(HttpExchange wire, OutputStream out, byte[] body, int from, long pause) {
    int to = Math.min(body.length, from + Math.max(1, body.length / DROPS));
    try {
      out.write(Arrays.copyOfRange(body, from, to));
      wire.flush();
    } catch (IOException gone) {
      wire.done();
      return;
    }
    if (to == body.length) {
      wire.done();
    } else {
      later.after(pause, () -> wire.onItsThread(() -> drop(wire, out, body, to, pause)));
    }
  }
}
