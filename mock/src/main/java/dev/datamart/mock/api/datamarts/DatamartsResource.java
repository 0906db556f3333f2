package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.stub.api.DatamartsApi;
import dev.datamart.stub.api.DatamartsLegacyApi;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.CreateDatamartResponse;
import dev.datamart.stub.model.DatamartItem;
import dev.datamart.stub.model.DatamartOrganization;
import dev.datamart.stub.model.DatamartRelationship;
import dev.datamart.stub.model.DatamartTable;
import dev.datamart.stub.model.DatamartTableColumn;
import dev.datamart.stub.model.DatasourceReference;
import dev.datamart.stub.model.DeleteDatamartLegacyRequest;
import dev.datamart.stub.model.DeleteDatamartResponse;
import dev.datamart.stub.model.ListDatamartsLegacyRequest;
import dev.datamart.stub.model.ListDatamartsResponse;
import dev.datamart.stub.model.UpdateDatamartRequest;
import dev.datamart.stub.model.UpdateDatamartResponse;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/datamarts}, and the singular {@code /data-app/datamart} for delete. */
public final class DatamartsResource implements DatamartsApi {

  @Override
  public ListDatamartsResponse listDatamarts(
      String isPagination, String pageNumber, String expandDetails) {
    return list(Page.ofQuery(isPagination, pageNumber), !"false".equals(expandDetails));
  }

  private static ListDatamartsResponse list(Page page, boolean isExpanded) {
    return ApiCall.current().read(now -> answer(page.of(now.datamarts()), isExpanded));
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

  /**
   * Returns the list.
   *
   * @param isExpanded whether each item has its tables and relationships
   */
  public static ListDatamartsResponse answer(List<Datamart> datamarts, boolean isExpanded) {
    return new ListDatamartsResponse()
        .data(datamarts.stream().map(d -> item(d, isExpanded)).toList());
  }

  private static DatamartItem item(Datamart datamart, boolean isExpanded) {
    DatamartItem item =
        new DatamartItem()
            .name(datamart.name())
            .createdAt(datamart.createdAt().atOffset(ZoneOffset.UTC))
            .updatedAt(datamart.updatedAt().atOffset(ZoneOffset.UTC))
            .companyIntegration(new DatasourceReference().name(datamart.datasourceName()))
            .datamartOrganization(tenancy(datamart.tenancy()));
    return isExpanded
        ? item.datamartTables(datamart.tables().stream().map(DatamartsResource::table).toList())
            .datamartRelationships(
                datamart.relationships().stream().map(DatamartsResource::relationship).toList())
        : item;
  }

  private static @Nullable DatamartOrganization tenancy(@Nullable Tenancy tenancy) {
    return tenancy == null
        ? null
        : new DatamartOrganization()
            .tenancyLevel(tenancy.level().name())
            .schemaName(tenancy.schemaName())
            .tableName(tenancy.tableName())
            .clientColumnType(tenancy.clientColumnType())
            .tableClientNameColumn(tenancy.tableClientNameColumn())
            .tablePrimaryKeyColumn(tenancy.tablePrimaryKeyColumn());
  }

  private static DatamartTable table(Table table) {
    return new DatamartTable()
        .schemaName(table.schemaName())
        .tableName(table.name())
        .label(table.label())
        .clientColumn(table.clientColumn())
        .isHide(table.isHide())
        .datamartTableColumns(table.columns().stream().map(DatamartsResource::column).toList());
  }

  private static DatamartTableColumn column(Column column) {
    return new DatamartTableColumn()
        .columnName(column.name())
        .datatype(column.datatype())
        .alias(column.alias())
        .label(column.label())
        .isHide(column.isHide())
        .isCustomColumn(column.isCustomColumn())
        .sql(column.sql())
        .isApplyTimezone(column.isApplyTimezone());
  }

  private static DatamartRelationship relationship(Relationship r) {
    return new DatamartRelationship()
        .parentTableName(r.parentTableName())
        .parentColumnName(r.parentColumnName())
        .childTableName(r.childTableName())
        .childColumnName(r.childColumnName())
        .relationshipName(r.relationshipName())
        .cardinality(r.cardinality())
        .join(r.join());
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
