package dev.datamart.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.TargetFixtures;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.noun.Dashboards;
import dev.datamart.conformance.noun.Metrics;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out what the server has that the checks can build on. */
record Discovery(Wire wire, Tokens tokens, Map<String, String> given) {
  /** Each costs a request or two, and there may be thousands. */
  private static final int MOST_LOOKED_AT = 50;

  private static final int MOST_COLUMNS = 1000;

  TargetFixtures target() {
    String datasource = given.get("datasource");
    TargetFixtures tables = datasource == null ? discoverTables() : tablesOf(datasource);
    if (tokens.service() != null) {
      if (tables.tables().isEmpty()) {
        throw Unusable.without("datasource with a table", "--datasource, --table and --columns");
      }
      return withWorkspace(tables);
    }
    // An API token alone finds no workspace, so that only what was named counts.
    TargetFixtures seen = tables.tables().isEmpty() ? tablesOfDatamarts() : tables;
    String workspace = given.get("workspace");
    return workspace == null ? seen : workspaceOf(seen, workspace);
  }

  private TargetFixtures discoverTables() {
    List<JsonNode> all = data(Operation.LIST_DATASOURCES, "").toList();
    // What a disabled one answers when it is asked for its schema is nowhere said.
    List<JsonNode> usable = all.stream().filter(Discovery::isUsable).toList();
    return (usable.isEmpty() ? all : usable)
        .stream()
            .limit(MOST_LOOKED_AT)
            .map(item -> tablesOf(item.path("name").asText()))
            .max(Comparator.comparingInt(found -> Math.min(2, found.tables().size())))
            .orElse(TargetFixtures.NONE);
  }

  private static boolean isUsable(JsonNode datasource) {
    return !datasource.path("isDisabled").asBoolean()
        && datasource.path("isAuthenticated").asBoolean(true);
  }

  /** An API token alone sees no datasource, but what the datamarts take from theirs. */
  private TargetFixtures tablesOfDatamarts() {
    TargetFixtures richest = TargetFixtures.NONE;
    for (JsonNode item : RunContext.items(ask(Operation.LIST_DATAMARTS, ""))) {
      List<Table> tables =
          widestFirst(
              item.path("datamartTables"),
              each -> table(each, "schemaName", "tableName", "datamartTableColumns", "columnName"));
      if (tables.size() > richest.tables().size()) {
        richest = TargetFixtures.of(item.at("/companyIntegration/name").asText(), tables);
      }
    }
    return richest;
  }

  private TargetFixtures tablesOf(String datasource) {
    String table = given.get("table");
    return TargetFixtures.of(
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
    Exchange answer = ask(Operation.GET_DATASOURCE_SCHEMA, datasource);
    JsonNode tables = answer.json().at("/data/tables");
    Blocked.unless(answer.ok() && tables.isArray(), answer, "200 with a list of tables");
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

  private TargetFixtures withWorkspace(TargetFixtures tables) {
    String workspace = given.get("workspace");
    Stream<String> names =
        workspace == null
            ? data(Operation.LIST_WORKSPACES, "")
                .sorted(Comparator.comparing(item -> !isOf(item, tables.datasource())))
                .map(item -> item.path("name").asText())
            : Stream.of(workspace);
    return names
        .limit(MOST_LOOKED_AT)
        .map(name -> workspaceOf(tables, name))
        .filter(found -> !found.dashboards().isEmpty())
        .max(Comparator.comparingInt(found -> Math.min(1, found.metrics().size())))
        .orElseThrow(
            () -> Unusable.without("workspace with a dashboard", "--workspace and --dashboard"));
  }

  private static boolean isOf(JsonNode workspace, String datasource) {
    return workspace.at("/companyIntegration/name").asText().equals(datasource);
  }

  private TargetFixtures workspaceOf(TargetFixtures tables, String name) {
    return new TargetFixtures(
        tables.datasource(),
        tables.tables(),
        name,
        keys(Dashboards.NOUN, name),
        keys(Metrics.NOUN, name));
  }

  private List<String> keys(Noun noun, String workspace) {
    String named = given.get(noun.word());
    return named != null
        ? List.of(named)
        : data(noun.list(), workspace)
            .map(item -> item.path(noun.key()).asText())
            .filter(key -> !key.isEmpty())
            .toList();
  }

  /** The items of a list that only a service token sees. */
  private Stream<JsonNode> data(Operation list, String owner) {
    if (tokens.service() == null) {
      return Stream.empty();
    }
    Exchange answer = ask(list, owner);
    JsonNode data = answer.json().path("data");
    List<JsonNode> items = Json.stream(data).toList();
    boolean named = items.stream().allMatch(item -> item.path("name").isTextual());
    Blocked.unless(
        answer.ok() && data.isArray() && named, answer, "200 with a list of named items");
    return items.stream();
  }

  /** Asks about something, or everything where it is empty. */
  private Exchange ask(Operation operation, String name) {
    Noun noun = Nouns.role(operation).noun();
    Call call = tokens.authorize(Call.of(operation, Family.KEBAB));
    String owner = noun.ownerArgument();
    return wire.send(
        name.isEmpty() ? call : call.with(owner == null ? noun.argument() : owner, name));
  }
}
