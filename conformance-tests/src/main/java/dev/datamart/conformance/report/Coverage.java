package dev.datamart.conformance.report;

import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which requirement demands which error situation of which operation. Needs no server. */
public final class Coverage {
  /** Error situations that no request from outside can bring about in a conforming server. */
  private static final Map<Problem, String> BEYOND =
      Map.of(
          Problem.UNEXPECTED_FAILURE, "a conforming server does not fail when asked to",
          Problem.TOO_MANY_REQUESTS, "where the limit is, is the server's own business",
          Problem.PAYLOAD_TOO_LARGE, "how much is too much, is the server's own business");

  /** One operation with one of its error situations. */
  public record Cell(Operation operation, Problem problem, List<String> requirements, String why) {
    public Cell {
      requirements = List.copyOf(requirements);
    }

    public boolean open() {
      return requirements.isEmpty() && why.isEmpty();
    }
  }

  private final List<Requirement> catalogue;

  public Coverage(List<Requirement> catalogue) {
    this.catalogue = List.copyOf(catalogue);
  }

  /** Every cell that the contract has. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Problem problem : problems(operation)) {
        cells.add(
            new Cell(operation, problem, demanding(operation, problem), why(operation, problem)));
      }
    }
    return cells;
  }

  /** The requirements about an operation, whatever they demand of it. */
  public List<String> about(Operation operation) {
    return catalogue.stream()
        .filter(
            requirement ->
                requirement.subjects().contains(operation)
                    || requirement.covers().contains(operation))
        .map(Requirement::id)
        .toList();
  }

  private Set<Problem> problems(Operation operation) {
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    operation.spellings().stream()
        .map(Spelling::problems)
        .flatMap(List::stream)
        .forEach(problems::add);
    return problems;
  }

  private List<String> demanding(Operation operation, Problem problem) {
    return catalogue.stream()
        .filter(requirement -> requirement.subjects().contains(operation))
        .filter(requirement -> requirement.problems().contains(problem))
        .map(Requirement::id)
        .toList();
  }

  private static String why(Operation operation, Problem problem) {
    boolean rotation =
        operation == Operation.ROTATE_API_TOKEN
            && EnumSet.of(Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID).contains(problem);
    if (rotation) {
      return "what expireAt may be is a fine point that servers may read otherwise";
    }
    boolean paging =
        problem == Problem.MEMBER_INVALID
            && Arrays.asList(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS).contains(operation);
    if (paging) {
      return "filters of another type are a fine point that servers may read otherwise";
    }
    boolean repeated =
        problem == Problem.PARAMETER_REPEATED && operation != Operation.DELETE_DATAMART;
    return repeated
        ? "a fine point that servers may read otherwise"
        : BEYOND.getOrDefault(problem, "");
  }
}
