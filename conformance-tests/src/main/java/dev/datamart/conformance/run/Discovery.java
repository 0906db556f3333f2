package dev.datamart.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.Blocked;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.TargetFixtures;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what the server has that the checks can build on. */
final class Discovery {
  private final Wire wire;
  private final Tokens tokens;
  private final Map<String, String> given;

  Discovery(Wire wire, Tokens tokens, Map<String, String> given) {
    this.wire = wire;
    this.tokens = tokens;
    this.given = given;
  }

  TargetFixtures target() {
    String datasource = given.get("datasource");
    TargetFixtures tables = datasource == null ? discoverTables() : tablesOf(datasource);
    if (tokens.service() == null) {
      return onlyGiven(tables == null ? tablesOfDatamarts() : tables);
    }
    if (tables == null) {
      throw Unusable.without("datasource with a table", "--datasource, --table and --columns");
    }
    return withWorkspace(tables);
  }

  private @Nullable TargetFixtures discoverTables() {
    List<JsonNode> all = data(Operation.LIST_DATASOURCES, "", "").toList();
    // What a disabled one answers when it is asked for its schema is nowhere said.
    List<JsonNode> usable = all.stream().filter(Discovery::isUsable).toList();
    return (usable.isEmpty() ? all : usable)
        .stream()
            .map(item -> item.path("name").asText())
            .map(this::tablesOf)
            .filter(found -> found != null)
            .max(Comparator.comparingInt(found -> Math.min(2, found.tables().size())))
            .orElse(null);
  }

  private static boolean isUsable(JsonNode datasource) {
    return !datasource.path("isDisabled").asBoolean()
        && datasource.path("isAuthenticated").asBoolean(true);
  }

  /** An API key alone sees no datasource, but what the datamarts take from theirs. */
  private TargetFixtures tablesOfDatamarts() {
    Exchange answer = ask(Call.of(Operation.LIST_DATAMARTS, Family.KEBAB));
    JsonNode data = answer.json().path("data");
    Blocked.unless(answer.ok() && data.isArray(), answer, "200 with a data list");
    TargetFixtures richest = new TargetFixtures("", List.of(), "", List.of(), List.of());
    for (JsonNode item : data) {
      List<Table> tables = tablesIn(item.path("datamartTables"));
      if (tables.size() > richest.tables().size()) {
        String datasource = item.at("/companyIntegration/name").asText();
        richest = new TargetFixtures(datasource, tables, "", List.of(), List.of());
      }
    }
    return richest;
  }

  private static List<Table> tablesIn(JsonNode datamartTables) {
    List<Table> tables = new ArrayList<>();
    for (JsonNode table : datamartTables) {
      List<String> columns = new ArrayList<>();
      for (JsonNode column : table.path("datamartTableColumns")) {
        if (!column.path("isCustomColumn").asBoolean()) {
          columns.add(column.path("columnName").asText());
        }
      }
      addTable(tables, table.path("schemaName"), table.path("tableName").asText(), columns);
    }
    return tables;
  }

  /** Keeps what can be chosen from, the widest first. */
  private static void addTable(
      List<Table> tables, JsonNode schema, String name, List<String> columns) {
    if (!columns.isEmpty()) {
      tables.add(new Table(schema.asText(""), name, columns));
      tables.sort(Comparator.comparingInt(each -> -each.columns().size()));
    }
  }

  /** An API key alone finds no workspace, so that only what was named counts. */
  private TargetFixtures onlyGiven(TargetFixtures tables) {
    String workspace = given.get("workspace");
    return workspace == null ? tables : workspaceOf(tables, workspace);
  }

  private @Nullable TargetFixtures tablesOf(String datasource) {
    String table = given.get("table");
    List<Table> tables = table == null ? schemaOf(datasource) : List.of(givenTable(table));
    return tables.isEmpty()
        ? null
        : new TargetFixtures(datasource, tables, "", List.of(), List.of());
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
        ask(
            Call.of(Operation.GET_DATASOURCE_SCHEMA, Family.KEBAB)
                .with("datasourceName", datasource));
    JsonNode schema = answer.json().path("data");
    Blocked.unless(answer.ok() && schema.path("tables").isArray(), answer, "200 with a list of tables");
    List<Table> tables = new ArrayList<>();
    for (JsonNode table : schema.path("tables")) {
      List<String> columns = new ArrayList<>();
      table.path("columns").forEach(column -> columns.add(column.path("name").asText()));
      addTable(tables, table.path("schema"), table.path("name").asText(), columns);
    }
    return tables;
  }

  private TargetFixtures withWorkspace(TargetFixtures tables) {
    String workspace = given.get("workspace");
    Stream<String> names =
        workspace == null
            ? data(Operation.LIST_WORKSPACES, "", "")
                .sorted(Comparator.comparing(item -> !isOf(item, tables.datasource())))
                .map(item -> item.path("name").asText())
            : Stream.of(workspace);
    return names
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
        ids("dashboard", Operation.LIST_WORKSPACE_DASHBOARDS, name, "externalDashboardId"),
        ids("metric", Operation.LIST_WORKSPACE_METRICS, name, "metricId"));
  }

  private List<String> ids(String option, Operation list, String workspace, String member) {
    String named = given.get(option);
    if (named != null) {
      return List.of(named);
    }
    return data(list, "workspaceName", workspace)
        .map(item -> item.path(member).asText())
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private Stream<JsonNode> data(Operation list, String argument, String value) {
    if (tokens.service() == null) {
      return Stream.empty();
    }
    Call call = Call.of(list, Family.KEBAB);
    Exchange answer = ask(argument.isEmpty() ? call : call.with(argument, value));
    JsonNode data = answer.json().path("data");
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : data) {
      items.add(item);
    }
    boolean named = items.stream().allMatch(item -> item.path("name").isTextual());
    Blocked.unless(answer.ok() && data.isArray() && named, answer, "200 with a list of named items");
    return items.stream();
  }

  private Exchange ask(Call call) {
    return wire.send(tokens.authorize(call));
  }
}
