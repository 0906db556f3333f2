package dev.datamart.mock.api.queries;

import dev.datamart.mock.domain.MetricData.DataType;
import dev.datamart.mock.domain.MetricData.ResultColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of one column: one value, values of which any will do, or a range with both
 * its ends.
 *
 * @param values the values; none for a range
 */
record Filter(
    ResultColumn column, List<Object> values, @Nullable Object start, @Nullable Object end) {

  /** Returns what the members say of columns that there are, in their order. */
  static List<Filter> of(@Nullable Map<String, Object> members, ResultColumns columns) {
    List<Filter> filters = new ArrayList<>();
    if (members != null) {
      members.forEach(
          (name, value) -> {
            Filter filter = of(name, value, columns);
            if (filter != null) {
              filters.add(filter);
            }
          });
    }
    return filters;
  }

  private static @Nullable Filter of(String name, @Nullable Object value, ResultColumns columns) {
    ResultColumn column = columns.named(name);
    if (value instanceof Map<?, ?> range) {
      Object start = range.get("start");
      Object end = range.get("end");
      ResultColumn ranged = column == null ? columns.first(DataType.DATE) : column;
      return start == null || end == null || ranged == null
          ? null
          : new Filter(ranged, List.of(), start, end);
    }
    if (column == null || value == null) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    if (value instanceof List<?> some) {
      some.stream().filter(each -> each != null).forEach(values::add);
    } else {
      values.add(value);
    }
    return values.isEmpty() ? null : new Filter(column, values, null, null);
  }

  /** Returns whether the value passes. */
  boolean takes(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    return values.isEmpty()
        ? compare(value, start) >= 0 && compare(value, end) <= 0
        : values.stream().anyMatch(each -> compare(value, each) == 0);
  }

  private static int compare(Object value, @Nullable Object other) {
    return value instanceof Number number && other instanceof Number limit
        ? compare(number, limit)
        : String.valueOf(value).compareTo(String.valueOf(other));
  }

  /** Numbers of JSON may be too large for a double, and are without end then. */
  private static int compare(Number value, Number other) {
    return Double.isInfinite(value.doubleValue()) || Double.isInfinite(other.doubleValue())
        ? Double.compare(value.doubleValue(), other.doubleValue())
        : new BigDecimal(value.toString()).compareTo(new BigDecimal(other.toString()));
  }
}
