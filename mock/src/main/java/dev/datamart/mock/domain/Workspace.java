package dev.datamart.mock.domain;

import java.util.List;

/**
 * A container of dashboards and metrics, connected to datasources or datamarts by name.
 *
 * @param isMultiDatasource whether it was set up for several datasources
 * @param isMultiDatamart whether it was set up for several datamarts
 */
public record Workspace(
    String name,
    String id,
    List<String> datasources,
    List<String> datamarts,
    boolean isMultiDatasource,
    boolean isMultiDatamart,
    OrderedMap<Dashboard> dashboards,
    OrderedMap<Metric> metrics)
    implements Keyed {

  public Workspace {
    datasources = List.copyOf(datasources);
    datamarts = List.copyOf(datamarts);
  }

  @Override
  public String key() {
    return name;
  }

  /** Returns the workspace connected to just these datamarts. */
  public Workspace withDatamarts(List<String> names) {
    return new Workspace(
        name, id, datasources, names, isMultiDatasource, isMultiDatamart, dashboards, metrics);
  }

  /** Returns the workspace with this dashboard in the place of the one with its identifier. */
  public Workspace with(Dashboard dashboard) {
    return new Workspace(
        name,
        id,
        datasources,
        datamarts,
        isMultiDatasource,
        isMultiDatamart,
        dashboards.with(dashboard),
        metrics);
  }
}
