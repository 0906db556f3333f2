package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Lists;
import dev.datamart.mock.api.datamarts.DatamartDraft.ColumnDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.stub.model.ColumnDefinition;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.Relationship;
import dev.datamart.stub.model.TableDefinition;
import dev.datamart.stub.model.TenancySettings;
import dev.datamart.stub.model.UpdateDatamartRequest;
import org.jspecify.annotations.Nullable;

/** What requests say of datamarts, in the service's words. */
final class DatamartRequests {

  private DatamartRequests() {}

  static DatamartDraft draft(CreateDatamartRequest body) {
    return new DatamartDraft(
        body.getName(),
        body.getDatasourceName(),
        Lists.map(body.getTableList(), DatamartRequests::table),
        tenancy(body.getTenancySettings()),
        Lists.map(body.getRelationships(), DatamartRequests::relationship));
  }

  static DatamartDraft draft(UpdateDatamartRequest body) {
    return new DatamartDraft(
        body.getDatamartName(),
        null,
        Lists.map(body.getTableList(), DatamartRequests::table),
        tenancy(body.getTenancySettings()),
        Lists.map(body.getRelationships(), DatamartRequests::relationship));
  }

  private static TableDraft table(TableDefinition table) {
    return new TableDraft(
        table.getSchemaName(),
        table.getName(),
        table.getLabel(),
        table.getClientColumn(),
        Boolean.TRUE.equals(table.getIsHide()),
        Lists.map(table.getColumns(), DatamartRequests::column));
  }

  private static ColumnDraft column(ColumnDefinition column) {
    return new ColumnDraft(
        column.getName(),
        null,
        column.getAlias(),
        column.getLabel(),
        Boolean.TRUE.equals(column.getIsHide()),
        Boolean.TRUE.equals(column.getIsCustomColumn()),
        column.getSql(),
        false);
  }

  private static RelationshipDraft relationship(Relationship r) {
    return new RelationshipDraft(
        r.getParentTableName(),
        r.getParentColumnName(),
        r.getChildTableName(),
        r.getChildColumnName(),
        r.getRelationshipName(),
        Lists.text(r.getCardinality()),
        Lists.text(r.getJoin()));
  }

  private static @Nullable TenancyDraft tenancy(@Nullable TenancySettings settings) {
    return settings == null
        ? null
        : new TenancyDraft(
            Lists.text(settings.getTenancyLevel()),
            Lists.text(settings.getClientColumnType()),
            settings.getSchemaName(),
            settings.getTableName(),
            settings.getTableClientNameColumn(),
            settings.getTablePrimaryKeyColumn());
  }
}
