package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.datamarts.DatamartSeed.SeedColumn;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.ColumnDefinition;
import dev.datamart.stub.model.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list of tables must be: well formed, and in the datasource's schema. */
final class TableRules {

  private TableRules() {}

  /** Looks at the shape of the tables. */
  static void check(List<TableDefinition> drafts) {
    if (drafts.isEmpty()) {
      throw Refusal.of(Problem.TABLE_LIST_EMPTY);
    }
    Set<String> names = new HashSet<>();
    for (TableDefinition draft : drafts) {
      if (draft == null || isEmpty(draft.getName())) {
        throw malformed(draft, "a table needs a name");
      }
      checkOnce(names, draft.getSchemaName(), draft);
      checkColumns(draft);
    }
  }

  private static void checkColumns(TableDefinition table) {
    List<ColumnDefinition> columns = table.getColumns();
    if (columns == null || columns.isEmpty()) {
      throw malformed(table, "a table needs at least one column");
    }
    Set<String> names = new HashSet<>();
    for (ColumnDefinition draft : columns) {
      if (draft == null || isEmpty(draft.getName())) {
        throw malformed(draft, "a column needs a name");
      }
      if (!names.add(draft.getName())) {
        throw malformed(draft, "the column \"" + draft.getName() + "\" is given twice");
      }
      if (isCustom(draft) && isEmpty(draft.getSql())) {
        throw malformed(draft, "\"sql\" is required of a custom column");
      }
    }
  }

  /** Returns tables whose shape was looked at as the datasource has them. */
  static List<Table> found(List<TableDefinition> drafts, Datasource datasource) {
    Set<String> names = new HashSet<>();
    List<Table> tables = new ArrayList<>(drafts.size());
    for (TableDefinition draft : drafts) {
      Table table = table(draft, datasource);
      // An entry with a schema and one without can mean the same table.
      checkOnce(names, table.schemaName(), draft);
      tables.add(table);
    }
    return tables;
  }

  private static void checkOnce(Set<String> names, @Nullable String schema, TableDefinition draft) {
    if (!names.add(schema + '\0' + draft.getName())) {
      throw malformed(draft, "the table \"" + draft.getName() + "\" is given twice");
    }
  }

  private static Table table(TableDefinition draft, Datasource datasource) {
    String name = draft.getName();
    SourceTable source =
        datasource
            .table(draft.getSchemaName(), name)
            .orElseThrow(
                () ->
                    Refusal.of(Problem.TABLE_UNKNOWN)
                        .at(draft, "the datasource has no table \"" + name + "\""));
    String client = draft.getClientColumn();
    if (client != null) {
      known(source, client, draft);
    }
    return new Table(
        source.schemaName(),
        name,
        draft.getLabel(),
        client,
        Boolean.TRUE.equals(draft.getIsHide()),
        draft.getColumns().stream().map(column -> column(column, source)).toList());
  }

  private static Column column(ColumnDefinition draft, SourceTable source) {
    SeedColumn seed = draft instanceof SeedColumn column ? column : null;
    String datatype = seed == null ? null : seed.datatype;
    if (!isCustom(draft)) {
      SourceColumn known = known(source, draft.getName(), draft);
      datatype = datatype == null ? known.dataType() : datatype;
    }
    return new Column(
        draft.getName(),
        datatype,
        draft.getAlias(),
        draft.getLabel(),
        Boolean.TRUE.equals(draft.getIsHide()),
        isCustom(draft),
        isCustom(draft) ? draft.getSql() : null,
        seed != null && seed.isApplyTimezone);
  }

  private static SourceColumn known(SourceTable table, String column, Object draft) {
    return table
        .column(column)
        .orElseThrow(
            () ->
                Refusal.of(Problem.COLUMN_UNKNOWN)
                    .at(draft, "the table has no column \"" + column + "\""));
  }

  private static boolean isCustom(ColumnDefinition draft) {
    return Boolean.TRUE.equals(draft.getIsCustomColumn());
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private static Refusal malformed(@Nullable Object draft, String reason) {
    return Refusal.of(Problem.TABLE_STRUCTURE_INVALID).at(draft, reason);
  }
}
