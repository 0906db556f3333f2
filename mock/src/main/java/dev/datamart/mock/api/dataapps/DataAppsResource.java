package dev.datamart.mock.api.dataapps;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.stub.api.DataAppsApi;
import dev.datamart.stub.model.CreateDataAppRequest;
import dev.datamart.stub.model.CreateDataAppResponse;
import dev.datamart.stub.model.DeleteDataAppResponse;
import dev.datamart.stub.model.ListDataAppsResponse;

/** {@code /data-app}. */
public final class DataAppsResource implements DataAppsApi {

  @Override
  public ListDataAppsResponse listDataApps(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return ApiCall.current().read(now -> DataAppAnswers.list(page.of(now.dataApps())));
  }

  @Override
  public CreateDataAppResponse createDataApp(CreateDataAppRequest body) {
    ApiCall call = ApiCall.current();
    call.change(DataApps.create(body.getName(), call.now()));
    return new CreateDataAppResponse().name(body.getName());
  }

  @Override
  public DeleteDataAppResponse deleteDataApp(String name) {
    ApiCall.current().change(DataApps.delete(name));
    return new DeleteDataAppResponse().name(name);
  }
}
