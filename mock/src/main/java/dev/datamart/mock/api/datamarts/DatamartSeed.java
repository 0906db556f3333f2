package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.api.datamarts.DatamartDraft.ColumnDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Datamarts in a seed. */
public final class DatamartSeed implements SeedForm<Datamart> {

  @Override
  public Kind<Datamart> kind() {
    return Kind.DATAMART;
  }

  @Override
  public UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    DatamartDraft draft =
        new DatamartDraft(
            key(at),
            at.text("datasourceName"),
            at.list("tables", DatamartSeed::table),
            at.object("tenancy", DatamartSeed::tenancy),
            at.list("relationships", DatamartSeed::relationship));
    return Datamarts.create(draft, created, at.time("updatedAt", created));
  }

  private static TableDraft table(LocatedJson at) throws SeedException {
    return new TableDraft(
        at.optionalText("schemaName"),
        at.optionalText("name"),
        at.optionalText("label"),
        at.optionalText("clientColumn"),
        at.flag("isHide", false),
        at.list("columns", DatamartSeed::column));
  }

  private static ColumnDraft column(LocatedJson at) throws SeedException {
    return new ColumnDraft(
        at.optionalText("name"),
        at.optionalText("datatype"),
        at.optionalText("alias"),
        at.optionalText("label"),
        at.flag("isHide", false),
        at.flag("isCustomColumn", false),
        at.optionalText("sql"),
        at.flag("isApplyTimezone", false));
  }

  private static TenancyDraft tenancy(LocatedJson at) throws SeedException {
    return new TenancyDraft(
        at.optionalText("level"),
        at.optionalText("clientColumnType"),
        at.optionalText("schemaName"),
        at.optionalText("tableName"),
        at.optionalText("tableClientNameColumn"),
        at.optionalText("tablePrimaryKeyColumn"));
  }

  private static RelationshipDraft relationship(LocatedJson at) throws SeedException {
    return new RelationshipDraft(
        at.optionalText("parentTableName"),
        at.optionalText("parentColumnName"),
        at.optionalText("childTableName"),
        at.optionalText("childColumnName"),
        at.optionalText("relationshipName"),
        at.optionalText("cardinality"),
        at.optionalText("join"));
  }
}
