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
    List<String> datasourceNames,
    List<String> datamartNames,
    boolean isMultiDatasource,
    boolean isMultiDatamart,
    OrderedMap<Dashboard> dashboards,
    OrderedMap<Metric> metrics)
    implements Keyed {

  public Workspace {
    datasourceNames = List.copyOf(datasourceNames);
    datamartNames = List.copyOf(datamartNames);
  }

  @Override
  public String key() {
    return name;
  }

  /** Returns the workspace without its connection to that datamart. */
  Workspace withoutDatamart(String datamartName) {
    return withDatamarts(datamartNames.stream().filter(n -> !n.equals(datamartName)).toList());
  }

  /** Returns the workspace connected to just these datamarts. */
  public Workspace withDatamarts(List<String> names) {
    return new Workspace(
        name, id, datasourceNames, names, isMultiDatasource, isMultiDatamart, dashboards, metrics);
  }

  /** Returns the workspace with this dashboard in the place of the one with its identifier. */
  public Workspace with(Dashboard dashboard) {
    return new Workspace(
        name,
        id,
        datasourceNames,
        datamartNames,
        isMultiDatasource,
        isMultiDatamart,
        dashboards.with(dashboard),
        metrics);
  }
}
