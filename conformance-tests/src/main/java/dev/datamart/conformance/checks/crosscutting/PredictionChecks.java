package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What is seen after every change of every check, whatever the check itself is about. */
public final class PredictionChecks {
  private PredictionChecks() {}

  public static List<Requirement> all() {
    return Arrays.stream(Operation.values())
        .filter(Operation::isChange)
        .map(PredictionChecks::leavesWhatIsPredicted)
        .toList();
  }

  private static Requirement leavesWhatIsPredicted(Operation operation) {
    return docs(
            Contract.predicted(operation),
            "After it, accepted or refused, the lists show what the contract predicts.")
        .hint(CommonHint.PREDICTED.sentence())
        .check(PredictionChecks::change);
  }

  /** With something in it that an update can be seen by. */
  private static Call telling(Call call) {
    return switch (call.operation()) {
      case UPDATE_DATAMART -> call.with("/tableList/0/label", "Another label");
      case UPDATE_EMBED -> call.with("/accessSettings/isAllowAiPilot", true);
      default -> call;
    };
  }

  /** A refused change and an accepted one, to have something to look at. */
  private static void change(CheckContext s) {
    Call call = telling(s.accepted());
    if (!Nouns.role(s.subject()).noun().isSeen()) {
      // What it makes is nowhere to be seen: that something else has changed may be.
      ifAny(() -> s.given().embed(s.given().datamart()));
    }
    s.send(call.as(UUID.randomUUID().toString()));
    s.send(call);
  }
}
