package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The datamarts of an organization. Each method looks at the shape of the request at once and
 * returns a change that looks at what exists when it is applied.
 */
public final class Datamarts {

  private Datamarts() {}

  /** Adds a datamart; its name must be free and everything it refers to must exist. */
  public static UnaryOperator<Organization> create(DatamartDraft draft, Instant now) {
    String name = Require.text(draft.name(), "name");
    String datasourceName = Require.text(draft.datasourceName(), "datasourceName");
    List<? extends @Nullable TableDraft> tableList = Require.value(draft.tables(), "tableList");
    TableRules.checkShape(tableList);
    List<Relationship> relationships =
        draft.relationships() == null
            ? List.of()
            : DatamartRules.relationships(draft.relationships());
    Tenancy tenancy = DatamartRules.tenancy(draft.tenancy());

    return before -> {
      Datasource datasource =
          before
              .datasources()
              .find(datasourceName)
              .orElseThrow(() -> Refusal.of(Problem.DATASOURCE_UNKNOWN));
      if (before.datamarts().has(name)) {
        throw Refusal.of(Problem.DATAMART_EXISTS);
      }
      List<Table> tables = TableRules.resolve(tableList, datasource);
      DatamartRules.checkInside(relationships, tables);
      return before.with(
          new Datamart(name, datasourceName, tables, tenancy, relationships, now, now));
    };
  }

  /**
   * Replaces the parts of a datamart that the draft has; what it leaves out stays. Relationships
   * are checked when they are given: those that stay are not looked at again.
   */
  public static UnaryOperator<Organization> update(DatamartDraft draft, Instant now) {
    String name = Require.text(draft.name(), "datamartName");
    List<? extends @Nullable TableDraft> tableList = draft.tables();
    if (tableList != null) {
      TableRules.checkShape(tableList);
    }
    List<Relationship> relationships =
        draft.relationships() == null ? null : DatamartRules.relationships(draft.relationships());
    Tenancy tenancy = DatamartRules.tenancy(draft.tenancy());

    return before -> {
      Datamart old = find(before, name);
      List<Table> tables =
          tableList == null
              ? old.tables()
              : TableRules.resolve(tableList, datasourceOf(before, old));
      if (relationships != null) {
        DatamartRules.checkInside(relationships, tables);
      }
      return before.with(
          new Datamart(
              name,
              old.datasourceName(),
              tables,
              tenancy == null ? old.tenancy() : tenancy,
              relationships == null ? old.relationships() : relationships,
              old.createdAt(),
              now));
    };
  }

  /**
   * Removes a datamart for good, with every embed of every data app that reads it, and leaves
   * workspaces that were connected to it without that connection.
   */
  public static UnaryOperator<Organization> delete(@Nullable String datamartName) {
    String name = Require.text(datamartName, "datamartName");

    return before -> before.withoutDatamart(find(before, name).name());
  }

  private static Datamart find(Organization organization, String name) {
    return organization
        .datamarts()
        .find(name)
        .orElseThrow(() -> Refusal.of(Problem.DATAMART_NOT_FOUND));
  }

  private static Datasource datasourceOf(Organization organization, Datamart datamart) {
    return organization
        .datasources()
        .find(datamart.datasourceName())
        .orElseThrow(() -> Refusal.of(Problem.DATASOURCE_UNKNOWN));
  }
}
