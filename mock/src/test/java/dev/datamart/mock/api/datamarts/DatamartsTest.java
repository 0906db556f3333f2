package dev.datamart.mock.api.datamarts;

import static dev.datamart.mock.fixture.Given.NOW;
import static dev.datamart.mock.fixture.Given.aDatamart;
import static dev.datamart.mock.fixture.Given.anOrganization;
import static dev.datamart.mock.fixture.Refused.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.api.datamarts.DatamartDraft.ColumnDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.RelationshipDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TableDraft;
import dev.datamart.mock.api.datamarts.DatamartDraft.TenancyDraft;
import dev.datamart.mock.domain.Column;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Table;
import dev.datamart.mock.domain.TenancyLevel;
import dev.datamart.spec.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatamartsTest {

  private static final TenancyDraft TABLE_TENANCY =
      new TenancyDraft("TABLE", "NUMBER", "public", "people", "id", "id");

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
    ColumnDraft custom =
        new ColumnDraft("tax", null, null, null, false, true, "amount * 0.2", false);
    ColumnDraft lost = new ColumnDraft("tax", null, null, null, false, true, null, false);

    assertThat(create(with(custom)).tables().get(0).hasColumn("tax")).isTrue();
    refuses(
        before,
        Problem.TABLE_STRUCTURE_INVALID,
        () -> Datamarts.create(draft("new", with(lost)), NOW));
  }

  @Test
  void what_is_not_in_the_schema_is_refused() {
    refusesTables(Problem.TABLE_UNKNOWN, table(null, "nope", "id"));
    refusesTables(Problem.TABLE_UNKNOWN, table("archive", "people", "id"));
    refusesTables(Problem.COLUMN_UNKNOWN, table("archive", "orders", "amount"));
    refusesTables(
        Problem.COLUMN_UNKNOWN,
        new TableDraft(null, "people", null, "tenant", false, List.of(column("id"))));
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
    DatamartDraft twice =
        new DatamartDraft("new", "nope", List.of(table(null, "x", "id", "id")), null, null);

    refuses(before, Problem.TABLE_STRUCTURE_INVALID, () -> Datamarts.create(twice, NOW));
  }

  @Test
  void the_datasource_comes_before_the_name_and_the_name_before_the_tables() {
    Organization taken = before.with(aDatamart("sales"));
    List<TableDraft> unknown = List.of(table(null, "nope", "id"));

    refuses(
        taken,
        Problem.DATASOURCE_UNKNOWN,
        () -> Datamarts.create(new DatamartDraft("sales", "nope", unknown, null, null), NOW));
    refuses(
        taken,
        Problem.DATAMART_EXISTS,
        () -> Datamarts.create(new DatamartDraft("sales", "source", unknown, null, null), NOW));
  }

  @Test
  void tenancy_by_table_needs_its_whole_mapping() {
    TenancyDraft half = new TenancyDraft("TABLE", "NUMBER", "public", "", "id", "id");

    refuses(before, Problem.TENANCY_INVALID, () -> Datamarts.create(draft("new", half), NOW));
    assertThat(created(draft("new", TABLE_TENANCY)).hasTableTenancy()).isTrue();
  }

  @Test
  void tenancy_by_database_needs_nothing_else() {
    TenancyDraft bare = new TenancyDraft("DATABASE", null, null, null, null, null);

    assertThat(created(draft("new", bare)).tenancy().level()).isEqualTo(TenancyLevel.DATABASE);
  }

  @Test
  void a_relationship_leads_to_tables_and_columns_that_the_datamart_shows() {
    refuses(before, Problem.TABLE_UNKNOWN, () -> Datamarts.create(joined("people", "id"), NOW));
    refuses(
        before, Problem.COLUMN_UNKNOWN, () -> Datamarts.create(joined("orders", "amount"), NOW));
    assertThat(created(joined("orders", "id")).relationships()).hasSize(1);
  }

  @Test
  void an_update_keeps_what_it_does_not_name() {
    Organization made = Datamarts.create(draft("sales", TABLE_TENANCY), NOW).apply(before);
    DatamartDraft tablesOnly =
        new DatamartDraft("sales", null, List.of(table(null, "people", "id")), null, null);

    Datamart after =
        Datamarts.update(tablesOnly, NOW.plusSeconds(5)).apply(made).datamarts().get("sales");

    assertThat(after.tables()).extracting(Table::name).containsExactly("people");
    assertThat(after.hasTableTenancy()).isTrue();
    assertThat(after.createdAt()).isEqualTo(NOW);
    assertThat(after.updatedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void new_tenancy_settings_replace_the_old_ones_as_a_whole() {
    Organization made = Datamarts.create(draft("sales", TABLE_TENANCY), NOW).apply(before);
    TenancyDraft bare = new TenancyDraft("DATABASE", null, null, null, null, null);
    DatamartDraft update = new DatamartDraft("sales", null, null, bare, null);

    Datamart after = Datamarts.update(update, NOW).apply(made).datamarts().get("sales");

    assertThat(after.tenancy().tableName()).isNull();
  }

  @Test
  void what_is_not_there_can_be_neither_updated_nor_deleted() {
    refuses(
        before,
        Problem.DATAMART_NOT_FOUND,
        () -> Datamarts.update(new DatamartDraft("nope", null, null, null, null), NOW));
    refuses(before, Problem.DATAMART_NOT_FOUND, () -> Datamarts.delete("nope"));
    refuses(before, Problem.MEMBER_REQUIRED, () -> Datamarts.delete(""));
  }

  private Datamart create(TableDraft... tables) {
    return created(new DatamartDraft("new", "source", List.of(tables), null, null));
  }

  private Datamart created(DatamartDraft draft) {
    return Datamarts.create(draft, NOW).apply(before).datamarts().get(String.valueOf(draft.name()));
  }

  private void refusesTables(Problem problem, TableDraft... tables) {
    DatamartDraft draft = new DatamartDraft("new", "source", List.of(tables), null, null);
    refuses(before, problem, () -> Datamarts.create(draft, NOW));
  }

  private static DatamartDraft draft(String name, TableDraft table) {
    return new DatamartDraft(name, "source", List.of(table), null, null);
  }

  private static DatamartDraft draft(String name, TenancyDraft tenancy) {
    return new DatamartDraft(name, "source", List.of(table(null, "orders", "id")), tenancy, null);
  }

  private static DatamartDraft joined(String childTable, String childColumn) {
    RelationshipDraft relationship =
        new RelationshipDraft(
            "orders", "id", childTable, childColumn, "join", "OneToOne", "LEFT JOIN");
    return new DatamartDraft(
        "new", "source", List.of(table(null, "orders", "id")), null, List.of(relationship));
  }

  private static TableDraft with(ColumnDraft column) {
    return new TableDraft(null, "orders", null, null, false, List.of(column));
  }

  private static TableDraft table(@Nullable String schema, String name, String... columns) {
    List<ColumnDraft> drafts = List.of(columns).stream().map(DatamartsTest::column).toList();
    return new TableDraft(schema, name, null, null, false, drafts);
  }

  private static ColumnDraft column(String name) {
    return new ColumnDraft(name, null, null, null, false, false, null, false);
  }
}
