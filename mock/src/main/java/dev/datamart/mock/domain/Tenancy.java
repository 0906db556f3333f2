package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tenancy settings of a datamart; all but the level are required with {@link
 * TenancyLevel#TABLE}.
 *
 * @param clientColumnType one of {@link #COLUMN_TYPES}
 */
public record Tenancy(
    TenancyLevel level,
    @Nullable String clientColumnType,
    @Nullable String schemaName,
    @Nullable String tableName,
    @Nullable String tableClientNameColumn,
    @Nullable String tablePrimaryKeyColumn) {

  public static final List<String> COLUMN_TYPES = List.of("NUMBER", "STRING");

  public Tenancy {
    requireNonNull(level, "level");
  }
}
