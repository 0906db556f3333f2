package dev.datamart.conformance.checks.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** The plain work of an operation: the requirements on which all others rest. */
public final class AnswerTemplates {
  private AnswerTemplates() {}

  /** A list, whatever is in it. */
  public static Requirement lists(RequirementBuilder rule) {
    return reads(rule).check(s -> answered(s, s.accepted()).list());
  }

  /** Each item has the text, and what the run found before it began is among them. */
  public static Requirement lists(
      RequirementBuilder rule, String member, Function<CheckContext, List<String>> known) {
    return reads(rule).check(s -> items(s, member, known.apply(s)));
  }

  private static RequirementBuilder reads(RequirementBuilder rule) {
    return rule.trait(Trait.READS_ONLY).hint(CommonHint.ANSWERS_A_LIST.sentence());
  }

  private static void items(CheckContext s, String member, List<String> known) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode item : answered(s, s.accepted()).list()) {
      s.demand(
          item.path(member).isTextual(), "each item has the text " + member, "an item is " + item);
      texts.add(item.path(member).asText());
    }
    s.demand(
        texts.containsAll(known),
        "an item for each of " + known + ", on which this run builds",
        "the items are " + texts);
  }

  /** A change whose answer has something. */
  public static Requirement works(RequirementBuilder rule, Consumer<Expectation> answer) {
    return changes(rule).check(s -> answer.accept(answered(s, s.accepted())));
  }

  /** A change whose answer repeats arguments, at these pointers. */
  public static Requirement echoes(RequirementBuilder rule, Map<String, String> arguments) {
    return changes(rule)
        .check(
            s -> {
              Call call = s.accepted();
              Expectation answer = answered(s, call);
              arguments.forEach(
                  (pointer, name) -> answer.has(pointer, call.arguments().path(name).asText()));
            });
  }

  private static RequirementBuilder changes(RequirementBuilder rule) {
    return rule.hint(CommonHint.ANSWERS_A_CHANGE.sentence());
  }

  /** A success, with the null error where the document has one. */
  private static Expectation answered(CheckContext s, Call call) {
    Exchange answer = s.send(call);
    Expectation success = s.expect(answer).succeeds();
    boolean tellsError = s.subject().response().member("error").isPresent();
    return tellsError ? success.hasNullError() : success;
  }
}
