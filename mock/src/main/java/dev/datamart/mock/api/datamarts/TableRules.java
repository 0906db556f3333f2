package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.datamarts.DatamartDraft.ColumnDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list of tables must be: well formed, and in the datasource's schema. */
final class TableRules {

  private TableRules() {}

  /** Looks at the request alone. */
  static void checkShape(List<? extends @Nullable TableDraft> tables) {
    if (tables.isEmpty()) {
      throw Refusal.of(Problem.TABLE_LIST_EMPTY);
    }
    Set<String> seen = new HashSet<>();
    for (TableDraft table : tables) {
      if (table == null || isBlank(table.name()) || table.columns() == null) {
        throw Refusal.of(Problem.TABLE_STRUCTURE_INVALID);
      }
      require(seen.add(table.schemaName() + '\0' + table.name()));
      require(!table.columns().isEmpty());
      Set<String> columns = new HashSet<>();
      for (ColumnDraft column : table.columns()) {
        require(columns.add(checkShape(column)));
      }
    }
  }

  /** Returns the column's name, by which no other column of the table may go. */
  private static String checkShape(@Nullable ColumnDraft column) {
    String name = column == null ? null : column.name();
    if (column == null || name == null || name.isEmpty()) {
      throw Refusal.of(Problem.TABLE_STRUCTURE_INVALID);
    }
    require(!column.isCustomColumn() || !isBlank(column.sql()));
    return name;
  }

  /** Finds each table and column in the datasource. */
  static List<Table> resolve(List<? extends @Nullable TableDraft> drafts, Datasource datasource) {
    List<Table> tables = new ArrayList<>(drafts.size());
    Set<String> seen = new HashSet<>();
    for (TableDraft draft : drafts) {
      if (draft != null) {
        Table table = resolve(draft, datasource);
        // An entry with a schema and one without can mean the same table.
        require(seen.add(table.schemaName() + '\0' + table.name()));
        tables.add(table);
      }
    }
    return tables;
  }

  private static Table resolve(TableDraft draft, Datasource datasource) {
    String name = draft.name() == null ? "" : draft.name();
    SourceTable source =
        datasource
            .table(draft.schemaName(), name)
            .orElseThrow(() -> Refusal.of(Problem.TABLE_UNKNOWN));
    String clientColumn = draft.clientColumn();
    if (clientColumn != null && source.column(clientColumn).isEmpty()) {
      throw Refusal.of(Problem.COLUMN_UNKNOWN);
    }
    List<Column> columns = new ArrayList<>();
    for (ColumnDraft column : draft.columns() == null ? List.<ColumnDraft>of() : draft.columns()) {
      if (column != null) {
        columns.add(resolve(column, source));
      }
    }
    return new Table(
        source.schemaName(), name, draft.label(), clientColumn, draft.isHide(), columns);
  }

  private static Column resolve(ColumnDraft draft, SourceTable source) {
    String name = String.valueOf(draft.name());
    String datatype =
        draft.isCustomColumn()
            ? null
            : source
                .column(name)
                .map(SourceColumn::dataType)
                .orElseThrow(() -> Refusal.of(Problem.COLUMN_UNKNOWN));
    return new Column(
        name,
        datatype,
        draft.alias(),
        draft.label(),
        draft.isHide(),
        draft.isCustomColumn(),
        draft.sql(),
        false);
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  private static void require(boolean wellFormed) {
    if (!wellFormed) {
      throw Refusal.of(Problem.TABLE_STRUCTURE_INVALID);
    }
  }
}
