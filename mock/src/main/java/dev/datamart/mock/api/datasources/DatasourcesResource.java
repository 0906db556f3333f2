package dev.datamart.mock.api.datasources;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.workspaces.DiscoveryAnswers;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.DatasourcesApi;
import dev.datamart.stub.model.GetDatasourceSchemaResponse;
import dev.datamart.stub.model.ListDatasourcesResponse;
import org.jspecify.annotations.Nullable;

/** {@code /datasource}. */
public final class DatasourcesResource implements DatasourcesApi {

  @Override
  public ListDatasourcesResponse listDatasources(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return ApiCall.current().read(now -> DiscoveryAnswers.datasources(page.of(now.datasources())));
  }

  @Override
  public GetDatasourceSchemaResponse getDatasourceSchema(@Nullable String datasourceName) {
    String name = Require.text(datasourceName, "datasourceName");
    return ApiCall.current()
        .read(
            now ->
                DiscoveryAnswers.schema(
                    now.datasources()
                        .find(name)
                        .orElseThrow(() -> Refusal.of(Problem.DATASOURCE_UNKNOWN))));
  }
}
