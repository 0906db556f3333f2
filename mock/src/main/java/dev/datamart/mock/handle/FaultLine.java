package dev.datamart.mock.handle;

import dev.datamart.mock.fault.Failure;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.mock.fault.FaultRule.Delay;
import dev.datamart.spec.Family;
import java.time.Duration;
import java.util.Set;

/**
 * A fault while it is being said: which calls, how often, and last what happens, which sets it.
 * Each step returns a new line, so a beginning can be kept and used again.
 */
public record FaultLine(FaultsHandle faults, FaultRule rule) {

  /** Only in these path families. */
  public FaultLine by(Family... families) {
    return with(rule.withFamilies(Set.of(families)));
  }

  /** Only calls that name that datamart, embed, data app or workspace. */
  public FaultLine naming(String name) {
    return with(rule.withName(name));
  }

  /** Only calls with that token, or with tokens that end so. */
  public FaultLine withToken(String token) {
    return with(rule.withToken(token));
  }

  /** Lets so many of these calls pass first. */
  public FaultLine afterCalls(int count) {
    return with(rule.withSkip(count));
  }

  /** Hits one call, then every n-th. */
  public FaultLine every(int n) {
    return with(rule.withEvery(n));
  }

  /** Hits so often; for ever when nothing is said. */
  public FaultLine times(int count) {
    return with(rule.withTimes(count));
  }

  /** Hits one call only. */
  public FaultLine once() {
    return times(1);
  }

  /** Hits by chance, from 0 to 1, as drawn from a sequence that the seed repeats. */
  public FaultLine withProbability(double probability, long seed) {
    return with(rule.withProbability(probability).withSeed(seed));
  }

  /** Answers 500 {@code INTERNAL_SERVER_ERROR} and does nothing. */
  public Active error() {
    return set(FaultPreset.ERROR.rule());
  }

  /** Answers that status, with the code and words that the contract has for it. */
  public Active error(int status) {
    return set(FaultPreset.ERROR.rule(status));
  }

  /** Answers that status and code, and does nothing. */
  public Active error(int status, String code) {
    return set(FaultPreset.ERROR.rule().withFailure(Failure.ofCode(code, status)));
  }

  /** Answers 401, as if the token had run out. */
  public Active expired() {
    return set(FaultPreset.EXPIRED.rule());
  }

  /** Answers 429 with {@code Retry-After}. */
  public Active tooManyRequests(int retryAfterSeconds) {
    return set(FaultPreset.TOO_MANY_REQUESTS.rule(retryAfterSeconds));
  }

  /** Does what was asked and answers 500 all the same. */
  public Active appliedThenError() {
    return set(FaultPreset.APPLIED_THEN_ERROR.rule());
  }

  /** Does what was asked and resets the connection before the answer. */
  public Active appliedThenReset() {
    return set(FaultPreset.APPLIED_THEN_RESET.rule());
  }

  /** Answers as asked, so much later. */
  public Active delay(Duration by) {
    return delayBetween(by, by);
  }

  /** Answers as asked, later by a time between the two that is drawn for each call. */
  public Active delayBetween(Duration shortest, Duration longest) {
    Delay delay = new Delay(shortest.toMillis(), longest.toMillis());
    return set(FaultPreset.DELAY.rule().withDelay(delay));
  }

  /** Resets the connection before anything was done. */
  public Active reset() {
    return set(FaultPreset.RESET.rule());
  }

  /** Does what was asked, sends the first half of the answer and closes the connection. */
  public Active truncate() {
    return set(FaultPreset.TRUNCATE.rule());
  }

  /** Does what was asked and answers with a body that is not JSON. */
  public Active malformed() {
    return set(FaultPreset.MALFORMED.rule());
  }

  /** Sends the answer in drops, over so long. */
  public Active slowBody(Duration over) {
    return set(FaultPreset.SLOW_BODY.rule().withDelay(Delay.of(over.toMillis())));
  }

  private FaultLine with(FaultRule narrower) {
    return new FaultLine(faults, narrower);
  }

  private Active set(FaultRule what) {
    return faults.set(
        rule.withEffect(what.effect()).withFailure(what.failure()).withDelay(what.delay()));
  }
}
