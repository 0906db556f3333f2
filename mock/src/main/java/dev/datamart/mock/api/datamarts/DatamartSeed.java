package dev.datamart.mock.api.datamarts;

import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.stub.model.ColumnDefinition;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.Relationship;
import dev.datamart.stub.model.TableDefinition;
import dev.datamart.stub.model.TenancyLevel;
import dev.datamart.stub.model.TenancySettings;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Datamarts in a seed. */
public final class DatamartSeed {

  public static final SeedForm<Datamart> FORM =
      SeedForm.of(Kind.DATAMART, "name", DatamartSeed::read);

  private DatamartSeed() {}

  /** A column as a seed says it: with what no request can say. */
  static final class SeedColumn extends ColumnDefinition {

    /** Another than the datasource has. */
    final @Nullable String datatype;

    final boolean isApplyTimezone;

    SeedColumn(@Nullable String datatype, boolean isApplyTimezone) {
      this.datatype = datatype;
      this.isApplyTimezone = isApplyTimezone;
    }
  }

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Instant created = at.time("createdAt", now);
    CreateDatamartRequest draft =
        new CreateDatamartRequest()
            .name(at.text("name"))
            .datasourceName(at.text("datasourceName"))
            .tableList(at.list("tables", DatamartSeed::table))
            .tenancySettings(at.object("tenancy", DatamartSeed::tenancy))
            .relationships(at.list("relationships", DatamartSeed::relationship));
    return Datamarts.create(draft, created, at.time("updatedAt", created));
  }

  private static TableDefinition table(LocatedJson at) throws SeedException {
    return new TableDefinition()
        .schemaName(at.optionalText("schemaName"))
        .name(at.optionalText("name"))
        .label(at.optionalText("label"))
        .clientColumn(at.optionalText("clientColumn"))
        .isHide(at.flag("isHide", false))
        .columns(at.list("columns", DatamartSeed::column));
  }

  private static ColumnDefinition column(LocatedJson at) throws SeedException {
    return new SeedColumn(at.optionalText("datatype"), at.flag("isApplyTimezone", false))
        .name(at.optionalText("name"))
        .alias(at.optionalText("alias"))
        .label(at.optionalText("label"))
        .isHide(at.flag("isHide", false))
        .isCustomColumn(at.flag("isCustomColumn", false))
        .sql(at.optionalText("sql"));
  }

  private static TenancySettings tenancy(LocatedJson at) throws SeedException {
    return new TenancySettings()
        .tenancyLevel(TenancyLevel.fromValue(at.optionalText("level")))
        .clientColumnType(at.optionalText("clientColumnType"))
        .schemaName(at.optionalText("schemaName"))
        .tableName(at.optionalText("tableName"))
        .tableClientNameColumn(at.optionalText("tableClientNameColumn"))
        .tablePrimaryKeyColumn(at.optionalText("tablePrimaryKeyColumn"));
  }

  private static Relationship relationship(LocatedJson at) throws SeedException {
    return new Relationship()
        .parentTableName(at.optionalText("parentTableName"))
        .parentColumnName(at.optionalText("parentColumnName"))
        .childTableName(at.optionalText("childTableName"))
        .childColumnName(at.optionalText("childColumnName"))
        .relationshipName(at.optionalText("relationshipName"))
        .cardinality(at.optionalText("cardinality"))
        .join(at.optionalText("join"));
  }
}
