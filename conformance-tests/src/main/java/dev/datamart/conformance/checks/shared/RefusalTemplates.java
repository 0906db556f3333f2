package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is refused for a reason that many operations share. */
public final class RefusalTemplates {
  private RefusalTemplates() {}

  /** Members that must be there, as the document says of what kind. */
  public static Template required(String... members) {
    return rule ->
        absentOrWrong(rule)
            .hint(CommonHint.REQUIRED.sentence())
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        unspoilt(s),
                        Stream.of(members)
                            .flatMap(member -> SpoiltRequest.required(s.subject(), member))
                            .toList()));
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

  public static Requirement required(Operation operation, String end, String member) {
    return docs(operation, end, "The call needs " + member + ", a non-empty text.")
        .as(required(new String[] {member}));
  }

  /** A name or id at a member, of which there is nothing. */
  public static Requirement unknown(
      Operation operation, String end, String member, Problem problem) {
    return docs(operation, end, "A " + member + " that does not exist is refused.")
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

  private static Template named(
      CommonHint hint, String member, Problem problem, Function<CheckContext, String> name) {
    return rule ->
        rule.problems(problem)
            .hint(hint.sentence())
            .check(
                s -> {
                  String wrong = name.apply(s);
                  String words = member + " is " + wrong;
                  refuse(s, SpoiltRequest.of(words, problem, call -> call.with(member, wrong)));
                });
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
    SpoiltRequest.refuseAll(s, unspoilt(s), List.of(rows));
  }

  /** What will be sent as it is in the end: a deletion must not aim at what is kept. */
  private static Call unspoilt(CheckContext s) {
    return s.subject().id().startsWith("delete") ? s.accepted() : s.bait();
  }
}
