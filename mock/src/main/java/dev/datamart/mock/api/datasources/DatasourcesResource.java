package dev.datamart.mock.api.datasources;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.DatasourcesApi;
import dev.datamart.stub.model.DatasourceItem;
import dev.datamart.stub.model.DatasourceSchema;
import dev.datamart.stub.model.GetDatasourceSchemaResponse;
import dev.datamart.stub.model.ListDatasourcesResponse;
import dev.datamart.stub.model.SchemaColumn;
import dev.datamart.stub.model.SchemaTable;
import org.jspecify.annotations.Nullable;

/** {@code /datasource}. */
public final class DatasourcesResource implements DatasourcesApi {

  @Override
  public ListDatasourcesResponse listDatasources(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return new ListDatasourcesResponse()
        .data(
            ApiCall.current().read(now -> page.map(now.datasources(), DatasourcesResource::item)));
  }

  @Override
  public GetDatasourceSchemaResponse getDatasourceSchema(@Nullable String datasourceName) {
    String name = Require.text(datasourceName, "datasourceName");
    return ApiCall.current()
        .read(now -> schema(Require.found(now.datasources(), name, Problem.DATASOURCE_UNKNOWN)));
  }

  private static DatasourceItem item(Datasource datasource) {
    return new DatasourceItem()
        .name(datasource.name())
        .isAuthenticated(datasource.isAuthenticated())
        .isDisabled(datasource.isDisabled());
  }

  private static GetDatasourceSchemaResponse schema(Datasource datasource) {
    int columns = datasource.tables().stream().mapToInt(t -> t.columns().size()).sum();
    return new GetDatasourceSchemaResponse()
        .data(
            new DatasourceSchema()
                .datasourceName(datasource.name())
                .datasourceId(datasource.id())
                .tables(datasource.tables().stream().map(DatasourcesResource::table).toList())
                .tableCount(datasource.tables().size())
                .columnCount(columns));
  }

  private static SchemaTable table(SourceTable table) {
    return new SchemaTable()
        .name(table.name())
        .schema(table.schemaName())
        .columns(
            table.columns().stream()
                .map(c -> new SchemaColumn().name(c.name()).dataType(c.dataType()))
                .toList());
  }
}
