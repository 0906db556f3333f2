package dev.datamart.mock.api.workspaces;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.MetricData;
import dev.datamart.mock.domain.MetricData.DataType;
import dev.datamart.mock.domain.MetricData.ResultColumn;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.LocatedJson.Reader;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workspaces in a seed, with their dashboards and metrics. */
public final class WorkspaceSeed {

  public static final SeedForm<Workspace> FORM =
      new SeedForm<>(
          Kind.WORKSPACE, at -> at.text("name"), WorkspaceSeed::read, WorkspaceSeed::written);

  private static final int MOST_ROWS = 10_000;

  private WorkspaceSeed() {}

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    String id = uuid(at.text("id"), "id", at);
    OrderedMap<Metric> metrics = keyed(at, "metrics", metric -> metric(metric, id));
    Workspace workspace =
        new Workspace(
            at.text("name"),
            id,
            at.list("datasources", LocatedJson::text),
            at.list("datamarts", LocatedJson::text),
            at.flag("isMultiDatasource", false),
            at.flag("isMultiDatamart", false),
            keyed(at, "dashboards", dashboard -> dashboard(dashboard, metrics, now)),
            metrics);
    return before -> {
      check(before, Kind.DATASOURCE, workspace.datasources(), Problem.DATASOURCE_UNKNOWN);
      check(before, Kind.DATAMART, workspace.datamarts(), Problem.DATAMART_NOT_FOUND);
      return before.with(workspace);
    };
  }

  private static void check(Organization in, Kind<?> kind, List<String> names, Problem otherwise) {
    for (String name : names) {
      Require.of(name, () -> Require.found(in, kind, name, otherwise));
    }
  }

  private static Dashboard dashboard(LocatedJson at, OrderedMap<Metric> metrics, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    return new Dashboard(
        at.text("id"),
        at.text("name"),
        created,
        at.time("updatedAt", created),
        at.list("metrics", metric -> oneOf(metrics, metric)));
  }

  private static Metric metric(LocatedJson at, String workspaceId) throws SeedException {
    String id = at.text("id");
    String own = at.optionalText("externalMetricId");
    return new Metric(
        id,
        at.text("name"),
        own == null ? Metric.ownId(workspaceId, id) : uuid(own, "externalMetricId", at),
        at.flag("isPublished", true),
        at.flag("isElement", false),
        data(at));
  }

  private static MetricData data(LocatedJson at) throws SeedException {
    List<ResultColumn> columns = at.list("columns", WorkspaceSeed::column);
    Set<String> names = columns.stream().map(ResultColumn::name).collect(Collectors.toSet());
    Integer rowCount = at.object("rowCount", WorkspaceSeed::count);
    return new MetricData(
        columns,
        at.list("rows", row -> row(row, names)),
        rowCount == null ? MetricData.ROW_COUNT : rowCount,
        at.flag("comparison", false));
  }

  private static Integer count(LocatedJson at) throws SeedException {
    if (at.plain() instanceof Integer count && count >= 0 && count <= MOST_ROWS) {
      return count;
    }
    throw at.refuse("\"rowCount\" must be a whole number from 0 to " + MOST_ROWS);
  }

  private static ResultColumn column(LocatedJson at) throws SeedException {
    String type = at.text("dataType");
    DataType known =
        Stream.of(DataType.values())
            .filter(each -> each.toString().equals(type))
            .findFirst()
            .orElseThrow(() -> at.refuse("\"dataType\" must be string, number, date or boolean"));
    return new ResultColumn(at.text("name"), known);
  }

  private static Map<String, Object> row(LocatedJson at, Set<String> columns) throws SeedException {
    Map<String, Object> row = new LinkedHashMap<>();
    if (!(at.plain() instanceof Map<?, ?> members)) {
      throw at.refuse("a row must be an object");
    }
    members.forEach((name, value) -> row.put(String.valueOf(name), value));
    for (String name : row.keySet()) {
      if (!columns.contains(name)) {
        throw at.refuse("\"" + name + "\" is none of the metric's \"columns\"");
      }
    }
    return Collections.unmodifiableMap(row);
  }

  private static String oneOf(OrderedMap<Metric> metrics, LocatedJson at) throws SeedException {
    String id = at.text();
    if (!metrics.has(id)) {
      throw at.refuse("the workspace has no metric \"" + id + "\"");
    }
    return id;
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

  private static String uuid(String text, String member, LocatedJson at) throws SeedException {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException malformed) {
      throw at.refuse("\"" + member + "\" must be a UUID");
    }
  }

  /** What a seed says of a workspace: nothing of a metric's data where there is nothing to say. */
  private static Object written(Workspace workspace) {
    return new Written(
        workspace.name(),
        workspace.id(),
        workspace.datasources(),
        workspace.datamarts(),
        workspace.isMultiDatasource(),
        workspace.isMultiDatamart(),
        workspace.dashboards(),
        workspace.metrics().all().stream().map(WrittenMetric::of).toList());
  }

  private record Written(
      String name,
      String id,
      List<String> datasources,
      List<String> datamarts,
      boolean isMultiDatasource,
      boolean isMultiDatamart,
      OrderedMap<Dashboard> dashboards,
      List<WrittenMetric> metrics) {}

  private record WrittenMetric(
      String id,
      String name,
      String externalMetricId,
      boolean isPublished,
      boolean isElement,
      @Nullable List<WrittenColumn> columns,
      @Nullable List<Map<String, Object>> rows,
      @Nullable Integer rowCount,
      @Nullable Boolean comparison) {

    static WrittenMetric of(Metric metric) {
      MetricData data = metric.data();
      return new WrittenMetric(
          metric.id(),
          metric.name(),
          metric.externalMetricId(),
          metric.isPublished(),
          metric.isElement(),
          data.columns().isEmpty()
              ? null
              : data.columns().stream()
                  .map(column -> new WrittenColumn(column.name(), column.dataType().toString()))
                  .toList(),
          data.rows().isEmpty() ? null : data.rows(),
          data.rowCount() == MetricData.ROW_COUNT ? null : data.rowCount(),
          data.comparison() ? true : null);
    }
  }

  private record WrittenColumn(String name, String dataType) {}
}
