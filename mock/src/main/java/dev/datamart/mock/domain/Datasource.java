package dev.datamart.mock.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named database connection with its cached schema. No query ever runs against it. */
public record Datasource(
    String name, String id, boolean isAuthenticated, boolean isDisabled, List<SourceTable> tables)
    implements Keyed.Named {

  public Datasource {
    tables = List.copyOf(tables);
  }

  /** Returns the table of that name; without a schema name, the first one of that name. */
  public Optional<SourceTable> table(@Nullable String schemaName, String tableName) {
    for (SourceTable table : tables) {
      if (table.name().equals(tableName)
          && (schemaName == null || table.schemaName().equals(schemaName))) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }
}
