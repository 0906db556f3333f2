package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.Lists;
import dev.datamart.mock.api.datamarts.DatamartDraft.ColumnDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import dev.datamart.stub.model.ColumnDefinition;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.Relationship;
import dev.datamart.stub.model.TableDefinition;
import dev.datamart.stub.model.TenancySettings;
import dev.datamart.stub.model.UpdateDatamartRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What requests say of datamarts, in the service's words. */
public final class DatamartRequests {

  private static final Pattern CARDINALITY = Lists.pattern(Schema.RELATIONSHIP, "cardinality");
  private static final Pattern JOIN = Lists.pattern(Schema.RELATIONSHIP, "join");
  private static final Pattern CLIENT_COLUMN_TYPE =
      Lists.pattern(Schema.TENANCY_SETTINGS, "clientColumnType");

  private DatamartRequests() {}

  public static DatamartDraft draft(CreateDatamartRequest body) {
    return new DatamartDraft(
        body.getName(),
        body.getDatasourceName(),
        tables(body.getTableList()),
        tenancy(body.getTenancySettings()),
        relationships(body.getRelationships()));
  }

  public static DatamartDraft draft(UpdateDatamartRequest body) {
    return new DatamartDraft(
        body.getDatamartName(),
        null,
        tables(body.getTableList()),
        tenancy(body.getTenancySettings()),
        relationships(body.getRelationships()));
  }

  private static @Nullable List<@Nullable TableDraft> tables(
      @Nullable List<@Nullable TableDefinition> list) {
    return Lists.map(
        list,
        t ->
            new TableDraft(
                t.getSchemaName(),
                t.getName(),
                t.getLabel(),
                t.getClientColumn(),
                Boolean.TRUE.equals(t.getIsHide()),
                columns(t.getColumns())));
  }

  private static @Nullable List<@Nullable ColumnDraft> columns(
      @Nullable List<@Nullable ColumnDefinition> list) {
    return Lists.map(
        list,
        c ->
            new ColumnDraft(
                c.getName(),
                c.getAlias(),
                c.getLabel(),
                Boolean.TRUE.equals(c.getIsHide()),
                Boolean.TRUE.equals(c.getIsCustomColumn()),
                c.getSql()));
  }

  private static @Nullable List<@Nullable RelationshipDraft> relationships(
      @Nullable List<@Nullable Relationship> list) {
    return Lists.map(
        list,
        r ->
            new RelationshipDraft(
                r.getParentTableName(),
                r.getParentColumnName(),
                r.getChildTableName(),
                r.getChildColumnName(),
                r.getRelationshipName(),
                Lists.fitting(
                    CARDINALITY,
                    r.getCardinality(),
                    () -> Refusal.about(Problem.MEMBER_INVALID, "relationships.cardinality")),
                Lists.fitting(
                    JOIN, r.getJoin(), () -> Refusal.about(Problem.MEMBER_INVALID, "relationships.join"))));
  }

  private static @Nullable TenancyDraft tenancy(@Nullable TenancySettings settings) {
    if (settings == null) {
      return null;
    }
    return new TenancyDraft(
        level(settings.getTenancyLevel()),
        Lists.fitting(
            CLIENT_COLUMN_TYPE, settings.getClientColumnType(), () -> Refusal.of(Problem.TENANCY_INVALID)),
        settings.getSchemaName(),
        settings.getTableName(),
        settings.getTableClientNameColumn(),
        settings.getTablePrimaryKeyColumn());
  }

  /** A level that is not known is as good as none: both are refused alike. */
  private static @Nullable TenancyLevel level(
      dev.datamart.stub.model.@Nullable TenancyLevel level) {
    if (level == null) {
      return null;
    }
    return switch (level) {
      case TABLE -> TenancyLevel.TABLE;
      case DATABASE -> TenancyLevel.DATABASE;
      case UNKNOWN_DEFAULT_OPEN_API -> null;
    };
  }
}
