package dev.datamart.mock.api.datasources;

import dev.datamart.mock.domain.Datasource;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.SourceColumn;
import dev.datamart.mock.domain.SourceTable;
import dev.datamart.mock.seed.LocatedJson;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.SeedForm;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Datasources in a seed, with their schemas. */
public final class DatasourceSeed {

  public static final SeedForm<Datasource> FORM =
      SeedForm.of(Kind.DATASOURCE, "name", DatasourceSeed::read);

  private DatasourceSeed() {}

  private static UnaryOperator<Organization> read(LocatedJson at, String owner, Instant now)
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
