package dev.datamart.mock.seed;

import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a datamart of a seed. */
final class DatamartReader {

  private static final List<String> CARDINALITIES =
      List.of("OneToOne", "OneToMany", "ManyToOne", "ManyToMany");
  private static final List<String> JOINS =
      List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
  private static final List<String> COLUMN_TYPES = List.of("NUMBER", "STRING");

  private DatamartReader() {}

  static Datamart datamart(LocatedJson at, Organization in, Instant now) throws SeedException {
    String datasourceName = at.text("datasourceName");
    Datasource datasource = in.datasources().get(datasourceName);
    if (datasource == null) {
      throw at.required("datasourceName")
          .refuse("there is no datasource \"" + datasourceName + "\"");
    }
    List<Table> tables = new ArrayList<>();
    for (LocatedJson table : at.list("tables")) {
      tables.add(table(table, datasource));
    }
    if (tables.isEmpty()) {
      throw at.refuse("a datamart needs at least one table");
    }
    List<Relationship> relationships = new ArrayList<>();
    for (LocatedJson relationship : at.list("relationships")) {
      relationships.add(relationship(relationship));
    }
    Instant created = at.time("createdAt");
    Instant updated = at.time("updatedAt");
    Instant start = created == null ? now : created;
    Datamart datamart =
        new Datamart(
            SeedReader.fresh(at, at.text("name"), in.datamarts()),
            datasourceName,
            tables,
            tenancy(at.member("tenancy")),
            relationships,
            start,
            updated == null ? start : updated);
    at.refuseUnknownMembers();
    return datamart;
  }

  private static Table table(LocatedJson at, Datasource datasource) throws SeedException {
    String name = at.text("name");
    SourceTable source =
        datasource
            .table(at.optionalText("schemaName"), name)
            .orElseThrow(() -> at.refuse("the datasource has no table \"" + name + "\""));
    List<Column> columns = new ArrayList<>();
    for (LocatedJson column : at.list("columns")) {
      columns.add(column(column, source));
    }
    if (columns.isEmpty()) {
      throw at.refuse("a table needs at least one column");
    }
    Table table =
        new Table(
            source.schemaName(),
            name,
            at.optionalText("label"),
            at.optionalText("clientColumn"),
            at.flag("isHide"),
            columns);
    at.refuseUnknownMembers();
    return table;
  }

  private static Column column(LocatedJson at, SourceTable source) throws SeedException {
    String name = at.text("name");
    boolean isCustom = at.flag("isCustomColumn");
    SourceColumn known = source.column(name).orElse(null);
    if (!isCustom && known == null) {
      throw at.refuse("the table has no column \"" + name + "\"");
    }
    String datatype = at.optionalText("datatype");
    Column column =
        new Column(
            name,
            datatype == null && known != null && !isCustom ? known.dataType() : datatype,
            at.optionalText("alias"),
            at.optionalText("label"),
            at.flag("isHide"),
            isCustom,
            isCustom ? at.text("sql") : at.optionalText("sql"),
            at.flag("isApplyTimezone"));
    at.refuseUnknownMembers();
    return column;
  }

  private static @Nullable Tenancy tenancy(@Nullable LocatedJson at) throws SeedException {
    if (at == null) {
      return null;
    }
    TenancyLevel level = TenancyLevel.valueOf(at.oneOf("level", List.of("TABLE", "DATABASE")));
    boolean isTable = level == TenancyLevel.TABLE;
    boolean isTyped = isTable || at.member("clientColumnType") != null;
    Tenancy tenancy =
        new Tenancy(
            level,
            isTyped ? at.oneOf("clientColumnType", COLUMN_TYPES) : null,
            mapped(at, "schemaName", isTable),
            mapped(at, "tableName", isTable),
            mapped(at, "tableClientNameColumn", isTable),
            mapped(at, "tablePrimaryKeyColumn", isTable));
    at.refuseUnknownMembers();
    return tenancy;
  }

  private static @Nullable String mapped(LocatedJson at, String name, boolean isRequired)
      throws SeedException {
    return isRequired ? at.text(name) : at.optionalText(name);
  }

  private static Relationship relationship(LocatedJson at) throws SeedException {
    Relationship relationship =
        new Relationship(
            at.text("parentTableName"),
            at.text("parentColumnName"),
            at.text("childTableName"),
            at.text("childColumnName"),
            at.text("relationshipName"),
            at.member("cardinality") == null ? null : at.oneOf("cardinality", CARDINALITIES),
            at.member("join") == null ? null : at.oneOf("join", JOINS));
    at.refuseUnknownMembers();
    return relationship;
  }
}
