package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Problem.MEMBER_INVALID;
import static dev.datamart.spec.Problem.MEMBER_REQUIRED;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
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
  public static Requirement required(RequirementBuilder rule, String... members) {
    boolean hasBody =
        rule.subjects().stream()
            .anyMatch(each -> each.families().stream().anyMatch(each::takesBody));
    return (hasBody ? rule.problems(MEMBER_REQUIRED, MEMBER_INVALID) : rule.problems(MEMBER_REQUIRED))
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

  public static Requirement required(Operation operation, String end, String member) {
    return required(
        docs(operation, end, "The call needs " + member + ", a non-empty text."), member);
  }

  /** A name or id at a member, of which there is nothing. */
  public static Requirement unknown(
      Operation operation, String end, String member, Problem problem) {
    return unknown(
        docs(operation, end, "A " + member + " that does not exist is refused."), member, problem);
  }

  public static Requirement unknown(RequirementBuilder rule, String member, Problem problem) {
    return named(rule.hint(CommonHint.UNKNOWN.sentence()), member, problem, CheckContext::unused);
  }

  /** A name that something has already. */
  public static Requirement taken(
      RequirementBuilder rule,
      String member,
      Problem problem,
      Function<CheckContext, String> taken) {
    return named(rule.hint(CommonHint.TAKEN.sentence()), member, problem, taken);
  }

  /** A name or id at a member, of which only a stranger has something. */
  public static Requirement ofOthers(
      RequirementBuilder rule,
      String member,
      Problem problem,
      Function<CheckContext, String> theirs) {
    return named(
        rule.trait(Trait.TWO_ORGANIZATIONS).hint(CommonHint.OF_OTHERS.sentence()),
        member,
        problem,
        theirs);
  }

  private static Requirement named(
      RequirementBuilder rule,
      String member,
      Problem problem,
      Function<CheckContext, String> name) {
    return rule.problems(problem)
        .check(
            s -> {
              String wrong = name.apply(s);
              refuse(s, SpoiltRequest.of(member + " is " + wrong, problem, call -> call.with(member, wrong)));
            });
  }

  /** Something of ours that a stranger's tokens name. */
  public static Requirement stranger(RequirementBuilder rule, Problem problem) {
    return rule.problems(problem)
        .trait(Trait.TWO_ORGANIZATIONS)
        .hint(CommonHint.STRANGER.sentence())
        .check(s -> Strangers.tokens(s).forEach(token -> refused(s, s.bait().as(token), problem)));
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
