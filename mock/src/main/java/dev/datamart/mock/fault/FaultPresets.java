package dev.datamart.mock.fault;

import dev.datamart.mock.fault.FaultRule.Delay;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults by name, so that the usual ones take one word. */
public final class FaultPresets {

  private static final Map<String, Builder> BY_NAME = new LinkedHashMap<>();

  static {
    put("error", FaultEffect.ERROR, Failure.UNEXPECTED, 0);
    put("unexpected-failure", FaultEffect.ERROR, Failure.UNEXPECTED, 0);
    put("expired", FaultEffect.ERROR, Failure.EXPIRED, 0);
    put("too-many-requests", FaultEffect.ERROR, Failure.TOO_MANY, 0);
    put("applied-then-error", FaultEffect.APPLIED_THEN_ERROR, Failure.UNEXPECTED, 0);
    put("applied-then-reset", FaultEffect.APPLIED_THEN_RESET, Failure.UNEXPECTED, 0);
    put("delay", FaultEffect.DELAY, Failure.UNEXPECTED, 1_000);
    put("reset", FaultEffect.RESET, Failure.UNEXPECTED, 0);
    put("truncate", FaultEffect.TRUNCATE, Failure.UNEXPECTED, 0);
    put("malformed", FaultEffect.MALFORMED, Failure.UNEXPECTED, 0);
    put("slow-body", FaultEffect.SLOW_BODY, Failure.UNEXPECTED, 1_000);
  }

  private FaultPresets() {}

  /** A fault that is only lacking its match. */
  public record Builder(FaultEffect effect, Failure failure, Delay delay) {

    /**
     * Returns the fault with its one argument: a status for errors, seconds for {@code
     * too-many-requests}, milliseconds for the slow ones.
     */
    Builder with(int argument) {
      return switch (effect) {
        case ERROR, APPLIED_THEN_ERROR ->
            failure.retryAfterSeconds() == null
                ? new Builder(effect, Failure.of(argument), delay)
                : new Builder(
                    effect,
                    new Failure(failure.status(), failure.code(), failure.message(), argument),
                    delay);
        case DELAY, SLOW_BODY -> new Builder(effect, failure, new Delay(argument, argument));
        case RESET, APPLIED_THEN_RESET, TRUNCATE, MALFORMED -> this;
      };
    }

    /** Returns a rule that hits every call. */
    public FaultRule rule() {
      return new FaultRule(
          null, null, null, null, null, null, 0, 1, null, null, 0, effect, failure, delay);
    }
  }

  /** Returns the fault of that name. */
  public static Optional<Builder> named(@Nullable String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the names, for a sentence. */
  public static String names() {
    return String.join(", ", BY_NAME.keySet());
  }

  /** Returns the shortest name of an effect. */
  public static String nameOf(FaultEffect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(String name, FaultEffect effect, Failure failure, long millis) {
    BY_NAME.put(name, new Builder(effect, failure, new Delay(millis, millis)));
  }
}
