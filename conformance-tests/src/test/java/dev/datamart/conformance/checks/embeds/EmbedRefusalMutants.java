package dev.datamart.conformance.checks.embeds;

import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;

/** Servers that take requests about embeds which they should refuse. */
public final class EmbedRefusalMutants {
  private EmbedRefusalMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "deleting an unknown embed succeeds",
            "DELETE-UNKNOWN-IS-REFUSED",
            "400",
            notFoundIsFine(DELETE_EMBED)),
        mutant(
            "deleting an embed twice succeeds",
            "DELETE-TWICE-IS-REFUSED",
            "400",
            notFoundIsFine(DELETE_EMBED)),
        mutant(
            "an unknown embed has the other code",
            "DELETE-UNKNOWN-IS-REFUSED",
            "INVALID_REQUEST_BODY",
            Faults.refusals(
                DELETE_EMBED,
                r -> r.edited(b -> ((ObjectNode) b.get("error")).put("code", "INVALID_EMBED_ID")))),
        mutant(
            "renaming an unknown embed has the other code",
            "RENAME-UNKNOWN-IS-REFUSED",
            "INVALID_EMBED_ID",
            Faults.refusals(
                RENAME_EMBED,
                r ->
                    r.edited(
                        b -> ((ObjectNode) b.get("error")).put("code", "INVALID_REQUEST_BODY")))),
        accepting(
            "unknown workspaces are accepted",
            "CREATE-WORKSPACE-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_WORKSPACE_NAME"),
        accepting(
            "unknown dashboards are accepted",
            "CREATE-DASHBOARD-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_DASHBOARD_ID"),
        accepting(
            "unknown metrics are accepted",
            "CREATE-METRIC-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_METRIC_ID"),
        accepting(
            "unknown datamarts are accepted",
            "CREATE-DATAMART-MUST-EXIST",
            CREATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "datamarts of strangers are accepted",
            "CREATE-DATAMART-OF-OTHERS-IS-UNKNOWN",
            CREATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "embeds move to unknown datamarts",
            "UPDATE-DATAMART-MUST-EXIST",
            UPDATE_EMBED,
            "INVALID_DATAMART"),
        accepting(
            "tenancy for any table is accepted",
            "TENANCY-TABLE-MUST-EXIST",
            UPDATE_EMBED,
            "DATAMART_TABLE_NOT_FOUND"),
        accepting(
            "other data apps may update",
            "UPDATE-OTHER-DATA-APP-IS-REFUSED",
            UPDATE_EMBED,
            "INVALID_EMBED_ID"),
        accepting(
            "a dashboard embed needs no dashboard",
            "CREATE-DASHBOARD-IS-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "a metric embed needs no metric",
            "CREATE-METRIC-IS-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "a dashboard embed needs no settings",
            "CREATE-SETTINGS-ARE-REQUIRED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        accepting(
            "any embed type will do",
            "CREATE-TYPE-IS-CHECKED",
            CREATE_EMBED,
            "INVALID_REQUEST_BODY"),
        new Mutant(
            "of the tables of tenancy the first alone is checked",
            "EM-TENANCY-TABLE-MUST-EXIST",
            "400 DATAMART_TABLE_NOT_FOUND",
            () ->
                Faults.requests(
                    ask -> ask.arguments().at("/accessSettings/tableTenancySettings/1").isObject(),
                    EmbedRefusalMutants::withFirstTable)),
        new Mutant(
            "tables of tenancy are checked with a datamart alone",
            "EM-TENANCY-TABLE-MUST-EXIST",
            "400 DATAMART_TABLE_NOT_FOUND",
            () ->
                Faults.accepts(
                    UPDATE_EMBED,
                    ask -> ask.arguments().at("/accessSettings/datamartName").isMissingNode(),
                    "id",
                    "x",
                    "error",
                    null)),
        new Mutant(
            "settings are refused whose table is gone",
            "EM-UPDATE-TAKES-BACK-A-LOST-TABLE",
            "200 without an error",
            () ->
                (ask, up) ->
                    ask.is(UPDATE_EMBED)
                            && ask.arguments()
                                .at("/accessSettings/tableTenancySettings/0")
                                .isObject()
                        ? Reply.refusal(400, "DATAMART_TABLE_NOT_FOUND", "Datamart table not found")
                        : up.send(ask)),
        new Mutant(
            "client columns of tables are lost",
            "EM-CREATE-KEEPS-TABLE-TENANCY",
            "clientColumn",
            () ->
                Faults.editsItems(
                    LIST_EMBEDS,
                    item ->
                        item.at("/accessSettings/tableTenancySettings")
                            .forEach(entry -> ((ObjectNode) entry).remove("clientColumn")))),
        new Mutant(
            "an unknown embed type has a code of its own",
            "EM-CREATE-TYPE-IS-CHECKED",
            "400 INVALID_REQUEST_BODY",
            () ->
                (ask, up) ->
                    ask.argument("embedType").equals("SOMETIMES")
                        ? Reply.refusal(400, "INVALID_EMBED_TYPE", "No such type")
                        : up.send(ask)),
        accepting(
            "a name may be empty",
            "RENAME-MEMBERS-ARE-REQUIRED",
            RENAME_EMBED,
            "INVALID_REQUEST_BODY"));
  }

  private static Mutant accepting(String name, String id, Operation operation, String code) {
    return mutant(
        name,
        id,
        "",
        Faults.answers(
            (ask, reply) -> ask.is(operation) && reply.code().equals(code),
            reply -> Reply.json(200, "id", "x", "error", null)));
  }

  private static Fault notFoundIsFine(Operation operation) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(operation) && reply.status() == 400
          ? Reply.json(200, "id", ask.argument("embedId"), "error", null)
          : reply;
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "EM-" + id, sentence, () -> fault);
  }

  private static Ask withFirstTable(Ask ask) {
    ObjectNode arguments = ask.arguments();
    ((ArrayNode) arguments.at("/accessSettings/tableTenancySettings")).remove(1);
    return ask.arguments(arguments);
  }
}
