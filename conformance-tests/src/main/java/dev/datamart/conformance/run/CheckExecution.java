package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.CheckSlot;
import dev.datamart.conformance.context.Existence;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Lacking;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.context.Offer;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs one check and says what became of it. */
final class CheckExecution {
  static final String TIME_IS_UP = "the time of the run was over; --timeout gives it more";

  /** After which it is asked whether there is such an operation at all. */
  private static final Set<Verdict> FAILED =
      EnumSet.of(Verdict.VIOLATED, Verdict.WARNING, Verdict.BLOCKED, Verdict.COULD_NOT_RUN);

  private CheckExecution() {}

  static Result of(Instance instance, CheckSlot slot) {
    long start = System.nanoTime();
    try (CheckContext context = new CheckContext(slot, instance.operation(), instance.family())) {
      Existence existence = new Existence(context);
      Optional<Exchange> absence = existence.knownAbsence();
      if (absence.isPresent()) {
        return absent(instance, absence.get());
      }
      Result result = judged(instance, context);
      if (FAILED.contains(result.verdict())) {
        absence = existence.absence();
        result = absence.map(shown -> absent(instance, shown)).orElse(result);
      }
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
    } catch (Lacking nothing) {
      return Result.of(instance, Verdict.COULD_NOT_RUN, String.valueOf(nothing.getMessage()));
    } catch (Blocked blocked) {
      return blocked(instance, blocked.root(), blocked.finding());
    } catch (NoAnswer silent) {
      context.spoilt();
      throw silent;
    }
  }

  /** Told once, at the root; the other checks of the operation in the family build on that. */
  private static Result absent(Instance instance, Exchange shown) {
    Finding finding = new Finding(Offer.IS_THERE, Offer.words(shown), shown);
    return blocked(instance, Contract.root(instance.operation()), finding);
  }

  private static Result silent(Instance instance, NoAnswer silent) {
    String reason = silent.isLate() ? TIME_IS_UP : String.valueOf(silent.getMessage());
    return Result.of(instance, Verdict.COULD_NOT_RUN, reason);
  }

  /** Red for a binding rule, a warning for advice. */
  static Verdict red(Requirement requirement) {
    return requirement.level() == Level.MUST ? Verdict.VIOLATED : Verdict.WARNING;
  }

  /** A check whose own root is broken is violated itself; any other is blocked by that root. */
  private static Result blocked(Instance instance, String root, Finding finding) {
    boolean isRoot = instance.requirement().id().equals(root);
    Result result =
        isRoot
            ? Result.of(instance, Verdict.VIOLATED, "")
            : Result.of(instance, Verdict.BLOCKED, root);
    return result.withFindings(List.of(finding));
  }

  /** The suite itself failed, so nothing is known about the server. */
  static Result fault(Instance instance, String words) {
    return Result.of(
        instance,
        Verdict.COULD_NOT_RUN,
        "the suite itself failed, which says nothing about the server: " + words);
  }
}
