package dev.datamart.mock.api.queries;

import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.MetricData.DataType;
import dev.datamart.mock.domain.MetricData.ResultColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a metric. Those of a seed are selected by the filters. Others are made of a digest of
 * metric, client, row and column, so that they are always the same and each client has its own; a
 * filter sets values in them, so that there is always something to draw.
 */
final class Rows {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int LEAST = 100;
  private static final int NUMBERS = 9_900;
  private static final int TEXTS = 4;
  private static final long UNSIGNED = 0xffff_ffffL;

  private final Metric metric;
  private final String client;
  private final ResultColumns columns;
  private final List<Filter> filters;

  Rows(Metric metric, String client, ResultColumns columns, List<Filter> filters) {
    this.metric = metric;
    this.client = client;
    this.columns = columns;
    this.filters = filters;
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> seeded = metric.data().rows();
    return seeded.isEmpty()
        ? made()
        : seeded.stream()
            .filter(
                row -> filters.stream().allMatch(each -> each.takes(row.get(each.column().name()))))
            .toList();
  }

  private List<Map<String, Object>> made() {
    int count = metric.data().rowCount();
    for (Filter filter : filters) {
      LocalDate start = day(filter.start());
      LocalDate end = day(filter.end());
      if (filter.column().dataType() == DataType.DATE && start != null && end != null) {
        count = (int) Math.max(0, Math.min(count, ChronoUnit.DAYS.between(start, end) + 1));
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(made(i));
    }
    return rows;
  }

  private Map<String, Object> made(int row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ResultColumn column : columns.all()) {
      values.put(column.name(), made(row, column));
    }
    for (Filter filter : filters) {
      Object set = set(filter, row);
      if (set != null) {
        values.put(filter.column().name(), set);
      }
    }
    return values;
  }

  private Object made(int row, ResultColumn column) {
    if (column.name().equals(columns.client())) {
      return client;
    }
    long digest = digest(row, column.name());
    return switch (column.dataType()) {
      case NUMBER -> LEAST + digest % NUMBERS;
      case DATE -> FIRST_DAY.plusDays(row).toString();
      case BOOLEAN -> digest % 2 == 1;
      case STRING -> {
        boolean isFirst = column.equals(columns.first(DataType.STRING));
        yield column.name() + "-" + (isFirst ? row + 1 : 1 + digest % TEXTS);
      }
    };
  }

  /** Returns what a filter sets in a row; null when it says nothing that JSON could answer. */
  private @Nullable Object set(Filter filter, int row) {
    if (!filter.values().isEmpty()) {
      Object value = filter.values().get(row % filter.values().size());
      boolean isEndless = value instanceof Double number && !Double.isFinite(number);
      return isEndless ? null : value;
    }
    LocalDate start = day(filter.start());
    if (filter.column().dataType() == DataType.DATE && start != null) {
      return start.plusDays(row).toString();
    }
    return filter.start() instanceof Number from && filter.end() instanceof Number to
        ? between(from.longValue(), to.longValue(), digest(row, filter.column().name()))
        : null;
  }

  private static @Nullable Long between(long from, long to, long digest) {
    // Wider than any digest, the range is as good as without its end.
    boolean isWide = to > from && (to - from < 0 || to - from >= UNSIGNED);
    return to < from ? null : Long.valueOf(from + (isWide ? digest : digest % (to - from + 1)));
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    String text = String.valueOf(value);
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private long digest(int row, String column) {
    String words = metric.id() + '\n' + client + '\n' + row + '\n' + column;
    byte[] digest = sha256().digest(words.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getInt() & UNSIGNED;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }
}
