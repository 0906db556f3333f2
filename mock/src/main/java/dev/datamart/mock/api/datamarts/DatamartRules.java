package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tenancy settings and relationships must be. */
final class DatamartRules {

  private DatamartRules() {}

  /** Returns the settings, or refuses an unknown level and a TABLE level without its mapping. */
  static @Nullable Tenancy tenancy(@Nullable TenancyDraft draft) {
    if (draft == null) {
      return null;
    }
    TenancyLevel level = draft.level();
    boolean isMapped =
        Stream.of(
                draft.clientColumnType(),
                draft.schemaName(),
                draft.tableName(),
                draft.tableClientNameColumn(),
                draft.tablePrimaryKeyColumn())
            .allMatch(member -> member != null && !member.isEmpty());
    if (level == null || (level == TenancyLevel.TABLE && !isMapped)) {
      throw Refusal.of(Problem.TENANCY_INVALID);
    }
    return new Tenancy(
        level,
        draft.clientColumnType(),
        draft.schemaName(),
        draft.tableName(),
        draft.tableClientNameColumn(),
        draft.tablePrimaryKeyColumn());
  }

  /** Returns the relationships, or refuses one that lacks a name. */
  static List<Relationship> relationships(List<? extends @Nullable RelationshipDraft> drafts) {
    List<Relationship> relationships = new ArrayList<>(drafts.size());
    for (RelationshipDraft draft : drafts) {
      String place = "relationships[" + relationships.size() + "]";
      RelationshipDraft r = Require.value(draft, place);
      relationships.add(
          new Relationship(
              Require.text(r.parentTableName(), place + ".parentTableName"),
              Require.text(r.parentColumnName(), place + ".parentColumnName"),
              Require.text(r.childTableName(), place + ".childTableName"),
              Require.text(r.childColumnName(), place + ".childColumnName"),
              Require.text(r.relationshipName(), place + ".relationshipName"),
              r.cardinality(),
              r.join()));
    }
    return relationships;
  }

  /** Refuses relationships that lead out of the datamart's own tables and columns. */
  static void checkInside(List<Relationship> relationships, List<Table> tables) {
    for (Relationship r : relationships) {
      checkInside(r.parentTableName(), r.parentColumnName(), tables);
      checkInside(r.childTableName(), r.childColumnName(), tables);
    }
  }

  private static void checkInside(String tableName, String columnName, List<Table> tables) {
    List<Table> named = tables.stream().filter(t -> t.name().equals(tableName)).toList();
    if (named.isEmpty()) {
      throw Refusal.of(Problem.TABLE_UNKNOWN);
    }
    if (named.stream().noneMatch(t -> t.hasColumn(columnName))) {
      throw Refusal.of(Problem.COLUMN_UNKNOWN);
    }
  }
}
