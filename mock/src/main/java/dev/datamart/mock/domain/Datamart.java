package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named choice of tables and columns of one datasource. Its name is its identity. */
public record Datamart(
    String name,
    String datasourceName,
    List<Table> tables,
    @Nullable Tenancy tenancy,
    List<Relationship> relationships,
    Instant createdAt,
    Instant updatedAt)
    implements Keyed.Named {

  public Datamart {
    requireNonNull(name, "name");
    requireNonNull(datasourceName, "datasourceName");
    tables = List.copyOf(tables);
    relationships = List.copyOf(relationships);
    requireNonNull(createdAt, "createdAt");
    requireNonNull(updatedAt, "updatedAt");
  }

  /** Returns the chosen table of exactly that name. */
  public Optional<Table> table(String tableName) {
    return tables.stream().filter(t -> t.name().equals(tableName)).findFirst();
  }

  public boolean hasTableTenancy() {
    return tenancy != null && tenancy.level() == TenancyLevel.TABLE;
  }
}
