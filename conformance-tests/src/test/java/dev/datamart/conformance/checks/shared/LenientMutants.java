package dev.datamart.conformance.checks.shared;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.List;

/** Servers that say yes to what they should refuse. */
public final class LenientMutants {
  private LenientMutants() {}

  public static List<Mutant> all() {
    return List.of(
        lax("a datamart needs no datasource", "DM-CREATE-DATASOURCE-IS-REQUIRED", CREATE_DATAMART),
        lax("a datamart needs no tables", "DM-CREATE-TABLES-ARE-REQUIRED", CREATE_DATAMART),
        lax("an update needs no name", "DM-UPDATE-NAME-IS-REQUIRED", UPDATE_DATAMART),
        lax("any cardinality will do", "DM-RELATIONSHIP-WORDS-ARE-CHECKED", CREATE_DATAMART),
        lax(
            "an empty name deletes nothing and says yes",
            "DM-DELETE-NAME-EMPTY-IS-REFUSED",
            DELETE_DATAMART),
        lax(
            "a name that is no text says yes",
            "DM-DELETE-NAME-NOT-TEXT-IS-REFUSED",
            DELETE_DATAMART),
        lax("strangers may update", "DM-UPDATE-OTHER-ORGANIZATION-IS-REFUSED", UPDATE_DATAMART),
        lax("an embed needs no type", "EM-CREATE-TYPE-IS-REQUIRED", CREATE_EMBED),
        lax("an embed needs no workspace", "EM-CREATE-WORKSPACE-IS-REQUIRED", CREATE_EMBED),
        lax("any creation mode will do", "EM-CREATE-MODE-IS-CHECKED", CREATE_EMBED),
        lax("an update needs no embed", "EM-UPDATE-ID-IS-REQUIRED", UPDATE_EMBED),
        lax("an unknown embed is updated", "EM-UPDATE-UNKNOWN-IS-REFUSED", UPDATE_EMBED),
        lax("a delete needs no embed", "EM-DELETE-ID-IS-REQUIRED", DELETE_EMBED),
        lax(
            "other data apps may delete embeds",
            "EM-DELETE-OTHER-DATA-APP-IS-REFUSED",
            DELETE_EMBED),
        lax(
            "other data apps may rename embeds",
            "EM-RENAME-OTHER-DATA-APP-IS-REFUSED",
            RENAME_EMBED),
        lax("a data app without name is deleted", "DA-DELETE-NAME-IS-REQUIRED", DELETE_DATA_APP),
        lax(
            "deleting an unknown data app succeeds",
            "DA-DELETE-UNKNOWN-IS-REFUSED",
            DELETE_DATA_APP),
        lax(
            "strangers delete data apps",
            "DA-DELETE-OTHER-ORGANIZATION-IS-REFUSED",
            DELETE_DATA_APP),
        lax("a data app name may be taken", "DA-CREATE-NAME-MUST-BE-FREE", CREATE_DATA_APP),
        lax("a data app needs no name", "DA-CREATE-NAME-IS-REQUIRED", CREATE_DATA_APP),
        lax("a key needs no data app", "AT-CREATE-DATA-APP-IS-REQUIRED", CREATE_API_TOKEN),
        lax("a key needs no name", "AT-CREATE-NAME-IS-REQUIRED", CREATE_API_TOKEN),
        lax("keys of no data app are listed", "AT-LIST-DATA-APP-IS-REQUIRED", LIST_API_TOKENS),
        lax("keys of unknown data apps are listed", "AT-LIST-DATA-APP-MUST-EXIST", LIST_API_TOKENS),
        lax(
            "keys for unknown data apps are made",
            "AT-CREATE-DATA-APP-MUST-EXIST",
            CREATE_API_TOKEN),
        lax("strangers make keys", "AT-CREATE-OTHER-ORGANIZATION-IS-REFUSED", CREATE_API_TOKEN),
        lax("strangers list keys", "AT-LIST-OTHER-ORGANIZATION-IS-REFUSED", LIST_API_TOKENS),
        lax(
            "the schema of no datasource is shown",
            "DS-SCHEMA-NAME-IS-REQUIRED",
            GET_DATASOURCE_SCHEMA),
        lax(
            "the schema of any datasource is shown",
            "DS-SCHEMA-UNKNOWN-IS-REFUSED",
            GET_DATASOURCE_SCHEMA),
        lax(
            "dashboards of no workspace are shown",
            "WS-DASHBOARDS-NAME-IS-REQUIRED",
            LIST_WORKSPACE_DASHBOARDS),
        lax(
            "metrics of no workspace are shown",
            "WS-METRICS-NAME-IS-REQUIRED",
            LIST_WORKSPACE_METRICS),
        lax(
            "dashboards of any workspace are shown",
            "WS-DASHBOARDS-UNKNOWN-IS-REFUSED",
            LIST_WORKSPACE_DASHBOARDS));
  }

  /** Says yes wherever the right server says 400 to this operation. */
  private static Mutant lax(String name, String id, Operation operation) {
    return new Mutant(
        name,
        id,
        "400",
        () ->
            Faults.answers(
                (ask, reply) -> ask.is(operation) && reply.status() == 400,
                reply -> Reply.json(200, "id", "x", "data", List.of(), "error", null)));
  }
}
