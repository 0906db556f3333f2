package dev.datamart.mock.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a query of a metric answers, as far as a seed says so.
 *
 * @param columns the columns of its rows; none where they follow from the datamart
 * @param rows the rows, each with a value by the name of a column; none where they are made up
 * @param rowCount how many rows are made up
 * @param comparison whether the rows are compared with something
 */
public record MetricData(
    List<ResultColumn> columns, List<Map<String, Object>> rows, int rowCount, boolean comparison) {

  /** How many rows are made up unless a seed says otherwise. */
  public static final int ROW_COUNT = 10;

  /** A metric of which a seed says nothing. */
  public static final MetricData UNSAID = new MetricData(List.of(), List.of(), ROW_COUNT, false);

  /** A column of the rows. */
  public record ResultColumn(String name, DataType dataType) {}

  /** What the values of a column are. */
  public enum DataType {
    STRING,
    NUMBER,
    DATE,
    BOOLEAN;

    /** Returns the word for it in JSON. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MetricData {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
