package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.datamarts.DatamartRules.Joins;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The datamarts of an organization. Each method looks at the shape of the request at once and
 * returns a change that looks at what exists when it is applied.
 */
public final class Datamarts {

  private static final Duration TICK = Duration.ofMillis(1);

  private Datamarts() {}

  /** Adds a datamart; its name must be free and everything it refers to must exist. */
  static UnaryOperator<Organization> create(DatamartDraft draft, Instant now) {
    return create(draft, now, now);
  }

  /** Adds a datamart that may have been updated since it was made. */
  static UnaryOperator<Organization> create(
      DatamartDraft draft, Instant createdAt, Instant updatedAt) {
    String name = Require.text(draft.name(), "name");
    String datasourceName = Require.text(draft.datasourceName(), "datasourceName");
    Function<Datasource, List<Table>> tables =
        TableRules.tables(Require.value(draft.tables(), "tableList"));
    Joins joins = joins(draft);
    Tenancy tenancy = DatamartRules.tenancy(draft.tenancy());

    return before -> {
      Datasource datasource = datasource(before, datasourceName, draft);
      if (before.datamarts().has(name)) {
        throw Refusal.of(Problem.DATAMART_EXISTS);
      }
      List<Table> found = tables.apply(datasource);
      boolean wasUpdated = !updatedAt.equals(createdAt);
      return before.with(
          new Datamart(
              name,
              datasourceName,
              found,
              tenancy,
              joins == null ? List.of() : joins.in(found, wasUpdated ? datasource : null),
              createdAt,
              updatedAt));
    };
  }

  /**
   * Replaces the parts of a datamart that the draft has; what it leaves out stays. Relationships
   * are checked when they are given: those that stay are not looked at again.
   */
  static UnaryOperator<Organization> update(DatamartDraft draft, Instant now) {
    String name = Require.text(draft.name(), "datamartName");
    Function<Datasource, List<Table>> tables =
        draft.tables() == null ? null : TableRules.tables(draft.tables());
    Joins joins = joins(draft);
    Tenancy tenancy = DatamartRules.tenancy(draft.tenancy());

    return before -> {
      Datamart old = find(before, name);
      List<Table> found =
          tables == null
              ? old.tables()
              : tables.apply(datasource(before, old.datasourceName(), draft));
      return before.with(
          new Datamart(
              name,
              old.datasourceName(),
              found,
              tenancy == null ? old.tenancy() : tenancy,
              joins == null ? old.relationships() : joins.in(found, null),
              old.createdAt(),
              // An update shows by its time, on a clock that stands still too.
              now.equals(old.createdAt()) ? now.plus(TICK) : now));
    };
  }

  /**
   * Removes a datamart for good, with every embed of every data app that reads it, and leaves
   * workspaces that were connected to it without that connection.
   */
  public static UnaryOperator<Organization> delete(@Nullable String datamartName) {
    String name = Require.text(datamartName, "datamartName");

    return before -> before.without(Kind.DATAMART, find(before, name).name());
  }

  private static @Nullable Joins joins(DatamartDraft draft) {
    return draft.relationships() == null ? null : DatamartRules.joins(draft.relationships());
  }

  private static Datamart find(Organization organization, String name) {
    return organization
        .datamarts()
        .find(name)
        .orElseThrow(() -> Refusal.of(Problem.DATAMART_NOT_FOUND));
  }

  private static Datasource datasource(
      Organization organization, String name, DatamartDraft draft) {
    return organization
        .datasources()
        .find(name)
        .orElseThrow(
            () ->
                Refusal.of(Problem.DATASOURCE_UNKNOWN)
                    .at(draft, "there is no datasource \"" + name + "\""));
  }
}
