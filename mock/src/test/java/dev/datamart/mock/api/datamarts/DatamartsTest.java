package dev.datamart.mock.api.datamarts;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.ColumnDefinition;
import dev.datamart.stub.model.CreateDatamartRequest;
import dev.datamart.stub.model.Relationship;
import dev.datamart.stub.model.TableDefinition;
import dev.datamart.stub.model.TenancySettings;
import dev.datamart.stub.model.UpdateDatamartRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatamartsTest {

  private static final TenancySettings TABLE_TENANCY = tableTenancy("people");

  private final Organization before = anOrganization();

  @Test
  void a_table_without_a_schema_is_the_first_of_that_name() {
    Datamart made = create(table(null, "orders", "id", "amount"));

    assertThat(made.tables()).extracting(Table::schemaName).containsExactly("public");
  }

  @Test
  void a_table_of_another_schema_is_another_table() {
    Datamart made = create(table("public", "orders", "id"), table("archive", "orders", "id"));

    assertThat(made.tables()).extracting(Table::schemaName).containsExactly("public", "archive");
  }

  @Test
  void columns_have_the_datatype_of_the_datasource() {
    Datamart made = create(table("public", "orders", "id", "amount"));

    assertThat(made.tables().get(0).columns())
        .extracting(Column::datatype)
        .containsExactly("integer", "numeric");
  }

  @Test
  void a_custom_column_needs_an_expression_and_no_place_in_the_schema() {
    ColumnDefinition custom = column("tax").isCustomColumn(true).sql("amount * 0.2");
    ColumnDefinition lost = column("tax").isCustomColumn(true);

    assertThat(create(with(custom)).tables().get(0).hasColumn("tax")).isTrue();
    refuses(before, Problem.TABLE_STRUCTURE_INVALID, () -> create(draft("new", with(lost))));
  }

  @Test
  void what_is_not_in_the_schema_is_refused() {
    refusesTables(Problem.TABLE_UNKNOWN, table(null, "nope", "id"));
    refusesTables(Problem.TABLE_UNKNOWN, table("archive", "people", "id"));
    refusesTables(Problem.COLUMN_UNKNOWN, table("archive", "orders", "amount"));
    refusesTables(Problem.COLUMN_UNKNOWN, table(null, "people", "id").clientColumn("tenant"));
  }

  @Test
  void one_table_or_column_twice_is_refused() {
    refusesTables(Problem.TABLE_STRUCTURE_INVALID, table(null, "people", "id", "id"));
    refusesTables(
        Problem.TABLE_STRUCTURE_INVALID, table(null, "people", "id"), table(null, "people", "id"));
    refusesTables(
        Problem.TABLE_STRUCTURE_INVALID,
        table(null, "orders", "id"),
        table("public", "orders", "id"));
  }

  @Test
  void the_shape_is_judged_before_anything_is_looked_up() {
    CreateDatamartRequest twice = draft("new", table(null, "x", "id", "id")).datasourceName("nope");

    refuses(before, Problem.TABLE_STRUCTURE_INVALID, () -> create(twice));
  }

  @Test
  void the_datasource_comes_before_the_name_and_the_name_before_the_tables() {
    Organization taken = before.with(aDatamart("sales"));
    TableDefinition unknown = table(null, "nope", "id");

    refuses(
        taken,
        Problem.DATASOURCE_UNKNOWN,
        () -> create(draft("sales", unknown).datasourceName("nope")));
    refuses(taken, Problem.DATAMART_EXISTS, () -> create(draft("sales", unknown)));
  }

  @Test
  void tenancy_by_table_needs_its_whole_mapping() {
    TenancySettings half = tableTenancy("");

    refuses(before, Problem.TENANCY_INVALID, () -> create(draft("new", half)));
    assertThat(created(draft("new", TABLE_TENANCY)).hasTableTenancy()).isTrue();
  }

  @Test
  void tenancy_by_database_needs_nothing_else() {
    TenancySettings bare = databaseTenancy();

    assertThat(created(draft("new", bare)).tenancy().level()).isEqualTo(TenancyLevel.DATABASE);
  }

  @Test
  void a_relationship_leads_to_tables_and_columns_that_the_datamart_shows() {
    refuses(before, Problem.TABLE_UNKNOWN, () -> create(joined("people", "id")));
    refuses(before, Problem.COLUMN_UNKNOWN, () -> create(joined("orders", "amount")));
    assertThat(created(joined("orders", "id")).relationships()).hasSize(1);
  }

  @Test
  void an_update_keeps_what_it_does_not_name() {
    Organization made = create(draft("sales", TABLE_TENANCY)).apply(before);
    UpdateDatamartRequest tablesOnly =
        new UpdateDatamartRequest()
            .datamartName("sales")
            .tableList(List.of(table(null, "people", "id")));

    Datamart after =
        Datamarts.update(tablesOnly, NOW.plusSeconds(5)).apply(made).datamarts().get("sales");

    assertThat(after.tables()).extracting(Table::name).containsExactly("people");
    assertThat(after.hasTableTenancy()).isTrue();
    assertThat(after.createdAt()).isEqualTo(NOW);
    assertThat(after.updatedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void new_tenancy_settings_replace_the_old_ones_as_a_whole() {
    Organization made = create(draft("sales", TABLE_TENANCY)).apply(before);
    TenancySettings bare = databaseTenancy();
    UpdateDatamartRequest update =
        new UpdateDatamartRequest().datamartName("sales").tenancySettings(bare);

    Datamart after = Datamarts.update(update, NOW).apply(made).datamarts().get("sales");

    assertThat(after.tenancy().tableName()).isNull();
  }

  @Test
  void what_is_not_there_can_be_neither_updated_nor_deleted() {
    refuses(
        before,
        Problem.DATAMART_NOT_FOUND,
        () -> Datamarts.update(new UpdateDatamartRequest().datamartName("nope"), NOW));
    refuses(before, Problem.DATAMART_NOT_FOUND, () -> Datamarts.delete("nope"));
    refuses(before, Problem.MEMBER_REQUIRED, () -> Datamarts.delete(""));
  }

  private Datamart create(TableDefinition... tables) {
    return created(draft("new", tables));
  }

  private static UnaryOperator<Organization> create(CreateDatamartRequest draft) {
    return Datamarts.create(draft, NOW, NOW);
  }

  private Datamart created(CreateDatamartRequest draft) {
    return create(draft).apply(before).datamarts().get(draft.getName());
  }

  private void refusesTables(Problem problem, TableDefinition... tables) {
    refuses(before, problem, () -> create(draft("new", tables)));
  }

  private static CreateDatamartRequest draft(String name, TableDefinition... tables) {
    return new CreateDatamartRequest()
        .name(name)
        .datasourceName("source")
        .tableList(List.of(tables));
  }

  private static CreateDatamartRequest draft(String name, TenancySettings tenancy) {
    return draft(name, table(null, "orders", "id")).tenancySettings(tenancy);
  }

  private static CreateDatamartRequest joined(String childTable, String childColumn) {
    Relationship relationship =
        new Relationship()
            .parentTableName("orders")
            .parentColumnName("id")
            .childTableName(childTable)
            .childColumnName(childColumn)
            .relationshipName("join")
            .cardinality("OneToOne")
            .join("LEFT JOIN");
    return draft("new", table(null, "orders", "id")).relationships(List.of(relationship));
  }

  private static TenancySettings tableTenancy(String table) {
    return new TenancySettings()
        .tenancyLevel(dev.datamart.stub.model.TenancyLevel.TABLE)
        .clientColumnType("NUMBER")
        .schemaName("public")
        .tableName(table)
        .tableClientNameColumn("id")
        .tablePrimaryKeyColumn("id");
  }

  private static TenancySettings databaseTenancy() {
    return new TenancySettings().tenancyLevel(dev.datamart.stub.model.TenancyLevel.DATABASE);
  }

  private static TableDefinition with(ColumnDefinition column) {
    return new TableDefinition().name("orders").columns(List.of(column));
  }

  private static TableDefinition table(@Nullable String schema, String name, String... columns) {
    return new TableDefinition()
        .schemaName(schema)
        .name(name)
        .columns(List.of(columns).stream().map(DatamartsTest::column).toList());
  }

  private static ColumnDefinition column(String name) {
    return new ColumnDefinition().name(name);
  }
}
