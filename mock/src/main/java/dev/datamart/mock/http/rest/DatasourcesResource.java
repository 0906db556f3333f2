package dev.datamart.mock.http.rest;

import dev.datamart.mock.http.Call;
import dev.datamart.mock.http.mapping.DiscoveryAnswers;
import dev.datamart.mock.problem.Problem;
import dev.datamart.mock.service.Page;
import dev.datamart.mock.service.Require;
import dev.datamart.stub.api.DatasourcesApi;
import dev.datamart.stub.model.GetDatasourceSchemaResponse;
import dev.datamart.stub.model.ListDatasourcesResponse;
import org.jspecify.annotations.Nullable;

/** {@code /datasource}. */
public final class DatasourcesResource implements DatasourcesApi {

  @Override
  public ListDatasourcesResponse listDatasources(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return Call.current().read(now -> DiscoveryAnswers.datasources(page.of(now.datasources())));
  }

  @Override
  public GetDatasourceSchemaResponse getDatasourceSchema(@Nullable String datasourceName) {
    String name = Require.text(datasourceName, "datasourceName");
    return Call.current()
        .read(
            now ->
                DiscoveryAnswers.schema(
                    now.datasources().find(name).orElseThrow(Problem.DATASOURCE_UNKNOWN::raise)));
  }
}
