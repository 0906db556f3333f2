package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Problem;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What becomes of one change when it is asked for again, at once, or by others. */
public final class ChangeTemplates {
  private static final int AT_ONCE = 8;

  private ChangeTemplates() {}

  /** What was deleted cannot be deleted again. */
  public static Template twice(Problem problem) {
    return rule ->
        rule.problems(problem)
            .hint(CommonHint.TWICE.sentence())
            .check(
                s -> {
                  Call call = s.accepted();
                  s.require(s.send(call));
                  RefusalTemplates.refused(s, call, problem);
                });
  }

  /** Of one call, sent many times at once, exactly one succeeds. */
  public static Template once(Problem otherwise) {
    return rule ->
        rule.problems(otherwise)
            .trait(Trait.RANDOM)
            .hint(CommonHint.ONCE.sentence())
            .check(s -> once(s, otherwise));
  }

  private static void once(CheckContext s, Problem otherwise) {
    Call call = s.accepted();
    List<Exchange> answers =
        Burst.of(Collections.nCopies(AT_ONCE, (Callable<Exchange>) () -> s.send(call)));
    long succeeded = answers.stream().filter(Exchange::ok).count();
    s.demand(
        succeeded == 1,
        "exactly one of " + AT_ONCE + " succeeds",
        succeeded
            + " succeed: "
            + answers.stream().map(a -> a.status() + a.code()).collect(Collectors.joining(", ")));
    answers.stream().filter(answer -> !answer.ok()).forEach(a -> s.expect(a).refuses(otherwise));
  }

  /** What takes the service token takes the API key of a data app as well. */
  public static Template takesApiKey() {
    return rule ->
        rule.hint(CommonHint.TAKES_EITHER_TOKEN.sentence())
            .check(AnswerTemplates.accepts((s, call) -> call.as(s.app().key())));
  }
}
