package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.CheckSlot;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.NoAnswer;
import java.time.Duration;
import java.util.List;

/** Runs one check and says what became of it. */
final class CheckExecution {
  private CheckExecution() {}

  static Result of(Instance instance, CheckSlot slot) {
    long start = System.nanoTime();
    try (CheckContext context = new CheckContext(slot, instance.operation(), instance.family())) {
      Result result = judged(instance, context);
      if (result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_APPLICABLE) {
        // Who knows what a wrong answer did to the things that the next checks aim at.
        context.spoilt();
      }
      return result.withTook(Duration.ofNanos(System.nanoTime() - start));
    } catch (NoAnswer silent) {
      return silent(instance, silent);
    }
  }

  private static Result judged(Instance instance, CheckContext context) {
    try {
      instance.requirement().check().run(context);
      return Result.of(instance, Verdict.PASSED, "");
    } catch (Violated violated) {
      return Result.of(instance, red(instance.requirement()), "").withFindings(violated.findings());
    } catch (NotApplicable reason) {
      return Result.of(instance, Verdict.NOT_APPLICABLE, String.valueOf(reason.getMessage()));
    } catch (Blocked blocked) {
      return blocked(instance, blocked);
    } catch (NoAnswer silent) {
      return silent(instance, silent);
    }
  }

  private static Result silent(Instance instance, NoAnswer silent) {
    return Result.of(instance, Verdict.COULD_NOT_RUN, String.valueOf(silent.getMessage()));
  }

  /** Red for a binding rule, a warning for advice. */
  static Verdict red(Requirement requirement) {
    return requirement.level() == Level.MUST ? Verdict.VIOLATED : Verdict.WARNING;
  }

  /** A check whose own root is broken is violated itself; any other is blocked by that root. */
  static Result blocked(Instance instance, Blocked blocked) {
    boolean isRoot = instance.requirement().id().equals(blocked.root());
    Result result =
        isRoot
            ? Result.of(instance, Verdict.VIOLATED, "")
            : Result.of(instance, Verdict.BLOCKED, blocked.root());
    return result.withFindings(List.of(blocked.finding()));
  }

  /** The suite itself failed, so nothing is known about the server. */
  static Result fault(Instance instance, String words) {
    return Result.of(
        instance,
        Verdict.COULD_NOT_RUN,
        "the suite itself failed, which says nothing about the server: " + words);
  }
}
