package dev.datamart.mock.door;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.fault.FaultEffect;
import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.fault.FaultPlan.Hit;
import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.Delivery;
import dev.datamart.mock.journal.ArgumentNames;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What faults do to the calls that they hit: wait, answer something else, spoil the delivery. */
final class Faults {

  private static final byte[] NOT_JSON = "{\"data\": [,".getBytes(StandardCharsets.US_ASCII);
  private static final Answer NOTHING = Answer.json(0, new byte[0]);

  private final FaultPlan plan;

  Faults(FaultPlan plan) {
    this.plan = plan;
  }

  /** Returns the fault that hits the call; null when none does. */
  @Nullable Hit hit(ApiExchange exchange) {
    String asked = exchange.http.header(FaultPreset.HEADER);
    if (asked != null) {
      FaultRule rule = FaultPreset.ofHeader(asked);
      return new Hit(rule, rule.delay().min());
    }
    if (plan.isEmpty()) {
      return null;
    }
    ApiCall call = exchange.admitted();
    return plan.decide(
        call.state().id(),
        call.route(),
        call.token(),
        () -> ArgumentNames.of(call.query(), call.body()));
  }

  /** Returns whether the call waits before anything is done. */
  static boolean waits(Hit hit) {
    return hit.delayMillis() > 0 && hit.rule().effect() != FaultEffect.SLOW_BODY;
  }

  /**
   * Returns what is answered.
   *
   * @param usual does what was asked; not asked itself where nothing shall be done
   */
  static Answer answer(Hit hit, @Nullable Route route, Supplier<Answer> usual) {
    return switch (hit.rule().effect()) {
      case DELAY, TRUNCATE, SLOW_BODY -> usual.get();
      case MALFORMED -> usual.get().withBody(NOT_JSON);
      case ERROR -> failed(hit, route);
      case APPLIED_THEN_ERROR -> {
        Answer applied = usual.get();
        // What was refused was not applied: the caller hears why, as without the fault.
        yield applied.status() >= 400 ? applied : failed(hit, route);
      }
      case RESET -> NOTHING;
      case APPLIED_THEN_RESET -> {
        Answer unused = usual.get();
        yield NOTHING;
      }
    };
  }

  /** Returns how the answer goes out. */
  static Delivery delivery(@Nullable Hit hit) {
    if (hit == null) {
      return Delivery.WHOLE;
    }
    return switch (hit.rule().effect()) {
      case ERROR, APPLIED_THEN_ERROR, DELAY, MALFORMED -> Delivery.WHOLE;
      case RESET, APPLIED_THEN_RESET -> Delivery.RESET;
      case TRUNCATE -> Delivery.HALF;
      case SLOW_BODY -> Delivery.inDrops(hit.delayMillis());
    };
  }

  /** Returns how the journal calls what happened. */
  static String outcome(@Nullable Hit hit) {
    return hit == null ? "answered" : hit.rule().effect().word();
  }

  /** A token that has run out is refused in the operation's words. */
  private static Answer failed(Hit hit, @Nullable Route route) {
    Failure failure = hit.rule().failure();
    boolean isServiceToken =
        route != null
            && route.operation().need() == TokenNeed.SERVICE
            && failure.equals(Failure.of(Problem.UNAUTHENTICATED));
    return isServiceToken
        ? Refusals.of(Refusal.of(Problem.SERVICE_TOKEN_INVALID))
        : Refusals.of(failure);
  }
}
