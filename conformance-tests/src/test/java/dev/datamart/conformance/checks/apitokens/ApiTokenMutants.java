package dev.datamart.conformance.checks.apitokens;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that make, list and end API keys wrongly. */
public final class ApiTokenMutants {
  private ApiTokenMutants() {}

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "a second key sees nothing",
            "AT-CREATE-GIVES-A-WORKING-KEY",
            "lists embed",
            secondKeyIsBlind()),
        mutant(
            "a new key is made up",
            "AT-CREATE-GIVES-ANOTHER-KEY",
            "200",
            Faults.edits(CREATE_API_TOKEN, body -> body.put("key", UUID.randomUUID().toString()))),
        mutant(
            "all keys are the same",
            "AT-CREATE-GIVES-ANOTHER-KEY",
            "two different keys",
            sameKey()),
        mutant(
            "keys are described otherwise",
            "AT-LIST-SHOWS-THE-KEYS",
            "description",
            Faults.editsItems(LIST_API_TOKENS, key -> key.put("description", "A key"))),
        mutant(
            "rotation makes a key of nothing",
            "AT-ROTATE-GIVES-A-WORKING-KEY",
            "",
            Faults.edits(ROTATE_API_TOKEN, body -> body.put("key", UUID.randomUUID().toString()))),
        mutant(
            "rotation gives the old key back",
            "AT-ROTATE-GIVES-A-WORKING-KEY",
            "new key",
            (ask, up) ->
                ask.is(ROTATE_API_TOKEN)
                    ? Reply.json(200, "key", ask.authorization().replace("Bearer ", ""))
                    : up.send(ask)),
        mutant(
            "rotation leaves the old key alive",
            "AT-ROTATE-ENDS-THE-OLD-KEY",
            "401",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN), ask -> ask.argument("expireAt", 86400))),
        mutant(
            "rotation ends the old key at once",
            "AT-ROTATE-KEEPS-THE-OLD-KEY-A-WHILE",
            "200",
            Faults.requests(ask -> ask.is(ROTATE_API_TOKEN), ask -> ask.argument("expireAt", 0))),
        mutant(
            "expireAt must be a number",
            "AT-ROTATE-TAKES-A-NUMERIC-TEXT",
            "200",
            (ask, up) ->
                ask.is(ROTATE_API_TOKEN) && ask.arguments().path("expireAt").isTextual()
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "no")
                    : up.send(ask)),
        mutant("keys that are over are listed", "AT-LIST-LEAVES-DEAD-KEYS-OUT", "", deadKeys()),
        mutant(
            "what is no time is 0",
            "AT-ROTATE-EXPIRE-AT-IS-CHECKED",
            "400",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN) && !ask.argument("expireAt").matches("\\d+"),
                ask -> ask.argument("expireAt", 0))),
        mutant(
            "a negative expireAt is long ago",
            "AT-ROTATE-EXPIRE-AT-IS-CHECKED",
            "400",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN) && ask.argument("expireAt").startsWith("-"),
                ask -> ask.argument("expireAt", 0))),
        mutant(
            "keys are no UUIDs",
            "AT-CREATE-ANSWERS",
            "UUID",
            Faults.edits(CREATE_API_TOKEN, body -> body.put("key", "dbn_live_abc123"))),
        mutant(
            "rotated keys are no UUIDs",
            "AT-ROTATE-ANSWERS",
            "UUID",
            Faults.edits(ROTATE_API_TOKEN, body -> body.put("key", "dbn_live_abc123"))),
        mutant(
            "keys are listed without their names",
            "AT-LIST-SHOWS-THE-KEYS",
            "with the name",
            Faults.editsItems(LIST_API_TOKENS, key -> key.put("name", "API key"))),
        mutant(
            "expireAt counts minutes",
            "AT-ROTATE-ENDS-THE-OLD-KEY-IN-TIME",
            "401",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN),
                ask -> ask.argument("expireAt", 60 * ask.arguments().path("expireAt").asInt()))),
        mutant(
            "a text as expireAt means never",
            "AT-ROTATE-TAKES-A-NUMERIC-TEXT",
            "401",
            Faults.requests(
                ask -> ask.is(ROTATE_API_TOKEN) && ask.arguments().path("expireAt").isTextual(),
                ask -> ask.argument("expireAt", 86400))));
  }

  private static Fault deadKeys() {
    Set<String> dead = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(ROTATE_API_TOKEN) && reply.ok()) {
        dead.add(ask.authorization().replace("Bearer ", ""));
      }
      return ask.is(LIST_API_TOKENS) && reply.ok()
          ? reply.edited(
              body ->
                  dead.forEach(key -> ((ArrayNode) body.get("data")).addObject().put("key", key)))
          : reply;
    };
  }

  private static Fault sameKey() {
    Map<String, String> keys = new ConcurrentHashMap<>();
    return (ask, up) -> {
      String app = ask.argument("dataAppName");
      if (ask.is(CREATE_API_TOKEN) && keys.containsKey(app)) {
        return Reply.json(200, "key", keys.get(app));
      }
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok()) {
        keys.put(app, reply.json().path("key").asText());
      }
      return reply;
    };
  }

  private static Fault secondKeyIsBlind() {
    Set<String> apps = ConcurrentHashMap.newKeySet();
    Set<String> blind = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (ask.is(CREATE_API_TOKEN) && reply.ok() && !apps.add(ask.argument("dataAppName"))) {
        blind.add("Bearer " + reply.json().path("key").asText());
      }
      return ask.is(LIST_EMBEDS) && blind.contains(ask.authorization())
          ? Reply.json(200, "data", List.of(), "error", null)
          : reply;
    };
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }
}
