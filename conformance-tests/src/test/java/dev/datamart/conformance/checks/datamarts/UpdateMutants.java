package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that update datamarts wrongly, or keep them to one API key. */
public final class UpdateMutants {
  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  private static final Set<String> UPDATED = ConcurrentHashMap.newKeySet();

  private UpdateMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "updating does nothing",
            "DM-UPDATE-REPLACES-TABLES",
            "columns",
            Faults.requests(
                ask -> ask.is(UPDATE_DATAMART),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  arguments.remove("tableList");
                  return ask.arguments(arguments);
                })),
        mutant(
            "an update forgets relationships",
            "DM-UPDATE-KEEPS-WHAT-IS-LEFT-OUT",
            "datamartRelationships",
            Faults.requests(
                ask -> ask.is(UPDATE_DATAMART) && !ask.arguments().has("relationships"),
                ask -> ask.argument("relationships", List.of()))),
        mutant(
            "an update forgets tenancy",
            "DM-UPDATE-KEEPS-WHAT-IS-LEFT-OUT",
            "tenancyLevel",
            Faults.requests(
                ask -> ask.is(UPDATE_DATAMART) && !ask.arguments().has("tenancySettings"),
                ask ->
                    ask.argument(
                        "tenancySettings",
                        Json.object(
                            "tenancyLevel",
                            "TABLE",
                            "clientColumnType",
                            "STRING",
                            "schemaName",
                            "public",
                            "tableName",
                            "customers",
                            "tableClientNameColumn",
                            "name",
                            "tablePrimaryKeyColumn",
                            "id")))),
        mutant(
            "an update keeps old relationships",
            "DM-UPDATE-REPLACES-RELATIONSHIPS",
            "named other",
            Faults.requests(
                ask -> ask.is(UPDATE_DATAMART),
                ask -> {
                  ObjectNode arguments = ask.arguments();
                  arguments.remove("relationships");
                  return ask.arguments(arguments);
                })),
        mutant(
            "updatedAt goes back",
            "DM-UPDATE-MOVES-ITS-DATE",
            "updatedAt",
            Faults.editsItems(
                LIST_DATAMARTS, item -> item.put("updatedAt", "2001-01-01T00:00:00Z"))),
        mutant(
            "updatedAt stands still",
            "DM-UPDATE-MOVES-ITS-DATE",
            "updatedAt is after",
            Faults.editsItems(
                LIST_DATAMARTS, item -> item.set("updatedAt", item.get("createdAt")))),
        new Mutant(
            "createdAt moves with an update",
            "DM-UPDATE-MOVES-ITS-DATE",
            "createdAt",
            () -> {
              Set<String> updated = ConcurrentHashMap.newKeySet();
              return (ask, up) -> {
                if (ask.is(UPDATE_DATAMART)) {
                  updated.add(ask.argument("datamartName"));
                }
                Reply reply = up.send(ask);
                return ask.is(LIST_DATAMARTS)
                    ? reply.edited(
                        b ->
                            b.path("data")
                                .forEach(
                                    item -> {
                                      if (updated.contains(item.path("name").asText())) {
                                        ((ObjectNode) item)
                                            .put("createdAt", "2001-01-01T00:00:00Z");
                                      }
                                    }))
                    : reply;
              };
            }),
        mutant(
            "an update takes the embeds along",
            "DM-UPDATE-KEEPS-EMBEDS",
            "still listed",
            (ask, up) -> {
              if (ask.is(LIST_EMBEDS) && !UPDATED.isEmpty()) {
                return up.send(ask)
                    .edited(
                        b -> {
                          if (b.get("data") instanceof ArrayNode data) {
                            for (int i = data.size() - 1; i >= 0; i--) {
                              if (UPDATED.contains(
                                  data.get(i).at("/accessSettings/datamartName").asText())) {
                                data.remove(i);
                              }
                            }
                          }
                        });
              }
              if (ask.is(UPDATE_DATAMART)) {
                UPDATED.add(ask.argument("datamartName"));
              }
              return up.send(ask);
            }),
        mutant(
            "a refused update changes the tenancy all the same",
            "DM-TABLES-STRUCTURE-IS-CHECKED",
            "nothing changes",
            (ask, up) -> {
              Reply reply = up.send(ask);
              if (ask.is(UPDATE_DATAMART) && reply.status() == 400) {
                up.send(ask.other(LIST_DATAMARTS).as(ask.authorization()));
                Ask half =
                    new Ask(
                        ask.method(),
                        ask.path(),
                        "",
                        ask.headers(),
                        Json.object(
                                "datamartName", ask.argument("datamartName"),
                                "tenancySettings", Json.object("tenancyLevel", "DATABASE"))
                            .toString());
                up.send(half);
              }
              return reply;
            }),
        mutant(
            "new tables come without tenancy",
            "DM-UPDATE-OF-TABLES-KEEPS-THE-REST",
            "datamartOrganization",
            withTables("tenancySettings", Json.object("tenancyLevel", "DATABASE"))),
        mutant(
            "new tables take the relationships away",
            "DM-UPDATE-OF-TABLES-KEEPS-THE-REST",
            "datamartRelationships",
            withTables("relationships", Json.array())),
        mutant(
            "a full join is not known",
            "DM-RELATIONSHIP-WORDS-ARE-ACCEPTED",
            "200",
            (ask, up) ->
                ask.is(CREATE_DATAMART) && ask.body().contains("FULL JOIN")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no")
                    : up.send(ask)),
        mutant(
            "many to many becomes many to one",
            "DM-RELATIONSHIP-WORDS-ARE-ACCEPTED",
            "ManyToMany",
            Faults.answers(
                (ask, reply) -> ask.is(LIST_DATAMARTS),
                reply -> reply.body(reply.body().replace("ManyToMany", "ManyToOne")))),
        mutant(
            "API keys may not create",
            "DM-CREATE-TAKES-API-KEY",
            "200",
            serviceOnly(CREATE_DATAMART)),
        mutant(
            "API keys may not update",
            "DM-UPDATE-TAKES-API-KEY",
            "200",
            serviceOnly(UPDATE_DATAMART)),
        mutant(
            "datamarts belong to the key that made them",
            "DM-LIST-BELONGS-TO-THE-ORGANIZATION",
            "listed for every token",
            ownOnly()));
  }

  /** Adds something to updates of tables that say nothing of it. */
  private static Fault withTables(String member, Object value) {
    return Faults.requests(
        ask ->
            ask.is(UPDATE_DATAMART)
                && ask.arguments().has("tableList")
                && !ask.arguments().has(member),
        ask -> ask.argument(member, value));
  }

  private static Fault serviceOnly(Operation operation) {
    return (ask, up) ->
        ask.is(operation) && !ask.authorization().equals(SERVICE)
            ? Reply.refusal(403, "AUTHENTICATION_ERROR", "no")
            : up.send(ask);
  }

  /** Hides from API keys what others made. */
  private static Fault ownOnly() {
    Map<String, String> makers = new ConcurrentHashMap<>();
    return (ask, up) -> {
      if (ask.is(CREATE_DATAMART)) {
        makers.put(ask.argument("name"), ask.authorization());
      }
      Reply reply = up.send(ask);
      return ask.is(LIST_DATAMARTS) && !ask.authorization().equals(SERVICE)
          ? reply.edited(body -> retain(body, makers, ask.authorization()))
          : reply;
    };
  }

  private static void retain(ObjectNode body, Map<String, String> makers, String caller) {
    ArrayNode data = (ArrayNode) body.get("data");
    for (int i = data.size() - 1; i >= 0; i--) {
      if (!caller.equals(makers.get(data.get(i).path("name").asText()))) {
        data.remove(i);
      }
    }
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
