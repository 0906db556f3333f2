package dev.datamart.mock.api.datasources;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import dev.datamart.spec.Problem;
import dev.datamart.stub.api.DatasourcesApi;
import dev.datamart.stub.model.DatasourceItem;
import dev.datamart.stub.model.DatasourceSchema;
import dev.datamart.stub.model.GetDatasourceSchemaResponse;
import dev.datamart.stub.model.ListDatasourcesResponse;
import dev.datamart.stub.model.SchemaColumn;
import dev.datamart.stub.model.SchemaTable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code /datasource}. */
public final class DatasourcesResource implements DatasourcesApi {

  /** Datasources in a seed, with their schemas. */
  public static final SeedForm<Datasource> SEED =
      SeedForm.of(Kind.DATASOURCE, "name", DatasourcesResource::seeded);

  @Override
  public ListDatasourcesResponse listDatasources(String isPagination, String pageNumber) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    return new ListDatasourcesResponse()
        .data(
            ApiCall.current().read(now -> page.map(now.datasources(), DatasourcesResource::item)));
  }

  @Override
  public GetDatasourceSchemaResponse getDatasourceSchema(@Nullable String datasourceName) {
    String name = Require.text(datasourceName, "datasourceName");
    return ApiCall.current()
        .read(now -> schema(Require.found(now, Kind.DATASOURCE, name, Problem.DATASOURCE_UNKNOWN)));
  }

  private static DatasourceItem item(Datasource datasource) {
    return new DatasourceItem()
        .name(datasource.name())
        .isAuthenticated(datasource.isAuthenticated())
        .isDisabled(datasource.isDisabled());
  }

  private static GetDatasourceSchemaResponse schema(Datasource datasource) {
    int columns = datasource.tables().stream().mapToInt(t -> t.columns().size()).sum();
    return new GetDatasourceSchemaResponse()
        .data(
            new DatasourceSchema()
                .datasourceName(datasource.name())
                .datasourceId(datasource.id())
                .tables(datasource.tables().stream().map(DatasourcesResource::table).toList())
                .tableCount(datasource.tables().size())
                .columnCount(columns));
  }

  private static SchemaTable table(SourceTable table) {
    return new SchemaTable()
        .name(table.name())
        .schema(table.schemaName())
        .columns(
            table.columns().stream()
                .map(c -> new SchemaColumn().name(c.name()).dataType(c.dataType()))
                .toList());
  }

  private static UnaryOperator<Organization> seeded(LocatedJson at, String owner, Instant now)
      throws SeedException {
    Set<List<String>> names = new HashSet<>();
    Datasource datasource =
        new Datasource(
            at.text("name"),
            at.text("id"),
            at.flag("isAuthenticated", true),
            at.flag("isDisabled", false),
            at.list("tables", table -> table(table, names)));
    return before -> before.with(datasource);
  }

  private static SourceTable table(LocatedJson at, Set<List<String>> taken) throws SeedException {
    List<String> name = List.of(at.text("schemaName"), at.text("name"));
    if (!taken.add(name)) {
      throw at.refuse("the table \"" + name.get(1) + "\" is given twice");
    }
    Set<String> names = new HashSet<>();
    return new SourceTable(
        name.get(0), name.get(1), at.list("columns", column -> column(column, names)));
  }

  private static SourceColumn column(LocatedJson at, Set<String> taken) throws SeedException {
    String name = at.text("name");
    if (!taken.add(name)) {
      throw at.refuse("the column \"" + name + "\" is given twice");
    }
    return new SourceColumn(name, at.text("dataType"));
  }
}
