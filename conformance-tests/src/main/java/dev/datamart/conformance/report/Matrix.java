package dev.datamart.conformance.report;

import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Operations by path families; the page asks it by the names of its methods and records. */
record Matrix(Overview overview) {

  /**
   * An operation in all families.
   *
   * @param words of its name, between which a line may be broken
   */
  record Row(List<String> words, List<Cell> cells) {}

  /** An operation in one family; what it is has a colour, a sign and words. */
  record Cell(String kind, String sign, String words) {}

  List<String> families() {
    return Arrays.stream(Family.values()).map(Family::word).toList();
  }

  List<Row> rows() {
    return Arrays.stream(Operation.values()).map(this::row).toList();
  }

  private Row row(Operation operation) {
    Stream<Cell> cells =
        Arrays.stream(Family.values()).map(family -> cell(overview.at(operation, family)));
    return new Row(List.of(operation.id().split("(?=[A-Z])")), cells.toList());
  }

  private static Cell cell(List<Result> results) {
    if (results.isEmpty()) {
      return new Cell("absent", "", "");
    }
    Overview.State state = Overview.state(results);
    boolean isWarned =
        state == Overview.State.WORKS && Overview.count(results, Verdict.WARNING) > 0;
    return isWarned
        ? new Cell("warning", "!", Overview.words(results))
        : new Cell(state.kind(), state.sign(), Overview.words(results));
  }
}
