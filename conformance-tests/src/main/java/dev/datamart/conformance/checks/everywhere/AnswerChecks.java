package dev.datamart.conformance.checks.everywhere;

import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Expectation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Each operation does its plain work: the requirements on which all others rest. */
public final class AnswerChecks {
  private AnswerChecks() {}

  public static List<Requirement> all() {
    return List.of(
        reads(docs("DS-LIST-ANSWERS", "Listing datasources answers 200 with named datasources."))
            .on(LIST_DATASOURCES)
            .check(s -> items(s, "name", List.of(s.target().datasource()))),
        reads(docs("DS-SCHEMA-ANSWERS", "A datasource's schema lists tables with their columns."))
            .on(GET_DATASOURCE_SCHEMA)
            .check(AnswerChecks::schema),
        reads(client("DS-SCHEMA-COUNTS-ARE-TRUE", "tableCount and columnCount are true."))
            .on(GET_DATASOURCE_SCHEMA)
            .check(AnswerChecks::counts),
        reads(docs("WS-LIST-ANSWERS", "Listing workspaces answers 200 with named workspaces."))
            .on(LIST_WORKSPACES)
            .check(s -> workspaceItems(s, "name", List.of(s.target().workspace()))),
        reads(docs("WS-DASHBOARDS-ANSWERS", "A workspace's dashboards are listed with their ids."))
            .on(LIST_WORKSPACE_DASHBOARDS)
            .check(s -> workspaceItems(s, "externalDashboardId", s.target().dashboards())),
        reads(docs("WS-METRICS-ANSWERS", "A workspace's metrics are listed with their ids."))
            .on(LIST_WORKSPACE_METRICS)
            .check(s -> workspaceItems(s, "metricId", s.target().metrics())),
        reads(docs("DA-LIST-ANSWERS", "Listing data apps answers 200 with a list."))
            .on(LIST_DATA_APPS)
            .check(s -> s.expect(s.send(s.accepted())).list()),
        works(
            docs("DA-CREATE-ANSWERS", "Creating a data app answers 200 and its name."),
            CREATE_DATA_APP,
            (call, e) -> e.has("/name", text(call, "name"))),
        works(
            docs("AT-CREATE-ANSWERS", "Creating an API token answers 200 and the key."),
            CREATE_API_TOKEN,
            (call, e) -> e.hasUuid("/key")),
        reads(docs("AT-LIST-ANSWERS", "Listing API tokens answers 200 with a list."))
            .on(LIST_API_TOKENS)
            .check(s -> s.expect(s.send(s.accepted())).list()),
        works(
            docs("AT-ROTATE-ANSWERS", "Rotating an API key answers 200 and the new key."),
            ROTATE_API_TOKEN,
            (call, e) -> e.hasUuid("/key")),
        works(
            docs("DA-DELETE-ANSWERS", "Deleting a data app answers 200 and its name."),
            DELETE_DATA_APP,
            (call, e) -> e.has("/name", text(call, "name"))),
        reads(docs("DM-LIST-ANSWERS", "Listing datamarts answers 200 with a list and error null."))
            .on(LIST_DATAMARTS)
            .check(s -> s.expect(s.send(s.accepted())).hasNullError().list()),
        works(
            docs("DM-CREATE-ANSWERS", "Creating a datamart answers 200, its name, error null."),
            CREATE_DATAMART,
            (call, e) -> e.has("/id", text(call, "name")).hasNullError()),
        works(
            docs("DM-UPDATE-ANSWERS", "Updating a datamart answers 200 and its name."),
            UPDATE_DATAMART,
            (call, e) -> e.has("/id", text(call, "datamartName"))),
        works(
            seed("DM-DELETE-ANSWERS", "Deleting a datamart answers 200, its name, error null."),
            DELETE_DATAMART,
            (call, e) -> e.has("/id", text(call, "datamartName")).hasNullError()),
        reads(docs("EM-LIST-ANSWERS", "Listing embeds answers 200 with a list and error null."))
            .on(LIST_EMBEDS)
            .check(s -> s.expect(s.send(s.accepted())).hasNullError().list()),
        works(
            docs("EM-CREATE-ANSWERS", "Creating an embed answers 200, its id and error null."),
            CREATE_EMBED,
            (call, e) -> e.hasText("/id").hasNullError()),
        works(
            docs("EM-UPDATE-ANSWERS", "Updating an embed answers 200, its id and error null."),
            UPDATE_EMBED,
            (call, e) -> e.has("/id", text(call, "embedId")).hasNullError()),
        works(
            docs("EM-RENAME-ANSWERS", "Renaming an embed answers 200, its id and new name."),
            RENAME_EMBED,
            AnswerChecks::renamed),
        works(
            docs("EM-DELETE-ANSWERS", "Deleting an embed answers 200, its id and error null."),
            DELETE_EMBED,
            (call, e) -> e.has("/id", text(call, "embedId")).hasNullError()));
  }

  private static RequirementBuilder reads(RequirementBuilder rule) {
    return rule.trait(Trait.READS_ONLY);
  }

  private static Requirement works(
      RequirementBuilder rule, Operation operation, BiConsumer<Call, Expectation> answer) {
    return rule.on(operation)
        .check(
            s -> {
              Call call = s.accepted();
              answer.accept(call, s.expect(s.send(call)).succeeds());
            });
  }

  private static void renamed(Call call, Expectation answer) {
    answer.has("/id", text(call, "embedId")).has("/name", text(call, "name")).hasNullError();
  }

  private static void workspaceItems(CheckContext s, String member, List<String> known) {
    items(s, member, known).hasNullError();
  }

  /** Each item has the text, and what the run found before it began is among them. */
  private static Expectation items(CheckContext s, String member, List<String> known) {
    Exchange exchange = s.send(s.accepted());
    Expectation answer = s.expect(exchange);
    Set<String> texts = new TreeSet<>();
    for (JsonNode item : answer.list()) {
      s.demand(
          item.path(member).isTextual(), "each item has the text " + member, "an item is " + item);
      texts.add(item.path(member).asText());
    }
    s.demand(
        texts.containsAll(known),
        "an item for each of " + known + ", on which this run builds",
        "the items are " + texts);
    return answer;
  }

  private static void schema(CheckContext s) {
    Exchange exchange = s.send(s.accepted());
    s.expect(exchange).succeeds().has("/data/datasourceName", s.target().datasource());
    JsonNode tables = exchange.json().at("/data/tables");
    s.demand(tables.isArray(), "/data/tables is a list", exchange.summary());
    for (JsonNode table : tables) {
      s.demand(
          table.path("name").isTextual() && table.path("columns").isArray(),
          "each table has a name and columns",
          "a table is " + table);
    }
  }

  private static void counts(CheckContext s) {
    Exchange exchange = s.send(s.accepted());
    JsonNode tables = exchange.json().at("/data/tables");
    int columns = 0;
    for (JsonNode table : tables) {
      columns += table.path("columns").size();
    }
    s.expect(exchange)
        .succeeds()
        .has("/data/tableCount", tables.size())
        .has("/data/columnCount", columns);
  }

  private static String text(Call call, String member) {
    return call.arguments().path(member).asText();
  }
}
