package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that a datamart has chosen, with the columns it shows.
 *
 * @param clientColumn the column that tells tenants apart, where one was named
 */
public record Table(
    String schemaName,
    String name,
    @Nullable String label,
    @Nullable String clientColumn,
    boolean isHide,
    List<Column> columns) {

  public Table {
    requireNonNull(schemaName, "schemaName");
    requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }

  /** Returns whether it shows a column of exactly that name. */
  public boolean hasColumn(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }
}
