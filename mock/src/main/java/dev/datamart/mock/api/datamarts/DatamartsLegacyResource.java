package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Page;
import dev.datamart.stub.api.DatamartsLegacyApi;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.CreateDatamartResponse;
import dev.datamart.stub.model.DeleteDatamartLegacyRequest;
import dev.datamart.stub.model.DeleteDatamartResponse;
import dev.datamart.stub.model.ListDatamartsLegacyRequest;
import dev.datamart.stub.model.ListDatamartsResponse;

/** {@code POST /dataApp/datamart/…}. */
@SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
public final class DatamartsLegacyResource implements DatamartsLegacyApi {

  private final DatamartsResource datamarts = new DatamartsResource();

  @Override
  public ListDatamartsResponse listDatamartsLegacy(ListDatamartsLegacyRequest body) {
    return datamarts.list(
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
