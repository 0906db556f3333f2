package dev.datamart.mock.handle;

import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.fault.FaultEffect;
import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.fault.FaultRule.Delay;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.time.Duration;
import java.util.Set;

/**
 * A fault while it is being said: which calls, how often, and last what happens, which sets it.
 * Each step returns a new line, so a beginning can be kept and used again.
 */
public final class FaultLine {

  private static final Duration NO_DELAY = Duration.ZERO;

  private final FaultPlan plan;
  private final FaultRule rule;

  private FaultLine(FaultPlan plan, FaultRule rule) {
    this.plan = plan;
    this.rule = rule;
  }

  static FaultLine of(FaultPlan plan, String organization) {
    return new FaultLine(plan, FaultRule.of(organization));
  }

  FaultLine on(Set<Operation> operations) {
    return new FaultLine(plan, rule.withOperations(operations));
  }

  /** Only in these path families. */
  public FaultLine by(Family... families) {
    return new FaultLine(plan, rule.withFamilies(Set.of(families)));
  }

  /** Only calls that name that datamart, embed, data app or workspace. */
  public FaultLine naming(String name) {
    return new FaultLine(plan, rule.withName(name));
  }

  /** Only calls with that token, or with tokens that end so. */
  public FaultLine withToken(String token) {
    return new FaultLine(plan, rule.withToken(token));
  }

  /** Lets so many of these calls pass first. */
  public FaultLine afterCalls(int count) {
    return new FaultLine(plan, rule.withTurns(count, rule.every(), rule.times()));
  }

  /** Hits one call, then every n-th. */
  public FaultLine every(int n) {
    return new FaultLine(plan, rule.withTurns(rule.skip(), n, rule.times()));
  }

  /** Hits so often; for ever when nothing is said. */
  public FaultLine times(int count) {
    return new FaultLine(plan, rule.withTurns(rule.skip(), rule.every(), count));
  }

  /** Hits one call only. */
  public FaultLine once() {
    return times(1);
  }

  /** Hits by chance, from 0 to 1, as drawn from a sequence that the seed repeats. */
  public FaultLine withProbability(double probability, long seed) {
    return new FaultLine(plan, rule.withProbability(probability, seed));
  }

  /** Answers 500 {@code INTERNAL_SERVER_ERROR} and does nothing. */
  public Active error() {
    return set(FaultEffect.ERROR, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Answers that status, with the code and words that the contract has for it. */
  public Active error(int status) {
    return set(FaultEffect.ERROR, Failure.of(status), NO_DELAY, NO_DELAY);
  }

  /** Answers that status and code, and does nothing. */
  public Active error(int status, String code) {
    return set(FaultEffect.ERROR, Failure.ofCode(code, status), NO_DELAY, NO_DELAY);
  }

  /** Answers 401, as if the token had run out. */
  public Active expired() {
    return set(FaultEffect.ERROR, Failure.EXPIRED, NO_DELAY, NO_DELAY);
  }

  /** Answers 429 with {@code Retry-After}. */
  public Active tooManyRequests(int retryAfterSeconds) {
    Failure usual = Failure.TOO_MANY;
    Failure failure = new Failure(usual.status(), usual.code(), usual.message(), retryAfterSeconds);
    return set(FaultEffect.ERROR, failure, NO_DELAY, NO_DELAY);
  }

  /** Does what was asked and answers 500 all the same. */
  public Active appliedThenError() {
    return set(FaultEffect.APPLIED_THEN_ERROR, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Does what was asked and resets the connection before the answer. */
  public Active appliedThenReset() {
    return set(FaultEffect.APPLIED_THEN_RESET, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Answers as asked, so much later. */
  public Active delay(Duration by) {
    return delayBetween(by, by);
  }

  /** Answers as asked, later by a time between the two that is drawn for each call. */
  public Active delayBetween(Duration shortest, Duration longest) {
    return set(FaultEffect.DELAY, Failure.UNEXPECTED, shortest, longest);
  }

  /** Resets the connection before anything was done. */
  public Active reset() {
    return set(FaultEffect.RESET, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Does what was asked, sends the first half of the answer and closes the connection. */
  public Active truncate() {
    return set(FaultEffect.TRUNCATE, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Does what was asked and answers with a body that is not JSON. */
  public Active malformed() {
    return set(FaultEffect.MALFORMED, Failure.UNEXPECTED, NO_DELAY, NO_DELAY);
  }

  /** Sends the answer in drops, over so long. */
  public Active slowBody(Duration over) {
    return set(FaultEffect.SLOW_BODY, Failure.UNEXPECTED, over, over);
  }

  private Active set(FaultEffect effect, Failure failure, Duration shortest, Duration longest) {
    Delay delay = new Delay(shortest.toMillis(), longest.toMillis());
    return plan.add(rule.withEffect(effect, failure, delay));
  }
}
