package dev.datamart.mock.domain;

import java.util.List;
import java.util.Optional;

/** A table as the datasource's cached schema has it. */
public record SourceTable(String schemaName, String name, List<SourceColumn> columns) {

  public SourceTable {
    columns = List.copyOf(columns);
  }

  /** Returns the column of exactly that name. */
  public Optional<SourceColumn> column(String columnName) {
    for (SourceColumn column : columns) {
      if (column.name().equals(columnName)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
