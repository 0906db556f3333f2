package dev.datamart.mock.domain;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A container of dashboards and metrics, connected to datasources or datamarts by name.
 *
 * @param isMultiDatasource whether it was set up for several datasources
 * @param isMultiDatamart whether it was set up for several datamarts
 */
@RecordBuilder
public record Workspace(
    String name,
    String id,
    List<String> datasources,
    List<String> datamarts,
    boolean isMultiDatasource,
    boolean isMultiDatamart,
    OrderedMap<Dashboard> dashboards,
    OrderedMap<Metric> metrics)
    implements Keyed.Named, WorkspaceBuilder.With {

  public Workspace {
    datasources = List.copyOf(datasources);
    datamarts = List.copyOf(datamarts);
  }
}
