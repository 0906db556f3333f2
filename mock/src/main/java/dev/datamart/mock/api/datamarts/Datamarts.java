package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.datamarts.DatamartRules.Join;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.TableDefinition;
import dev.datamart.stub.model.UpdateDatamartRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The datamarts of an organization. Each method looks at the shape of the request at once and
 * returns a change that looks at what exists when it is applied.
 */
public final class Datamarts {

  private static final Duration TICK = Duration.ofMillis(1);

  private Datamarts() {}

  /**
   * Adds a datamart; its name must be free and everything it refers to must exist.
   *
   * @param updatedAt another moment than the first where it has been updated since it was made
   */
  static UnaryOperator<Organization> create(
      CreateDatamartRequest draft, Instant createdAt, Instant updatedAt) {
    String name = Require.text(draft.getName(), "name");
    String datasourceName = Require.text(draft.getDatasourceName(), "datasourceName");
    List<TableDefinition> tables = Require.value(draft.getTableList(), "tableList");
    TableRules.check(tables);
    List<Join> joins = DatamartRules.joins(draft.getRelationships());
    Tenancy tenancy = DatamartRules.tenancy(draft.getTenancySettings());

    return before -> {
      Datasource datasource = datasource(before, datasourceName, draft);
      if (before.datamarts().has(name)) {
        throw Refusal.of(Problem.DATAMART_EXISTS);
      }
      List<Table> found = TableRules.found(tables, datasource);
      Datasource earlier = updatedAt.equals(createdAt) ? null : datasource;
      List<Relationship> joined = joins == null ? List.of() : joined(joins, found, earlier);
      return before.with(
          new Datamart(name, datasourceName, found, tenancy, joined, createdAt, updatedAt));
    };
  }

  /**
   * Replaces the parts of a datamart that the draft has; what it leaves out stays. Relationships
   * are checked when they are given: those that stay are not looked at again.
   */
  static UnaryOperator<Organization> update(UpdateDatamartRequest draft, Instant now) {
    String name = Require.text(draft.getDatamartName(), "datamartName");
    List<TableDefinition> tables = draft.getTableList();
    if (tables != null) {
      TableRules.check(tables);
    }
    List<Join> joins = DatamartRules.joins(draft.getRelationships());
    Tenancy tenancy = DatamartRules.tenancy(draft.getTenancySettings());

    return before -> {
      Datamart old = find(before, name);
      List<Table> found =
          tables == null
              ? old.tables()
              : TableRules.found(tables, datasource(before, old.datasourceName(), draft));
      return before.with(
          new Datamart(
              name,
              old.datasourceName(),
              found,
              tenancy == null ? old.tenancy() : tenancy,
              joins == null ? old.relationships() : joined(joins, found, null),
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

  private static List<Relationship> joined(
      List<Join> joins, List<Table> tables, @Nullable Datasource earlier) {
    return joins.stream().map(join -> join.in(tables, earlier)).toList();
  }

  private static Datamart find(Organization organization, String name) {
    return Require.found(organization, Kind.DATAMART, name, Problem.DATAMART_NOT_FOUND);
  }

  private static Datasource datasource(Organization organization, String name, Object draft) {
    return Require.of(
        draft,
        () -> Require.found(organization, Kind.DATASOURCE, name, Problem.DATASOURCE_UNKNOWN));
  }
}
