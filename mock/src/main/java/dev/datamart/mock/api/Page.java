package dev.datamart.mock.api;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: everything, or one page of ten, counted from 1. The size is
 * fixed by the vendor's documentation.
 *
 * @param number the page's number; 0 stands for everything
 */
public record Page(int number) {

  /** How many items a page holds. */
  public static final int SIZE = 10;

  private static final Page EVERYTHING = new Page(0);

  /** The last page that can be named; every later one is as empty. */
  private static final int LAST = Integer.MAX_VALUE / SIZE - 1;

  /** Returns the whole list as one answer. */
  public static Page everything() {
    return EVERYTHING;
  }

  /** Reads the two query parameters of a GET; the number counts only when paging is asked for. */
  public static Page ofQuery(@Nullable String isPagination, @Nullable String pageNumber) {
    if (isPagination == null || isPagination.equals("false")) {
      return EVERYTHING;
    }
    if (!isPagination.equals("true")) {
      throw Refusal.of(Problem.PAGINATION_INVALID);
    }
    if (pageNumber == null) {
      return new Page(1);
    }
    if (pageNumber.isEmpty() || !pageNumber.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refusal.of(Problem.PAGINATION_INVALID);
    }
    // Ten digits hold every number that matters, whatever length was sent.
    String digits = pageNumber.replaceFirst("^0+", "");
    return numbered(digits.length() > 10 ? LAST : Long.parseLong("0" + digits));
  }

  /** Reads the two members of a JSON body; the number counts only when paging is asked for. */
  public static Page ofBody(@Nullable Boolean isPagination, @Nullable Integer pageNumber) {
    if (isPagination == null || !isPagination) {
      return EVERYTHING;
    }
    return numbered(pageNumber == null ? 1 : pageNumber);
  }

  /** Returns the items of this page. */
  public <V extends Keyed> List<V> of(OrderedMap<V> shelf) {
    return number == 0 ? shelf.all() : shelf.range((number - 1) * SIZE, number * SIZE);
  }

  private static Page numbered(long number) {
    if (number < 1) {
      throw Refusal.of(Problem.PAGINATION_INVALID);
    }
    return new Page((int) Math.min(number, LAST));
  }
}
