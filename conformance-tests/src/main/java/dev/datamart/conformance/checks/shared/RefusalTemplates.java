package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is refused for a reason that many operations share. */
public final class RefusalTemplates {
  private static final int AT_ONCE = 8;

  private RefusalTemplates() {}

  /** Members that must be there, as the document says of what kind. */
  public static Template required(String... members) {
    return rule ->
        absentOrWrong(rule)
            .hint(CommonHint.REQUIRED.sentence())
            .check(
                s ->
                    refuse(
                        s,
                        () -> madeUp(s, List.of(members)),
                        Stream.of(members)
                            .flatMap(member -> SpoiltRequest.required(s.subject(), member))
                            .toArray(SpoiltRequest[]::new)));
  }

  /** A call that names nothing there is, which must not be refused for anything but these. */
  private static Optional<Call> madeUp(CheckContext s, List<String> members) {
    ObjectNode arguments = s.given().madeUp(s.subject());
    List<String> names = new ArrayList<>();
    arguments.fieldNames().forEachRemaining(names::add);
    return members.containsAll(names)
        ? Optional.of(s.call(s.subject()).arguments(arguments))
        : Optional.empty();
  }

  /** In a query all is text, so that nothing can be of a wrong type. */
  private static RequirementBuilder absentOrWrong(RequirementBuilder rule) {
    boolean hasBody =
        rule.subjects().stream()
            .anyMatch(each -> each.families().stream().anyMatch(each::takesBody));
    return hasBody
        ? rule.problems(Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID)
        : rule.problems(Problem.MEMBER_REQUIRED);
  }

  public static Requirement needs(String id, String member) {
    return docs(id, "The call needs " + member + ", a non-empty text.").as(required(member));
  }

  /** A name or id at a member, of which there is nothing. */
  public static Requirement unknown(String id, String member, Problem problem) {
    return docs(id, "A " + member + " that does not exist is refused.")
        .as(unknown(member, problem));
  }

  public static Template unknown(String member, Problem problem) {
    return named(CommonHint.UNKNOWN, member, problem, CheckContext::unused);
  }

  /** A name that something has already. */
  public static Template taken(
      String member, Problem problem, Function<CheckContext, String> taken) {
    return named(CommonHint.TAKEN, member, problem, taken);
  }

  /** A name or id at a member, of which only a stranger has something. */
  public static Template ofOthers(
      String member, Problem problem, Function<CheckContext, String> theirs) {
    Template refusal = named(CommonHint.OF_OTHERS, member, problem, theirs);
    return rule -> rule.trait(Trait.TWO_ORGANIZATIONS).as(refusal);
  }

  /** A key of one data app finds no embed of another. */
  public static Requirement ofOtherDataApp(String group, Problem problem) {
    return docs(
            group + "-OTHER-DATA-APP-IS-REFUSED",
            "An API key cannot reach the embeds of another data app.")
        .trait(Trait.SERVICE_TOKEN)
        .hint(CommonHint.OTHER_DATA_APP.sentence())
        .as(refused(problem, s -> s.bait().as(s.secondApp().key())));
  }

  private static Template named(
      CommonHint hint, String member, Problem problem, Function<CheckContext, String> name) {
    return rule ->
        rule.problems(problem)
            .hint(hint.sentence())
            .check(
                s -> {
                  String wrong = name.apply(s);
                  String words = member + " is " + wrong;
                  refuse(
                      s,
                      () -> nounOf(member).map(noun -> s.given().naming(noun, wrong)),
                      SpoiltRequest.of(words, problem, call -> call.with(member, wrong)));
                });
  }

  /** What a member, or the last of a pointer, names. */
  private static Optional<Noun> nounOf(String member) {
    String name = member.substring(member.lastIndexOf('/') + 1);
    return Nouns.ALL.stream().filter(noun -> noun.argument().equals(name)).findFirst();
  }

  /** What was deleted cannot be deleted again. */
  public static Template twice(Problem problem) {
    return rule ->
        rule.problems(problem)
            .hint(CommonHint.TWICE.sentence())
            .check(
                s -> {
                  Call call = s.accepted();
                  s.require(s.send(call));
                  refused(s, call, problem);
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
    long succeeded = answers.stream().filter(Exchange::isDone).count();
    s.demand(
        succeeded == 1,
        "exactly one of " + AT_ONCE + " succeeds",
        succeeded
            + " succeed: "
            + answers.stream().map(a -> a.status() + a.code()).collect(Collectors.joining(", ")));
    answers.stream()
        .filter(answer -> !answer.isDone())
        .forEach(a -> s.expect(a).refuses(otherwise));
  }

  /** Something of ours that a stranger's tokens name. */
  public static Template stranger(Problem problem) {
    return rule ->
        rule.problems(problem)
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint(CommonHint.STRANGER.sentence())
            .check(
                s -> Strangers.tokens(s).forEach(token -> refused(s, s.bait().as(token), problem)));
  }

  /** Each of these calls, which together change nothing. */
  public static Template refuses(Problem problem, Function<CheckContext, Stream<Call>> spoilt) {
    return rule ->
        rule.problems(problem)
            .check(
                s -> {
                  List<Call> calls = spoilt.apply(s).toList();
                  s.unchanged(() -> calls.forEach(call -> s.expect(s.send(call)).refuses(problem)));
                });
  }

  /** One call, which changes nothing where it could. */
  public static Template refused(Problem problem, Function<CheckContext, Call> call) {
    return rule -> rule.problems(problem).check(s -> refused(s, call.apply(s), problem));
  }

  /** Is refused, and a change changes nothing. */
  public static void refused(CheckContext s, Call call, Problem problem) {
    Runnable step = () -> s.expect(s.send(call)).refuses(problem);
    if (s.subject().isChange()) {
      s.unchanged(step);
    } else {
      step.run();
    }
  }

  /** Every row is refused, in the accepted request of the subject. */
  public static void refuse(CheckContext s, SpoiltRequest... rows) {
    SpoiltRequest.refuseAll(s, unspoilt(s), rows);
  }

  /**
   * Every row is refused, in the accepted request of the subject or, where none can be made, in
   * another that will do.
   */
  private static void refuse(
      CheckContext s, Supplier<Optional<Call>> other, SpoiltRequest... rows) {
    Call accepted;
    try {
      accepted = unspoilt(s);
    } catch (Hindrance cannot) {
      SpoiltRequest.refuseRows(s, other.get().orElseThrow(() -> cannot), rows);
      return;
    }
    SpoiltRequest.refuseAll(s, accepted, rows);
  }

  /** What will be sent as it is in the end: a deletion must not aim at what is kept. */
  private static Call unspoilt(CheckContext s) {
    return s.subject().id().startsWith("delete") ? s.accepted() : s.bait();
  }
}
