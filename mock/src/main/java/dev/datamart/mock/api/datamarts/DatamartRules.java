package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tenancy settings and relationships must be. */
final class DatamartRules {

  private DatamartRules() {}

  /** Returns the settings, or refuses what is unknown or empty and TABLE without its mapping. */
  static @Nullable Tenancy tenancy(@Nullable TenancyDraft draft) {
    if (draft == null) {
      return null;
    }
    TenancyLevel level =
        Stream.of(TenancyLevel.values())
            .filter(known -> known.name().equals(draft.level()))
            .findFirst()
            .orElseThrow(() -> wrong(draft, "\"level\" must be one of TABLE, DATABASE"));
    String type = draft.clientColumnType();
    Map<String, @Nullable String> mapping = new LinkedHashMap<>();
    mapping.put("clientColumnType", type);
    mapping.put("schemaName", draft.schemaName());
    mapping.put("tableName", draft.tableName());
    mapping.put("tableClientNameColumn", draft.tableClientNameColumn());
    mapping.put("tablePrimaryKeyColumn", draft.tablePrimaryKeyColumn());
    mapping.forEach(
        (member, value) -> {
          if (value == null ? level == TenancyLevel.TABLE : value.isEmpty()) {
            throw wrong(draft, "\"" + member + "\" is required here");
          }
        });
    if (type != null && !Tenancy.COLUMN_TYPES.contains(type)) {
      throw wrong(draft, "\"clientColumnType\" must be one of NUMBER, STRING");
    }
    return new Tenancy(
        level,
        type,
        draft.schemaName(),
        draft.tableName(),
        draft.tableClientNameColumn(),
        draft.tablePrimaryKeyColumn());
  }

  private static Refusal wrong(TenancyDraft draft, String reason) {
    return Refusal.of(Problem.TENANCY_INVALID).at(draft, reason);
  }

  /** Relationships whose shape is right, before anybody knows what they lead to. */
  @FunctionalInterface
  interface Joins {

    /**
     * Returns them, or refuses one that leads out of the datamart's own tables and columns.
     *
     * @param earlier where the datamart's tables come from, if it may have shown others of them: an
     *     update leaves relationships that it does not name; null if it may not
     */
    List<Relationship> in(List<Table> tables, @Nullable Datasource earlier);
  }

  /** Looks at the shape of the relationships. */
  static Joins joins(List<? extends @Nullable RelationshipDraft> drafts) {
    List<Joins> joins = new ArrayList<>(drafts.size());
    for (RelationshipDraft draft : drafts) {
      String place = "relationships[" + joins.size() + "]";
      RelationshipDraft given = Require.value(draft, place);
      Relationship made = Require.of(given, () -> relationship(given, place));
      joins.add(
          (tables, earlier) -> {
            checkInside(made.parentTableName(), made.parentColumnName(), tables, earlier, given);
            checkInside(made.childTableName(), made.childColumnName(), tables, earlier, given);
            return List.of(made);
          });
    }
    return (tables, earlier) ->
        joins.stream().flatMap(join -> join.in(tables, earlier).stream()).toList();
  }

  private static Relationship relationship(RelationshipDraft draft, String place) {
    return new Relationship(
        Require.text(draft.parentTableName(), place + ".parentTableName"),
        Require.text(draft.parentColumnName(), place + ".parentColumnName"),
        Require.text(draft.childTableName(), place + ".childTableName"),
        Require.text(draft.childColumnName(), place + ".childColumnName"),
        Require.text(draft.relationshipName(), place + ".relationshipName"),
        Require.oneOf(draft.cardinality(), "relationships.cardinality", Relationship.CARDINALITIES),
        Require.oneOf(draft.join(), "relationships.join", Relationship.JOINS));
  }

  private static void checkInside(
      String tableName,
      String columnName,
      List<Table> tables,
      @Nullable Datasource earlier,
      RelationshipDraft draft) {
    // A column of a table that was shown earlier may have been a custom one, of any name.
    if (earlier != null && earlier.table(null, tableName).isPresent()) {
      return;
    }
    List<Table> named = tables.stream().filter(t -> t.name().equals(tableName)).toList();
    if (named.isEmpty()) {
      throw Refusal.of(Problem.TABLE_UNKNOWN)
          .at(draft, "the datamart has no table \"" + tableName + "\"");
    }
    if (named.stream().noneMatch(t -> t.hasColumn(columnName))) {
      throw Refusal.of(Problem.COLUMN_UNKNOWN)
          .at(draft, "the table \"" + tableName + "\" has no column \"" + columnName + "\"");
    }
  }
}
