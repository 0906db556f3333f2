package dev.datamart.mock.api.datamarts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request or a seed says of a datamart, before any rule has looked at it. Null is left out.
 *
 * @param datasourceName asked for on creation only
 */
record DatamartDraft(
    @Nullable String name,
    @Nullable String datasourceName,
    @Nullable List<? extends @Nullable TableDraft> tables,
    @Nullable TenancyDraft tenancy,
    @Nullable List<? extends @Nullable RelationshipDraft> relationships) {

  /** One entry of {@code tableList}. */
  record TableDraft(
      @Nullable String schemaName,
      @Nullable String name,
      @Nullable String label,
      @Nullable String clientColumn,
      boolean isHide,
      @Nullable List<? extends @Nullable ColumnDraft> columns) {}

  /**
   * One entry of a table's {@code columns}.
   *
   * @param datatype in a seed, another than the datasource has; a request cannot say it
   * @param isApplyTimezone in a seed only, likewise
   */
  record ColumnDraft(
      @Nullable String name,
      @Nullable String datatype,
      @Nullable String alias,
      @Nullable String label,
      boolean isHide,
      boolean isCustomColumn,
      @Nullable String sql,
      boolean isApplyTimezone) {}

  /** The {@code tenancySettings}. */
  record TenancyDraft(
      @Nullable String level,
      @Nullable String clientColumnType,
      @Nullable String schemaName,
      @Nullable String tableName,
      @Nullable String tableClientNameColumn,
      @Nullable String tablePrimaryKeyColumn) {}

  /** One entry of {@code relationships}. */
  record RelationshipDraft(
      @Nullable String parentTableName,
      @Nullable String parentColumnName,
      @Nullable String childTableName,
      @Nullable String childColumnName,
      @Nullable String relationshipName,
      @Nullable String cardinality,
      @Nullable String join) {}
}
