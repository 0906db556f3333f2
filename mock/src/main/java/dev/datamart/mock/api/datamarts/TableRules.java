package dev.datamart.mock.api.datamarts;

import static java.util.Objects.requireNonNullElse;

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list of tables must be: well formed, and in the datasource's schema. */
final class TableRules {

  private TableRules() {}

  /** Looks at the shape of the tables, and returns what finds them in a datasource. */
  static Function<Datasource, List<Table>> tables(List<? extends @Nullable TableDraft> drafts) {
    if (drafts.isEmpty()) {
      throw Refusal.of(Problem.TABLE_LIST_EMPTY);
    }
    Set<String> names = new HashSet<>();
    List<Function<Datasource, Table>> finders = new ArrayList<>(drafts.size());
    for (TableDraft draft : drafts) {
      String name = draft == null ? null : draft.name();
      if (draft == null || name == null || name.isEmpty()) {
        throw malformed(draft, "a table needs a name");
      }
      checkOnce(names, draft.schemaName(), name, draft);
      finders.add(table(draft, name));
    }
    return datasource -> found(drafts, finders, datasource);
  }

  private static List<Table> found(
      List<? extends @Nullable TableDraft> drafts,
      List<Function<Datasource, Table>> finders,
      Datasource datasource) {
    Set<String> names = new HashSet<>();
    List<Table> tables = new ArrayList<>(finders.size());
    for (Function<Datasource, Table> finder : finders) {
      Table table = finder.apply(datasource);
      // An entry with a schema and one without can mean the same table.
      checkOnce(names, table.schemaName(), table.name(), drafts.get(tables.size()));
      tables.add(table);
    }
    return tables;
  }

  private static void checkOnce(
      Set<String> names, @Nullable String schema, String name, @Nullable Object draft) {
    if (!names.add(schema + '\0' + name)) {
      throw malformed(draft, "the table \"" + name + "\" is given twice");
    }
  }

  private static Function<Datasource, Table> table(TableDraft draft, String name) {
    List<? extends @Nullable ColumnDraft> columns = draft.columns();
    if (columns == null || columns.isEmpty()) {
      throw malformed(draft, "a table needs at least one column");
    }
    Set<String> names = new HashSet<>();
    List<Function<SourceTable, Column>> finders = new ArrayList<>(columns.size());
    for (ColumnDraft column : columns) {
      finders.add(column(column, names));
    }
    return datasource -> {
      SourceTable source =
          datasource
              .table(draft.schemaName(), name)
              .orElseThrow(
                  () ->
                      Refusal.of(Problem.TABLE_UNKNOWN)
                          .at(draft, "the datasource has no table \"" + name + "\""));
      String client = draft.clientColumn();
      if (client != null) {
        known(source, client, draft);
      }
      List<Column> found = finders.stream().map(finder -> finder.apply(source)).toList();
      return new Table(source.schemaName(), name, draft.label(), client, draft.isHide(), found);
    };
  }

  private static Function<SourceTable, Column> column(
      @Nullable ColumnDraft draft, Set<String> names) {
    String name = draft == null ? null : draft.name();
    if (draft == null || name == null || name.isEmpty()) {
      throw malformed(draft, "a column needs a name");
    }
    if (!names.add(name)) {
      throw malformed(draft, "the column \"" + name + "\" is given twice");
    }
    boolean isCustom = draft.isCustomColumn();
    String sql = draft.sql();
    if (isCustom && (sql == null || sql.isEmpty())) {
      throw malformed(draft, "\"sql\" is required of a custom column");
    }
    return source ->
        new Column(
            name,
            isCustom
                ? draft.datatype()
                : requireNonNullElse(draft.datatype(), known(source, name, draft).dataType()),
            draft.alias(),
            draft.label(),
            draft.isHide(),
            isCustom,
            isCustom ? sql : null,
            draft.isApplyTimezone());
  }

  private static SourceColumn known(SourceTable table, String column, Object draft) {
    return table
        .column(column)
        .orElseThrow(
            () ->
                Refusal.of(Problem.COLUMN_UNKNOWN)
                    .at(draft, "the table has no column \"" + column + "\""));
  }

  private static Refusal malformed(@Nullable Object draft, String reason) {
    return Refusal.of(Problem.TABLE_STRUCTURE_INVALID).at(draft, reason);
  }
}
