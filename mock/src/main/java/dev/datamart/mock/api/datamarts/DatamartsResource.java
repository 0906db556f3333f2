package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.stub.api.DatamartsApi;
import dev.datamart.stub.api.DatamartsLegacyApi;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.CreateDatamartResponse;
import dev.datamart.stub.model.DeleteDatamartLegacyRequest;
import dev.datamart.stub.model.DeleteDatamartResponse;
import dev.datamart.stub.model.ListDatamartsLegacyRequest;
import dev.datamart.stub.model.ListDatamartsResponse;
import dev.datamart.stub.model.UpdateDatamartRequest;
import dev.datamart.stub.model.UpdateDatamartResponse;

/** {@code /data-app/datamarts}, and the singular {@code /data-app/datamart} for delete. */
public final class DatamartsResource implements DatamartsApi {

  @Override
  public ListDatamartsResponse listDatamarts(
      String isPagination, String pageNumber, String expandDetails) {
    return list(Page.ofQuery(isPagination, pageNumber), !"false".equals(expandDetails));
  }

  private static ListDatamartsResponse list(Page page, boolean isExpanded) {
    return ApiCall.current()
        .read(now -> DatamartAnswers.list(page.of(now.datamarts()), isExpanded));
  }

  @Override
  public CreateDatamartResponse createDatamart(CreateDatamartRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Datamarts.create(body, call.now(), call.now()));
    return new CreateDatamartResponse().id(body.getName());
  }

  @Override
  public UpdateDatamartResponse updateDatamart(UpdateDatamartRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Datamarts.update(body, call.now()));
    return new UpdateDatamartResponse().id(body.getDatamartName());
  }

  @Override
  public DeleteDatamartResponse deleteDatamart(String datamartName) {
    ApiCall.current().change(Datamarts.delete(datamartName));
    return new DeleteDatamartResponse().id(datamartName);
  }

  /** {@code POST /dataApp/datamart/…}. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements DatamartsLegacyApi {

    private final DatamartsResource datamarts = new DatamartsResource();

    @Override
    public ListDatamartsResponse listDatamartsLegacy(ListDatamartsLegacyRequest body) {
      return list(
          Page.ofBody(body.getIsPagination(), body.getPageNumber()),
          !Boolean.FALSE.equals(body.getExpandDetails()));
    }

    @Override
    public CreateDatamartResponse createDatamartLegacy(CreateDatamartRequest body) {
      return datamarts.createDatamart(body);
    }

    @Override
    public DeleteDatamartResponse deleteDatamartLegacy(DeleteDatamartLegacyRequest body) {
      return datamarts.deleteDatamart(body.getDatamartName());
    }
  }
}
