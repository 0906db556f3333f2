package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.TenancySettings;
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
  static @Nullable Tenancy tenancy(@Nullable TenancySettings draft) {
    if (draft == null) {
      return null;
    }
    TenancyLevel level =
        Stream.of(TenancyLevel.values())
            .filter(known -> known.name().equals(String.valueOf(draft.getTenancyLevel())))
            .findFirst()
            .orElseThrow(() -> wrong(draft, "\"level\" must be one of TABLE, DATABASE"));
    Map<String, @Nullable String> mapping = new LinkedHashMap<>();
    mapping.put("clientColumnType", draft.getClientColumnType());
    mapping.put("schemaName", draft.getSchemaName());
    mapping.put("tableName", draft.getTableName());
    mapping.put("tableClientNameColumn", draft.getTableClientNameColumn());
    mapping.put("tablePrimaryKeyColumn", draft.getTablePrimaryKeyColumn());
    mapping.forEach(
        (member, value) -> {
          if (value == null ? level == TenancyLevel.TABLE : value.isEmpty()) {
            throw wrong(draft, "\"" + member + "\" is required here");
          }
        });
    String type = draft.getClientColumnType();
    if (type != null && !Tenancy.COLUMN_TYPES.contains(type)) {
      throw wrong(draft, "\"clientColumnType\" must be one of NUMBER, STRING");
    }
    return new Tenancy(
        level,
        type,
        draft.getSchemaName(),
        draft.getTableName(),
        draft.getTableClientNameColumn(),
        draft.getTablePrimaryKeyColumn());
  }

  private static Refusal wrong(TenancySettings draft, String reason) {
    return Refusal.of(Problem.TENANCY_INVALID).at(draft, reason);
  }

  /** A relationship whose shape is right, and what was said of it. */
  record Join(Object draft, Relationship made) {

    /**
     * Refuses one that leads out of the datamart's own tables and columns.
     *
     * @param earlier where the datamart's tables come from, if it may have shown others of them: an
     *     update leaves relationships that it does not name; null if it may not
     */
    Relationship in(List<Table> tables, @Nullable Datasource earlier) {
      checkInside(made.parentTableName(), made.parentColumnName(), tables, earlier);
      checkInside(made.childTableName(), made.childColumnName(), tables, earlier);
      return made;
    }

    private void checkInside(
        String tableName, String columnName, List<Table> tables, @Nullable Datasource earlier) {
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

  /** Looks at the shape of the relationships; null when none are given. */
  static @Nullable List<Join> joins(@Nullable List<dev.datamart.stub.model.Relationship> drafts) {
    if (drafts == null) {
      return null;
    }
    List<Join> joins = new ArrayList<>(drafts.size());
    for (dev.datamart.stub.model.Relationship draft : drafts) {
      String place = "relationships[" + joins.size() + "]";
      Require.value(draft, place);
      joins.add(new Join(draft, Require.of(draft, () -> relationship(draft, place))));
    }
    return joins;
  }

  private static Relationship relationship(
      dev.datamart.stub.model.Relationship draft, String place) {
    return new Relationship(
        Require.text(draft.getParentTableName(), place + ".parentTableName"),
        Require.text(draft.getParentColumnName(), place + ".parentColumnName"),
        Require.text(draft.getChildTableName(), place + ".childTableName"),
        Require.text(draft.getChildColumnName(), place + ".childColumnName"),
        Require.text(draft.getRelationshipName(), place + ".relationshipName"),
        Require.oneOf(
            draft.getCardinality(), "relationships.cardinality", Relationship.CARDINALITIES),
        Require.oneOf(draft.getJoin(), "relationships.join", Relationship.JOINS));
  }
}
