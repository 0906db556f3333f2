package dev.datamart.conformance.checks.datasources;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOthers;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.checks.shared.Strangers.disjoint;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Problem.DATASOURCE_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.List;

/** Datasources and their schemas, which no request of this part of the API changes. */
public final class DatasourceChecks {
  private DatasourceChecks() {}

  public static List<Requirement> all() {
    return List.of(
        docs("DS-LIST-ANSWERS", "Listing datasources answers 200 with named datasources.")
            .as(lists("name", s -> List.of(s.target().datasource()))),
        docs("DS-SCHEMA-ANSWERS", "A datasource's schema lists tables with their columns.")
            .trait(Trait.READS_ONLY)
            .hint("data is one object: datasourceName and tables, each with name and columns.")
            .check(DatasourceChecks::schema),
        client("DS-SCHEMA-COUNTS-ARE-TRUE", "tableCount and columnCount are true.")
            .trait(Trait.READS_ONLY)
            .hint("Count what this very answer shows, the columns of all tables together.")
            .check(DatasourceChecks::counts),
        docs("DS-LIST-HIDES-OTHER-ORGANIZATIONS", "Strangers' datasources are hidden.")
            .as(disjoint(DatasourceChecks::idOf)),
        docs(
                "DS-SCHEMA-OTHER-ORGANIZATION-IS-REFUSED",
                "To a stranger there is no such datasourceName.")
            .trait(Trait.READS_ONLY)
            .as(
                ofOthers(
                    "datasourceName",
                    DATASOURCE_UNKNOWN,
                    s -> Strangers.nameIn(s, LIST_DATASOURCES))),
        needs("DS-SCHEMA-NAME-IS-REQUIRED", "datasourceName"),
        unknown("DS-SCHEMA-UNKNOWN-IS-REFUSED", "datasourceName", DATASOURCE_UNKNOWN));
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
    int columns = Json.stream(tables).mapToInt(table -> table.path("columns").size()).sum();
    s.expect(exchange)
        .succeeds()
        .has("/data/tableCount", tables.size())
        .has("/data/columnCount", columns);
  }

  /** A datasource that does not tell its id tells it at least with its schema. */
  private static String idOf(CheckContext s, JsonNode item, String token) {
    String told = Json.text(item, "/id");
    if (told != null) {
      return told;
    }
    String name = item.path("name").asText();
    Exchange schema = s.send(s.call(GET_DATASOURCE_SCHEMA, "datasourceName", name).as(token));
    s.demand(
        schema.isDone(),
        "each organization has its own",
        "both see \"" + name + "\", and for one it has no schema");
    return schema.json().at("/data/datasourceId").asText();
  }
}
