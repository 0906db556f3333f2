package dev.datamart.mock.http.rest;

import dev.datamart.mock.http.Call;
import dev.datamart.mock.http.mapping.DatamartAnswers;
import dev.datamart.mock.http.mapping.DatamartRequests;
import dev.datamart.mock.service.Datamarts;
import dev.datamart.mock.service.Page;
import dev.datamart.stub.api.DatamartsApi;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.CreateDatamartResponse;
import dev.datamart.stub.model.DeleteDatamartResponse;
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

  /** Answers both forms of the list. */
  public ListDatamartsResponse list(Page page, boolean isExpanded) {
    return Call.current().read(now -> DatamartAnswers.list(page.of(now.datamarts()), isExpanded));
  }

  @Override
  public CreateDatamartResponse createDatamart(CreateDatamartRequest body) {
    Call call = Call.current();
    call.change(Datamarts.create(DatamartRequests.draft(body), call.now()));
    return new CreateDatamartResponse().id(body.getName());
  }

  @Override
  public UpdateDatamartResponse updateDatamart(UpdateDatamartRequest body) {
    Call call = Call.current();
    call.change(Datamarts.update(DatamartRequests.draft(body), call.now()));
    return new UpdateDatamartResponse().id(body.getDatamartName());
  }

  @Override
  public DeleteDatamartResponse deleteDatamart(String datamartName) {
    Call.current().change(Datamarts.delete(datamartName));
    return new DeleteDatamartResponse().id(datamartName);
  }
}
