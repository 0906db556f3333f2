package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.domain.TenancyLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a datamart, before any rule has looked at it. Null is left out.
 *
 * @param datasourceName asked for on creation only
 */
public record DatamartDraft(
    @Nullable String name,
    @Nullable String datasourceName,
    @Nullable List<? extends @Nullable TableDraft> tables,
    @Nullable TenancyDraft tenancy,
    @Nullable List<? extends @Nullable RelationshipDraft> relationships) {

  /** One entry of {@code tableList}. */
  public record TableDraft(
      @Nullable String schemaName,
      @Nullable String name,
      @Nullable String label,
      @Nullable String clientColumn,
      boolean isHide,
      @Nullable List<? extends @Nullable ColumnDraft> columns) {}

  /** One entry of a table's {@code columns}. */
  public record ColumnDraft(
      @Nullable String name,
      @Nullable String alias,
      @Nullable String label,
      boolean isHide,
      boolean isCustomColumn,
      @Nullable String sql) {}

  /** The {@code tenancySettings}. */
  public record TenancyDraft(
      @Nullable TenancyLevel level,
      @Nullable String clientColumnType,
      @Nullable String schemaName,
      @Nullable String tableName,
      @Nullable String tableClientNameColumn,
      @Nullable String tablePrimaryKeyColumn) {}

  /** One entry of {@code relationships}. */
  public record RelationshipDraft(
      @Nullable String parentTableName,
      @Nullable String parentColumnName,
      @Nullable String childTableName,
      @Nullable String childColumnName,
      @Nullable String relationshipName,
      @Nullable String cardinality,
      @Nullable String join) {}
}
