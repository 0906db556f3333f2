package dev.datamart.conformance.broken;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.LIST_DATAMARTS;
import static dev.datamart.conformance.contract.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that lose parts of datamarts, or keep datamarts to one API key. */
final class UpdateMutants {
  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  private UpdateMutants() {}

  static List<Mutant> all() {
    return List.of(
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
