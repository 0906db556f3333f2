package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.context.Hindrance.ifAny;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.requirement.Requirement.Check;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The plain work of an operation: the requirements on which all others rest. */
public final class AnswerTemplates {
  private AnswerTemplates() {}

  /** A list, whatever is in it. */
  public static Template lists() {
    return reads(s -> answered(s, s.accepted()).list());
  }

  /** Each item has the text, and what the run builds on, if anything, is among them. */
  public static Template lists(String member, Function<CheckContext, List<String>> known) {
    return reads(s -> items(s, member, ifAny(() -> known.apply(s)).orElse(List.of())));
  }

  private static Template reads(Check check) {
    return rule ->
        rule.trait(Trait.READS_ONLY).hint(CommonHint.ANSWERS_A_LIST.sentence()).check(check);
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
  public static Template works(Consumer<Expectation> answer) {
    return changes(s -> answer.accept(answered(s, s.accepted())));
  }

  /** A change whose answer repeats arguments, at these pointers. */
  public static Template echoes(Map<String, String> arguments) {
    return changes(
        s -> {
          Call call = s.accepted();
          Expectation answer = answered(s, call);
          arguments.forEach(
              (pointer, name) -> answer.has(pointer, call.arguments().path(name).asText()));
        });
  }

  private static Template changes(Check check) {
    return rule -> rule.hint(CommonHint.ANSWERS_A_CHANGE.sentence()).check(check);
  }

  /** An accepted call that is accepted as well when it is altered like this. */
  public static Check accepts(BiFunction<CheckContext, Call, Call> alter) {
    return s -> s.expect(s.send(alter.apply(s, s.accepted()))).succeeds();
  }

  /** What takes the service token takes the API key of a data app as well. */
  public static Template takesApiKey() {
    return rule ->
        rule.hint(CommonHint.TAKES_EITHER_TOKEN.sentence())
            .check(accepts((s, call) -> call.as(s.app().key())));
  }

  /** A success, with the null error where the document has one. */
  private static Expectation answered(CheckContext s, Call call) {
    Exchange answer = s.send(call);
    Expectation success = s.expect(answer).succeedsAsDocumented();
    boolean tellsError = s.subject().response().member("error").isPresent();
    return tellsError ? success.hasNullError() : success;
  }
}
