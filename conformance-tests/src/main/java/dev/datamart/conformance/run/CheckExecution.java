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
      return result.lasting(Duration.ofNanos(System.nanoTime() - start));
    } catch (NoAnswer silent) {
      return couldNotRun(instance, String.valueOf(silent.getMessage()));
    }
  }

  private static Result judged(Instance instance, CheckContext context) {
    try {
      instance.requirement().check().run(context);
      return plain(instance, Verdict.PASSED, "");
    } catch (Violated violated) {
      return plain(instance, Verdict.PASSED, "")
          .with(red(instance.requirement()), violated.findings());
    } catch (NotApplicable reason) {
      return notApplicable(instance, String.valueOf(reason.getMessage()));
    } catch (Blocked blocked) {
      return blocked(instance, blocked);
    } catch (NoAnswer silent) {
      return couldNotRun(instance, String.valueOf(silent.getMessage()));
    }
  }

  /** Red for a binding rule, a warning for advice. */
  static Verdict red(Requirement requirement) {
    return requirement.level() == Level.MUST ? Verdict.VIOLATED : Verdict.WARNING;
  }

  /** A check whose own root is broken is violated itself; any other is blocked by that root. */
  static Result blocked(Instance instance, Blocked blocked) {
    boolean isRoot = instance.requirement().id().equals(blocked.root());
    return new Result(
        instance,
        isRoot ? Verdict.VIOLATED : Verdict.BLOCKED,
        isRoot ? "" : blocked.root(),
        List.of(blocked.finding()),
        Duration.ZERO);
  }

  static Result notApplicable(Instance instance, String reason) {
    return plain(instance, Verdict.NOT_APPLICABLE, reason);
  }

  static Result couldNotRun(Instance instance, String reason) {
    return plain(instance, Verdict.COULD_NOT_RUN, reason);
  }

  /** The suite itself failed, so nothing is known about the server. */
  static Result fault(Instance instance, String words) {
    return couldNotRun(instance, faultWords(words));
  }

  static String faultWords(String words) {
    return "the suite itself failed, which says nothing about the server: " + words;
  }

  private static Result plain(Instance instance, Verdict verdict, String reason) {
    return new Result(instance, verdict, reason, List.of(), Duration.ZERO);
  }
}
