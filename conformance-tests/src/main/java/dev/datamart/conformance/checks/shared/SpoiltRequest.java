package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way to spoil an accepted request in a single respect, and how it must then be refused.
 *
 * @param inQuery whether it can be said in a query, where every value is text
 */
public record SpoiltRequest(
    String words, UnaryOperator<Call> spoil, Problem problem, boolean inQuery) {

  public static SpoiltRequest of(String words, Problem problem, UnaryOperator<Call> spoil) {
    return new SpoiltRequest(words, spoil, problem, true);
  }

  /** A member that is replaced by a value. */
  public static SpoiltRequest set(String member, Object value, Problem problem) {
    return new SpoiltRequest(
        member + " is " + Json.node(value), call -> call.with(member, value), problem, false);
  }

  /** A text that must be there: missing, null, empty and of every other type. */
  public static Stream<SpoiltRequest> requiredText(String member) {
    return Stream.concat(Stream.of(missing(member), empty(member), nil(member)), notText(member));
  }

  public static SpoiltRequest missing(String member) {
    return SpoiltRequest.of(
        member + " is missing", Problem.MEMBER_REQUIRED, call -> call.without(member));
  }

  public static SpoiltRequest empty(String member) {
    return SpoiltRequest.of(
        member + " is empty", Problem.MEMBER_REQUIRED, call -> call.with(member, ""));
  }

  public static SpoiltRequest nil(String member) {
    return new SpoiltRequest(
        member + " is null", call -> call.with(member, null), Problem.MEMBER_REQUIRED, false);
  }

  private static Stream<SpoiltRequest> notText(String member) {
    return Stream.of(5, true, Json.array("x"), Json.object("x", "y"))
        .map(value -> set(member, value, Problem.MEMBER_INVALID));
  }

  /** A list or an object that must be there: missing, null and of other types. */
  public static Stream<SpoiltRequest> requiredTree(String member, Object... wrong) {
    return Stream.concat(
        Stream.of(missing(member), nil(member)),
        Arrays.stream(wrong).map(value -> set(member, value, Problem.MEMBER_INVALID)));
  }

  public static List<SpoiltRequest> rows(List<Stream<SpoiltRequest>> parts) {
    return parts.stream().flatMap(Function.identity()).toList();
  }

  /** Every row is refused, together they change nothing, and unspoilt the request is accepted. */
  public static void refuseAll(CheckContext s, Call accepted, List<SpoiltRequest> rows) {
    List<Finding> findings = new ArrayList<>();
    Difference difference =
        s.difference(
            () -> {
              for (SpoiltRequest row : rows) {
                if (row.inQuery() || !accepted.spelling().query()) {
                  row.refuse(s, accepted, findings);
                }
              }
            });
    if (!difference.isEmpty()) {
      findings.add(new Finding("nothing changes", difference.words(), null));
    }
    if (!findings.isEmpty()) {
      throw new Violated(findings);
    }
    Exchange unspoilt = s.send(accepted);
    s.require(unspoilt);
  }

  private void refuse(CheckContext s, Call accepted, List<Finding> findings) {
    Exchange answer = s.send(spoil.apply(accepted));
    try {
      s.expect(answer).refuses(problem);
    } catch (Violated violated) {
      violated
          .findings()
          .forEach(
              finding ->
                  findings.add(
                      new Finding(
                          finding.expected() + ", since " + words, finding.came(), answer)));
    }
  }
}
