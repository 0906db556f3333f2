package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;

/** Servers that create, list and update datamarts wrongly. */
public final class DatamartMutants {
  private static final List<String> WITH_DETAILS =
      List.of("datamartTables", "datamartRelationships");

  private DatamartMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "creating does nothing",
            "CREATE-ADDS-IT",
            "appears",
            Faults.pretends(ask -> ask.is(CREATE_DATAMART), "id", "x", "error", null)),
        mutant(
            "columns beyond the first are lost",
            "CREATE-KEEPS-WHAT-WAS-SAID",
            "columns",
            Faults.editsItems(
                LIST_DATAMARTS,
                item ->
                    item.path("datamartTables")
                        .forEach(
                            table -> {
                              ArrayNode columns = (ArrayNode) table.path("datamartTableColumns");
                              while (columns.size() > 1) {
                                columns.remove(1);
                              }
                            }))),
        mutant(
            "the schema of tables is lost",
            "CREATE-KEEPS-WHAT-WAS-SAID",
            "columns",
            tables(table -> table.put("schemaName", "dbo"))),
        mutant(
            "labels are lost",
            "CREATE-KEEPS-DETAILS",
            "label",
            tables(table -> table.putNull("label"))),
        mutant(
            "client columns are lost",
            "CREATE-KEEPS-DETAILS",
            "clientColumn",
            tables(table -> table.putNull("clientColumn"))),
        mutant(
            "SQL of custom columns is lost",
            "CREATE-KEEPS-DETAILS",
            "sql",
            columns(column -> column.putNull("sql"))),
        mutant(
            "hidden columns are shown",
            "CREATE-KEEPS-DETAILS",
            "column isHide",
            columns(column -> column.put("isHide", false))),
        mutant(
            "the name column of tenancy is lost",
            "CREATE-KEEPS-TENANCY",
            "tableClientNameColumn",
            Faults.editsItems(
                LIST_DATAMARTS,
                item -> {
                  if (item.path("datamartOrganization") instanceof ObjectNode tenancy) {
                    tenancy.putNull("tableClientNameColumn");
                  }
                })),
        mutant(
            "the join of relationships is lost",
            "CREATE-KEEPS-RELATIONSHIPS",
            "join",
            Faults.editsItems(
                LIST_DATAMARTS,
                item ->
                    item.path("datamartRelationships")
                        .forEach(each -> ((ObjectNode) each).put("join", "INNER JOIN")))),
        mutant(
            "dates are in local time",
            "CREATE-IS-DATED",
            "UTC",
            Faults.editsItems(
                LIST_DATAMARTS,
                item ->
                    item.put("createdAt", item.path("createdAt").asText().replace("Z", "+02:00")))),
        mutant(
            "details are left out by default",
            "LIST-EXPANDS-UNLESS-TOLD",
            "is there",
            Faults.answers(
                (ask, r) -> ask.is(LIST_DATAMARTS) && !ask.arguments().has("expandDetails"),
                DatamartMutants::bare)),
        mutant(
            "details are left out even when asked for",
            "LIST-EXPANDS-WHEN-TOLD",
            "is there",
            Faults.answers(
                (ask, r) -> ask.is(LIST_DATAMARTS) && ask.arguments().has("expandDetails"),
                DatamartMutants::bare)),
        mutant(
            "expandDetails=false is ignored",
            "LIST-EXPANDS-NOT-WHEN-TOLD",
            "left out",
            Faults.requests(
                ask -> ask.is(LIST_DATAMARTS),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  arguments.remove("expandDetails");
                  return ask.arguments(arguments);
                })),
        mutant(
            "API keys list no datamarts",
            "LIST-IS-THE-SAME-FOR-ALL",
            "for every token",
            Faults.answers(
                (ask, r) ->
                    ask.is(LIST_DATAMARTS) && !ask.authorization().contains("1111-111111111111"),
                r -> Reply.json(200, "data", List.of(), "error", null))),
        mutant(
            "datamarts of all organizations are listed",
            "LIST-HIDES-OTHER-ORGANIZATIONS",
            "hidden from strangers",
            Faults.requests(
                ask -> ask.is(LIST_DATAMARTS),
                ask -> ask.as("Bearer 11111111-1111-4111-8111-111111111111"))),
        refusing(
            "an unknown datasource is accepted",
            "CREATE-DATASOURCE-MUST-EXIST",
            CREATE_DATAMART,
            "datasource"),
        refusing("a taken name is accepted", "CREATE-NAME-MUST-BE-FREE", CREATE_DATAMART, "exists"),
        refusing(
            "updating an unknown datamart succeeds",
            "UPDATE-UNKNOWN-IS-REFUSED",
            UPDATE_DATAMART,
            "not found"),
        refusing(
            "a name of the wrong type is accepted",
            "CREATE-NAME-IS-REQUIRED",
            CREATE_DATAMART,
            "name"),
        mutant(
            "names are unique without regard to case",
            "CREATE-NAME-IS-CASE-SENSITIVE",
            "200",
            (ask, up) ->
                ask.is(CREATE_DATAMART) && ask.argument("name").endsWith("-CASE")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Datamart already exists")
                    : up.send(ask)));
  }

  private static Reply bare(Reply reply) {
    return reply.edited(
        body -> body.path("data").forEach(item -> ((ObjectNode) item).remove(WITH_DETAILS)));
  }

  private static Fault tables(java.util.function.Consumer<ObjectNode> edit) {
    return Faults.editsItems(
        LIST_DATAMARTS,
        item -> item.path("datamartTables").forEach(table -> edit.accept((ObjectNode) table)));
  }

  private static Fault columns(java.util.function.Consumer<ObjectNode> edit) {
    return tables(
        table ->
            table.path("datamartTableColumns").forEach(column -> edit.accept((ObjectNode) column)));
  }

  /** Says yes where the right server refuses with such a message. */
  static Mutant refusing(String name, String id, Operation operation, String message) {
    return mutant(
        name,
        id,
        "",
        Faults.answers(
            (ask, reply) ->
                ask.is(operation)
                    && reply.status() == 400
                    && reply.json().at("/error/message").asText().contains(message),
            reply -> Reply.json(200, "id", "x", "error", null)));
  }

  static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "DM-" + id, sentence, () -> fault);
  }
}
