package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Times;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Relationship;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.Tenancy;
import dev.datamart.stub.model.DatamartItem;
import dev.datamart.stub.model.DatamartOrganization;
import dev.datamart.stub.model.DatamartRelationship;
import dev.datamart.stub.model.DatamartTable;
import dev.datamart.stub.model.DatamartTableColumn;
import dev.datamart.stub.model.DatasourceReference;
import dev.datamart.stub.model.ListDatamartsResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datamarts as the list shows them. */
public final class DatamartAnswers {

  private DatamartAnswers() {}

  /**
   * Returns the list.
   *
   * @param isExpanded whether each item has its tables and relationships
   */
  public static ListDatamartsResponse list(List<Datamart> datamarts, boolean isExpanded) {
    return new ListDatamartsResponse()
        .data(datamarts.stream().map(d -> item(d, isExpanded)).toList());
  }

  private static DatamartItem item(Datamart datamart, boolean isExpanded) {
    DatamartItem item =
        new DatamartItem()
            .name(datamart.name())
            .createdAt(Times.utc(datamart.createdAt()))
            .updatedAt(Times.utc(datamart.updatedAt()))
            .companyIntegration(new DatasourceReference().name(datamart.datasourceName()))
            .datamartOrganization(tenancy(datamart.tenancy()));
    return isExpanded
        ? item.datamartTables(datamart.tables().stream().map(DatamartAnswers::table).toList())
            .datamartRelationships(
                datamart.relationships().stream().map(DatamartAnswers::relationship).toList())
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
        .datamartTableColumns(table.columns().stream().map(DatamartAnswers::column).toList());
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
}
