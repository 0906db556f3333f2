package dev.datamart.conformance.report;

import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which requirement demands which error situation of which operation. Needs no server. */
public record Coverage(List<Requirement> catalogue) {
  /** Error situations that no request from outside can bring about in a conforming server. */
  private static final Map<Problem, String> BEYOND =
      Map.of(
          Problem.UNEXPECTED_FAILURE, "a conforming server does not fail when asked to",
          Problem.TOO_MANY_REQUESTS, "where the limit is, is the server's own business",
          Problem.PAYLOAD_TOO_LARGE, "how much is too much, is the server's own business");

  private static final String FINE_POINT = "a fine point that servers may read otherwise";

  /**
   * One operation with one of its error situations.
   *
   * @param why it may be that no requirement demands it, or an empty text
   */
  public record Cell(Operation operation, Problem problem, List<String> requirements, String why) {
    public boolean open() {
      return requirements.isEmpty() && why.isEmpty();
    }
  }

  /** Every cell that the contract has. */
  public List<Cell> cells() {
    return Arrays.stream(Operation.values()).flatMap(this::cells).toList();
  }

  private Stream<Cell> cells(Operation operation) {
    return operation.spellings().stream()
        .flatMap(spelling -> spelling.problems().stream())
        .sorted()
        .distinct()
        .map(
            problem ->
                new Cell(
                    operation, problem, demanding(operation, problem), why(operation, problem)));
  }

  /** The requirements about an operation, whatever they demand of it. */
  public List<String> about(Operation operation) {
    return ids(each -> each.subjects().contains(operation) || each.covers().contains(operation));
  }

  private List<String> demanding(Operation operation, Problem problem) {
    return ids(each -> each.subjects().contains(operation) && each.problems().contains(problem));
  }

  private List<String> ids(Predicate<Requirement> which) {
    return catalogue.stream().filter(which).map(Requirement::id).toList();
  }

  private static String why(Operation operation, Problem problem) {
    boolean isInvalid = problem == Problem.MEMBER_INVALID;
    if (operation == Operation.ROTATE_API_TOKEN
        && (isInvalid || problem == Problem.MEMBER_REQUIRED)) {
      return "what expireAt may be is " + FINE_POINT;
    }
    if (isInvalid && !operation.isChange()) {
      return "filters of another type are " + FINE_POINT;
    }
    return problem == Problem.PARAMETER_REPEATED && operation != Operation.DELETE_DATAMART
        ? FINE_POINT
        : BEYOND.getOrDefault(problem, "");
  }
}
