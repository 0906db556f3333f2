package dev.datamart.mock.api;

import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
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

  /** The whole list as one answer. */
  public static final Page EVERYTHING = new Page(0);

  /** The last page that can be told apart; every later one is as empty. */
  private static final BigInteger LAST = BigInteger.valueOf(Integer.MAX_VALUE / SIZE - 1);

  /** Reads the two query parameters of a GET; the number counts only when paging is asked for. */
  public static Page ofQuery(@Nullable String isPagination, @Nullable String pageNumber) {
    if (isPagination == null || isPagination.equals("false")) {
      return EVERYTHING;
    }
    String number = pageNumber == null ? "1" : pageNumber;
    boolean isNumber = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isPagination.equals("true") || !isNumber) {
      throw Refusal.of(Problem.PAGINATION_INVALID);
    }
    return numbered(number);
  }

  /** Reads the two members of a JSON body; the number counts only when paging is asked for. */
  public static Page ofBody(@Nullable Boolean isPagination, @Nullable Number pageNumber) {
    return Boolean.TRUE.equals(isPagination)
        ? numbered(pageNumber == null ? "1" : pageNumber.toString())
        : EVERYTHING;
  }

  /** Returns the items of this page. */
  public <V extends Keyed> List<V> of(OrderedMap<V> items) {
    return number == 0 ? items.all() : items.range((number - 1) * SIZE, number * SIZE);
  }

  /** Returns the items of this page. */
  public <V> List<V> of(List<V> items) {
    int end = Math.min(number * SIZE, items.size());
    return number == 0 ? items : items.subList(Math.min((number - 1) * SIZE, end), end);
  }

  /** Returns what is made of each item of this page. */
  public <V extends Keyed, R> List<R> map(OrderedMap<V> items, Function<V, R> function) {
    return of(items).stream().map(function).toList();
  }

  private static Page numbered(String written) {
    BigInteger number = new BigInteger(written);
    if (number.signum() < 1) {
      throw Refusal.of(Problem.PAGINATION_INVALID);
    }
    return new Page(number.min(LAST).intValue());
  }
}
