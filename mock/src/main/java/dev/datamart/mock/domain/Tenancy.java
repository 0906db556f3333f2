package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The tenancy settings of a datamart; all but the level are required with {@link
 * TenancyLevel#TABLE}.
 *
 * @param clientColumnType {@code NUMBER} or {@code STRING}
 */
public record Tenancy(
    TenancyLevel level,
    @Nullable String clientColumnType,
    @Nullable String schemaName,
    @Nullable String tableName,
    @Nullable String tableClientNameColumn,
    @Nullable String tablePrimaryKeyColumn) {

  public Tenancy {
    requireNonNull(level, "level");
  }
}
