package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column that a datamart shows.
 *
 * @param name the column's name in the datasource, or the custom column's own
 * @param datatype as the datasource has it; null for a custom column
 * @param sql the expression of a custom column; null for any other
 */
public record Column(
    String name,
    @Nullable String datatype,
    @Nullable String alias,
    @Nullable String label,
    boolean isHide,
    boolean isCustomColumn,
    @Nullable String sql,
    boolean isApplyTimezone) {

  public Column {
    requireNonNull(name, "name");
  }
}
