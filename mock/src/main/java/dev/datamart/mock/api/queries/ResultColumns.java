package dev.datamart.mock.api.queries;

import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.MetricData.DataType;
import dev.datamart.mock.domain.MetricData.ResultColumn;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns the rows of a metric have: those that a seed gives it or, of the first table of the
 * datamart or datasource, the first date and the first two texts and numbers.
 *
 * @param all the columns in their order
 * @param client the column that holds the client; null for none
 */
record ResultColumns(List<ResultColumn> all, @Nullable String client) {

  private static final Map<DataType, Integer> OF_EACH =
      new EnumMap<>(Map.of(DataType.DATE, 1, DataType.STRING, 2, DataType.NUMBER, 2));

  private static final ResultColumns OF_NOTHING =
      new ResultColumns(
          List.of(
              new ResultColumn("label", DataType.STRING),
              new ResultColumn("value", DataType.NUMBER)),
          null);

  /** Words in the name of a database's type, by what it is; what has none of them is a text. */
  private static final Map<DataType, List<String>> WORDS =
      Map.of(
          DataType.DATE, List.of("date", "time"),
          DataType.NUMBER,
              List.of("int", "numeric", "decimal", "float", "double", "real", "number", "serial"),
          DataType.BOOLEAN, List.of("bool"));

  static ResultColumns of(
      Organization now, Metric metric, @Nullable Workspace workspace, @Nullable String datamart) {
    if (!metric.data().columns().isEmpty()) {
      return new ResultColumns(metric.data().columns(), null);
    }
    Datamart read = datamart == null ? null : now.datamarts().get(datamart);
    if (read != null && !read.tables().isEmpty()) {
      return ofTable(read.tables().get(0));
    }
    String source =
        workspace == null || workspace.datasources().isEmpty()
            ? null
            : workspace.datasources().get(0);
    Datasource datasource = source == null ? null : now.datasources().get(source);
    return datasource == null || datasource.tables().isEmpty()
        ? OF_NOTHING
        : ofTable(datasource.tables().get(0));
  }

  private static ResultColumns ofTable(Table table) {
    return chosen(
        table.columns().stream()
            .filter(column -> !column.isHide())
            .map(column -> new ResultColumn(column.name(), type(column.datatype()))),
        table.clientColumn());
  }

  private static ResultColumns ofTable(SourceTable table) {
    return chosen(
        table.columns().stream()
            .map(column -> new ResultColumn(column.name(), type(column.dataType()))),
        null);
  }

  private static ResultColumns chosen(Stream<ResultColumn> columns, @Nullable String client) {
    Map<DataType, Integer> left = new EnumMap<>(OF_EACH);
    List<ResultColumn> chosen = new ArrayList<>();
    columns.forEach(
        column -> {
          if (left.merge(column.dataType(), -1, Integer::sum) >= 0) {
            chosen.add(column);
          }
        });
    return chosen.isEmpty() ? OF_NOTHING : new ResultColumns(chosen, client);
  }

  static DataType type(@Nullable String ofDatabase) {
    String name = ofDatabase == null ? "" : ofDatabase.toLowerCase(Locale.ROOT);
    return Stream.of(DataType.DATE, DataType.NUMBER, DataType.BOOLEAN)
        .filter(type -> WORDS.getOrDefault(type, List.of()).stream().anyMatch(name::contains))
        .findFirst()
        .orElse(DataType.STRING);
  }

  /** Returns the first column of that type; null for none. */
  @Nullable ResultColumn first(DataType type) {
    return all.stream().filter(column -> column.dataType() == type).findFirst().orElse(null);
  }

  /** Returns the column of exactly that name; null for none. */
  @Nullable ResultColumn named(String name) {
    return all.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }
}
