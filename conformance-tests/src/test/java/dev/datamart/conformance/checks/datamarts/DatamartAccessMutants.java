package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Servers that read more or less of a request about datamarts than they should, or reach too far.
 */
public final class DatamartAccessMutants {
  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  private DatamartAccessMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "of two names the first is deleted",
            "DM-DELETE-NAME-TWICE-IS-REFUSED",
            "400",
            Faults.requests(
                ask -> ask.is(DELETE_DATAMART) && ask.query().contains("&"),
                ask ->
                    new Ask(
                        ask.method(),
                        ask.path(),
                        ask.query().replaceAll("&.*", ""),
                        ask.headers(),
                        ask.body()))),
        mutant(
            "a body on DELETE counts",
            "DM-DELETE-IGNORES-BODY",
            "gone",
            Faults.requests(
                ask -> ask.method().equals("DELETE") && !ask.body().isBlank(),
                ask ->
                    new Ask(
                        ask.method(),
                        ask.path(),
                        "datamartName=" + ask.argument("datamartName"),
                        ask.headers(),
                        ""))),
        refusing(
            "other parameters are refused",
            "DM-DELETE-IGNORES-OTHER-PARAMETERS",
            ask -> ask.query().contains("nonsense")),
        mutant(
            "with other parameters a delete says yes and does nothing",
            "DM-DELETE-IGNORES-OTHER-PARAMETERS",
            "gone",
            Faults.pretends(ask -> ask.query().contains("nonsense"), "id", "x", "error", null)),
        refusing(
            "unknown members of a datamart are refused",
            "DM-CREATE-IGNORES-UNKNOWN-MEMBERS",
            ask -> ask.body().contains("madeUp")),
        refusing(
            "service tokens may not delete",
            "DM-DELETE-TAKES-SERVICE-TOKEN",
            ask -> ask.is(DELETE_DATAMART) && ask.authorization().equals(SERVICE)),
        new Mutant(
            "only the key that made it may delete",
            "DM-DELETE-TAKES-ANY-API-KEY",
            "200",
            DatamartAccessMutants::firstKeyOnly),
        mutant(
            "moved embeds go with their first datamart",
            "DM-DELETE-KEEPS-EMBEDS-MOVED-AWAY",
            "nothing else",
            firstDatamart()),
        mutant(
            "a name is deleted in all organizations",
            "DM-DELETE-LEAVES-OTHER-ORGANIZATIONS",
            "gone there too",
            (ask, up) -> {
              if (ask.is(DELETE_DATAMART)) {
                up.send(ask.as("Bearer 33333333-3333-4333-8333-333333333333"));
              }
              return up.send(ask);
            }),
        mutant(
            "an update touches the embeds",
            "DM-UPDATE-CHANGES-IT-ALONE",
            "nothing else",
            touched()));
  }

  private static Mutant refusing(String name, String id, Predicate<Ask> when) {
    return mutant(
        name,
        id,
        "200",
        (ask, up) ->
            when.test(ask) ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no") : up.send(ask));
  }

  /** Each second key that was made may not delete. */
  private static Fault firstKeyOnly() {
    Set<String> refused = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok() && ask.argument("name").endsWith("-b")) {
        refused.add("Bearer " + reply.json().path("key").asText());
      }
      return ask.is(DELETE_DATAMART) && refused.contains(ask.authorization())
          ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Datamart not found")
          : reply;
    };
  }

  /** Remembers where an embed was made, and hides it when that datamart goes. */
  private static Fault firstDatamart() {
    Map<String, String> first = new ConcurrentHashMap<>();
    Set<String> gone = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_EMBED) && reply.ok()) {
        first.put(
            reply.json().path("id").asText(),
            ask.arguments().at("/accessSettings/datamartName").asText());
      }
      if (ask.is(DELETE_DATAMART) && reply.ok()) {
        gone.add(ask.argument("datamartName"));
      }
      return ask.is(LIST_EMBEDS) && reply.ok()
          ? reply.edited(
              body -> {
                ArrayNode data = (ArrayNode) body.get("data");
                for (int i = data.size() - 1; i >= 0; i--) {
                  String made = first.getOrDefault(data.get(i).path("embedId").asText(), "");
                  if (gone.contains(made)) {
                    data.remove(i);
                  }
                }
              })
          : reply;
    };
  }

  /** Shows embeds with another name once their datamart was updated. */
  private static Fault touched() {
    Set<String> updated = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      if (ask.is(UPDATE_DATAMART)) {
        updated.add(ask.argument("datamartName"));
      }
      Reply reply = up.send(ask);
      return ask.is(LIST_EMBEDS)
          ? reply.edited(
              body -> {
                for (JsonNode embed : body.path("data")) {
                  if (updated.contains(embed.at("/accessSettings/datamartName").asText())) {
                    ((ObjectNode) embed).put("name", "touched");
                  }
                }
              })
          : reply;
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
