package dev.datamart.conformance.checks.shared;

import static java.util.Map.entry;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Kind;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to spoil an accepted request in a single respect, and how it must then be refused.
 *
 * @param inQuery whether it can be said in a query, where every value is text
 */
public record SpoiltRequest(
    String words, UnaryOperator<Call> spoil, Problem problem, boolean inQuery) {
  private static final List<Map.Entry<Kind, Object>> OF_KINDS =
      List.of(
          entry(Kind.STRING, "x"),
          entry(Kind.INTEGER, 5),
          entry(Kind.BOOLEAN, true),
          entry(Kind.OBJECT, Json.object("x", "y")),
          entry(Kind.LIST, Json.array("x")));

  public static SpoiltRequest of(String words, Problem problem, UnaryOperator<Call> spoil) {
    return new SpoiltRequest(words, spoil, problem, true);
  }

  /** A member that is replaced by a value. */
  public static SpoiltRequest set(String member, @Nullable Object value, Problem problem) {
    return new SpoiltRequest(
        member + " is " + Json.node(value), call -> call.with(member, value), problem, false);
  }

  public static SpoiltRequest missing(String member, Problem problem) {
    return of(member + " is missing", problem, call -> call.without(member));
  }

  /** A member that must be there: missing, null, empty and of every kind but its own. */
  public static Stream<SpoiltRequest> required(Operation operation, String member) {
    return required(operation, member, Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID);
  }

  /**
   * The same where the answers are others.
   *
   * @param absent the answer when there is nothing
   * @param wrong the answer when there is something else
   */
  public static Stream<SpoiltRequest> required(
      Operation operation, String member, Problem absent, Problem wrong) {
    Kind kind = kind(operation, member);
    SpoiltRequest empty = of(member + " is empty", absent, call -> call.with(member, ""));
    return Stream.of(
            Stream.of(missing(member, absent), set(member, null, absent)),
            Stream.of(empty).filter(row -> kind == Kind.STRING),
            OF_KINDS.stream()
                .filter(other -> other.getKey() != kind)
                .map(other -> set(member, other.getValue(), wrong)))
        .flatMap(Function.identity());
  }

  /** What the document says that a member is; in a query all is text. */
  private static Kind kind(Operation operation, String pointer) {
    Optional<Schema> schema =
        operation.families().stream()
            .map(operation::request)
            .flatMap(Stream::ofNullable)
            .findFirst();
    Optional<Member> member = Optional.empty();
    for (String name : pointer.replaceAll("^/|/\\d+(?=/)", "").split("/")) {
      member = schema.flatMap(object -> object.member(name));
      schema = member.map(Member::of);
    }
    return member.map(Member::kind).orElse(Kind.STRING);
  }

  /** Every row is refused, together they change nothing, and unspoilt the request is accepted. */
  public static void refuseAll(CheckContext s, Call accepted, SpoiltRequest... rows) {
    refuseRows(s, accepted, rows);
    s.require(s.send(accepted));
  }

  /** Every row is refused, and together they change nothing. */
  static void refuseRows(CheckContext s, Call accepted, SpoiltRequest... rows) {
    List<Finding> findings = new ArrayList<>();
    Runnable step =
        () ->
            Stream.of(rows)
                .filter(row -> row.inQuery() || !accepted.spelling().query())
                .forEach(row -> row.refuse(s, accepted, findings));
    if (s.subject().isChange()) {
      Difference difference = s.difference(step);
      if (!difference.isEmpty()) {
        findings.add(new Finding("nothing changes", difference.words(), null));
      }
    } else {
      step.run();
    }
    if (!findings.isEmpty()) {
      throw new Violated(findings);
    }
  }

  private void refuse(CheckContext s, Call accepted, List<Finding> findings) {
    Exchange answer = s.send(spoil.apply(accepted));
    try {
      s.expect(answer).refuses(problem);
    } catch (Violated violated) {
      for (Finding finding : violated.findings()) {
        findings.add(new Finding(finding.expected() + ", since " + words, finding.came(), answer));
      }
    }
  }
}
