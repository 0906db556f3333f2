package dev.datamart.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.Hindrance;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds a datasource with tables. */
record DatasourceFinder(
    Listing listing, Map<String, String> given, BiFunction<String, String, Hindrance> lacking) {
  private static final String NAMING_ONE = "--datasource, --table and --columns";
  private static final int MOST_LOOKED_AT = 50;
  private static final int MOST_COLUMNS = 1000;

  /** A datasource with its tables, the one with the most columns first. */
  record Source(String name, List<Table> tables) {
    static final Source NONE = new Source("", List.of());
  }

  Source find() {
    String named = given.get("datasource");
    boolean keyOnly = listing.tokens().service() == null;
    Source found = named != null ? ofName(named) : keyOnly ? ofDatamarts() : discovered();
    if (found.tables().isEmpty() && !keyOnly) {
      throw lacking.apply("datasource with a table", NAMING_ONE);
    }
    return found;
  }

  private Source discovered() {
    List<JsonNode> all =
        listing
            .named(Operation.LIST_DATASOURCES, "")
            .orElseThrow(() -> lacking.apply("datasource", NAMING_ONE))
            .toList();
    // What a disabled one answers when it is asked for its schema is nowhere said.
    List<JsonNode> usable = all.stream().filter(DatasourceFinder::isUsable).toList();
    return (usable.isEmpty() ? all : usable)
        .stream()
            .limit(MOST_LOOKED_AT)
            .map(item -> ofName(item.path("name").asText()))
            .max(Comparator.comparingInt(found -> Math.min(2, found.tables().size())))
            .orElse(Source.NONE);
  }

  private static boolean isUsable(JsonNode datasource) {
    return !datasource.path("isDisabled").asBoolean()
        && datasource.path("isAuthenticated").asBoolean(true);
  }

  /** An API token alone sees no datasource, but what the datamarts take from theirs. */
  private Source ofDatamarts() {
    Source richest = Source.NONE;
    Exchange list =
        listing
            .ask(Operation.LIST_DATAMARTS, "")
            .orElseThrow(() -> lacking.apply("datasource", NAMING_ONE));
    for (JsonNode item : RunContext.items(list)) {
      List<Table> tables =
          widestFirst(
              item.path("datamartTables"),
              each -> table(each, "schemaName", "tableName", "datamartTableColumns", "columnName"));
      if (tables.size() > richest.tables().size()) {
        richest = new Source(item.at("/companyIntegration/name").asText(), tables);
      }
    }
    return richest;
  }

  private Source ofName(String datasource) {
    String table = given.get("table");
    return new Source(
        datasource, table == null ? schemaOf(datasource) : List.of(givenTable(table)));
  }

  private Table givenTable(String table) {
    int dot = table.indexOf('.');
    String columns = given.getOrDefault("columns", "id");
    return new Table(
        table.substring(0, Math.max(dot, 0)),
        table.substring(dot + 1),
        List.of(columns.split(",")));
  }

  private List<Table> schemaOf(String datasource) {
    Exchange answer =
        listing
            .ask(Operation.GET_DATASOURCE_SCHEMA, datasource)
            .orElseThrow(() -> lacking.apply("table of the datasource", "--table and --columns"));
    JsonNode tables = answer.json().at("/data/tables");
    Blocked.unless(answer.isDone() && tables.isArray(), answer, "200 with a list of tables");
    return widestFirst(tables, each -> table(each, "schema", "name", "columns", "name"));
  }

  /** A table with those columns that the datasource itself has. */
  private static Table table(
      JsonNode table, String schema, String name, String columns, String column) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : table.path(columns)) {
      if (!each.path("isCustomColumn").asBoolean() && names.size() < MOST_COLUMNS) {
        names.add(each.path(column).asText());
      }
    }
    return new Table(table.path(schema).asText(""), table.path(name).asText(), names);
  }

  /** Those that anything can be chosen from. */
  private static List<Table> widestFirst(JsonNode tables, Function<JsonNode, Table> read) {
    return Json.stream(tables)
        .map(read)
        .filter(table -> !table.columns().isEmpty())
        .sorted(Comparator.comparingInt(table -> -table.columns().size()))
        .toList();
  }
}
