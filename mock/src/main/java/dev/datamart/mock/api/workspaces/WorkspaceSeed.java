package dev.datamart.mock.api.workspaces;

import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.LocatedJson.Reader;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Workspaces in a seed, with their dashboards and metrics. */
public final class WorkspaceSeed {

  public static final SeedForm<Workspace> FORM =
      SeedForm.of(Kind.WORKSPACE, "name", WorkspaceSeed::read);

  private WorkspaceSeed() {}

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Workspace workspace =
        new Workspace(
            at.text("name"),
            uuid(at.text("id"), at),
            at.list("datasources", LocatedJson::text),
            at.list("datamarts", LocatedJson::text),
            at.flag("isMultiDatasource", false),
            at.flag("isMultiDatamart", false),
            keyed(at, "dashboards", dashboard -> dashboard(dashboard, now)),
            keyed(at, "metrics", metric -> new Metric(metric.text("id"), metric.text("name"))));
    return before -> {
      check(before, Kind.DATASOURCE, workspace.datasources(), Problem.DATASOURCE_UNKNOWN);
      check(before, Kind.DATAMART, workspace.datamarts(), Problem.DATAMART_NOT_FOUND);
      return before.with(workspace);
    };
  }

  private static void check(Organization in, Kind<?> kind, List<String> names, Problem otherwise) {
    for (String name : names) {
      if (!in.of(kind).has(name)) {
        throw Refusal.of(otherwise).at(name, "there is no " + kind.label() + " \"" + name + "\"");
      }
    }
  }

  private static Dashboard dashboard(LocatedJson at, Instant now) throws SeedException {
    Instant created = at.time("createdAt", now);
    return new Dashboard(at.text("id"), at.text("name"), created, at.time("updatedAt", created));
  }

  private static <T extends Keyed> OrderedMap<T> keyed(
      LocatedJson at, String member, Reader<T> reader) throws SeedException {
    OrderedMap<T> map = OrderedMap.empty();
    for (LocatedJson item : at.list(member)) {
      T thing = item.read(reader);
      if (map.has(thing.key())) {
        throw item.refuse("\"" + thing.key() + "\" is there already");
      }
      map = map.with(thing);
    }
    return map;
  }

  private static String uuid(String text, LocatedJson at) throws SeedException {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException malformed) {
      throw at.refuse("\"id\" must be a UUID");
    }
  }
}
