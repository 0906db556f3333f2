package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;
import static dev.datamart.conformance.checks.sequences.Twisted.same;

import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Problem;
import java.util.List;

/** Lists page by page, and what is no page. */
final class Pages {
  static final int SIZE = 10;

  private Pages() {}

  static Twisted turned(Call call, Moment moment) {
    Call paged = call.with("isPagination", true);
    return same(
        moment.one(
            List.of(
                paged,
                paged.with("pageNumber", 1),
                paged.with("pageNumber", 2),
                call.with("pageNumber", 2),
                call.with("isPagination", false).with("pageNumber", 2))));
  }

  static Twisted none(Call call, Moment moment) {
    boolean isText = call.spelling().query();
    List<Object> numbers = isText ? List.of("0", "-1", "x", "2x", "x2") : List.of(0, -1);
    return refused(
        call.with("isPagination", true).with("pageNumber", moment.one(numbers)),
        Problem.PAGINATION_INVALID);
  }

  /** Whether a list is asked for page by page. */
  static boolean isPaged(Call call) {
    return call.arguments().path("isPagination").asBoolean();
  }

  /** How many items a page has of so many. */
  static int size(Call call, int all) {
    int number = call.arguments().path("pageNumber").asInt(1);
    return Math.max(0, Math.min(SIZE, all - SIZE * (number - 1)));
  }
}
