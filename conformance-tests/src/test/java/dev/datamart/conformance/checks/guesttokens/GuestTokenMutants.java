package dev.datamart.conformance.checks.guesttokens;

import static dev.datamart.spec.Operation.CREATE_GUEST_TOKEN;

import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Family;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers that make guest tokens wrongly, refuse what is right, and accept what is wrong. */
public final class GuestTokenMutants {
  private GuestTokenMutants() {}

  public static List<Mutant> all() {
    return Stream.of(making(), choosy(), careless(), GuestTokenParamMutants.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> making() {
    return List.of(
        mutant(
            "guest tokens are no UUIDs",
            "GT-CREATE-ANSWERS",
            "UUID",
            Faults.edits(CREATE_GUEST_TOKEN, body -> body.put("token", "guest-1"))),
        mutant(
            "guest tokens stand in data",
            "GT-CREATE-ANSWERS",
            "UUID",
            Faults.edits(
                CREATE_GUEST_TOKEN,
                body -> body.putObject("data").set("token", body.remove("token")))),
        mutant(
            "all guest tokens are the same",
            "GT-CREATE-MAKES-ANOTHER-ONE",
            "two different tokens",
            sameToken()),
        mutant("a guest token opens the API", "GT-CREATE-MAKES-NO-BEARER", "401", opensTheApi()),
        mutant(
            "the older path of version 1 is not there",
            "GT-CREATE-ALIAS-IS-THE-SAME",
            "200",
            (ask, up) ->
                ask.path().startsWith("/api/v1/guest-tokens")
                    ? Reply.refusal(404, "RESOURCE_NOT_FOUND", "Resource not found")
                    : up.send(ask)));
  }

  /** Each refuses something that is right. */
  private static List<Mutant> choosy() {
    return List.of(
        refusing(
            "no tenancy is no client",
            "GT-CREATE-TAKES-NO-TENANCY",
            ask -> ask.argument("clientId").equals("None")),
        refusing(
            "no guest token has a datasource",
            "GT-CREATE-TAKES-A-DATASOURCE",
            ask -> has(ask, "/datasourceName")),
        refusing(
            "each guest token expires",
            "GT-CREATE-NEEDS-NO-EXPIRY",
            ask -> !ask.arguments().has("expiryTime")));
  }

  /** Each accepts something that is wrong. */
  private static List<Mutant> careless() {
    return List.of(
        accepting(
            "a client need not be named",
            "GT-CREATE-CLIENT-IS-REQUIRED",
            ask -> ask.argument("clientId").isEmpty()),
        accepting(
            "a number is a client",
            "GT-CREATE-CLIENT-IS-REQUIRED",
            ask -> ask.arguments().path("clientId").isNumber()),
        accepting(
            "a data app need not be named",
            "GT-CREATE-DATA-APP-IS-REQUIRED",
            ask -> ask.is(CREATE_GUEST_TOKEN, Family.KEBAB) && !ask.arguments().has("dataAppName")),
        accepting(
            "a workspace need not be named",
            "GT-CREATE-WORKSPACE-IS-REQUIRED",
            ask ->
                ask.is(CREATE_GUEST_TOKEN, Family.VERB) && !ask.arguments().has("workspaceName")),
        accepting(
            "0 is for ever",
            "GT-CREATE-EXPIRY-IS-POSITIVE",
            ask -> ask.arguments().path("expiryTime").asText().equals("0")),
        accepting(
            "expiryTime may be a text",
            "GT-CREATE-EXPIRY-IS-POSITIVE",
            ask -> ask.arguments().path("expiryTime").isTextual()),
        accepting(
            "settings are overlooked",
            "GT-CREATE-MISPLACED-IS-REFUSED",
            ask -> has(ask, "/accessSettings")),
        accepting(
            "embeds at the top are overlooked",
            "GT-CREATE-MISPLACED-IS-REFUSED",
            ask -> has(ask, "/allowedEmbeds")),
        accepting(
            "any data app will do", "GT-CREATE-DATA-APP-IS-THE-KEYS", "INVALID_DATA_APP_API_KEY"),
        accepting("any workspace will do", "GT-CREATE-WORKSPACE-MUST-EXIST", "WORKSPACE_ID_ERROR"),
        accepting(
            "any datasource will do", "GT-CREATE-DATASOURCE-MUST-EXIST", "DATASOURCE_NAME_ERROR"));
  }

  static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, id, sentence, () -> fault);
  }

  static Mutant refusing(String name, String id, Predicate<Ask> when) {
    return mutant(
        name,
        id,
        "200",
        (ask, up) ->
            ask.is(CREATE_GUEST_TOKEN) && when.test(ask)
                ? Reply.refusal(400, "INVALID_REQUEST_BODY", "No")
                : up.send(ask));
  }

  static Mutant accepting(String name, String id, Predicate<Ask> when) {
    return mutant(
        name,
        id,
        "400",
        (ask, up) -> {
          Reply reply = up.send(ask);
          boolean isMeant = ask.is(CREATE_GUEST_TOKEN) && reply.status() == 400 && when.test(ask);
          return isMeant ? made(UUID.randomUUID().toString()) : reply;
        });
  }

  /** Accepts what is refused with that code. */
  static Mutant accepting(String name, String id, String code) {
    return mutant(
        name,
        id,
        "400",
        Faults.answers(
            (ask, reply) -> ask.is(CREATE_GUEST_TOKEN) && reply.code().equals(code),
            reply -> made(UUID.randomUUID().toString())));
  }

  private static Reply made(String token) {
    return Reply.json(200, "token", token);
  }

  static boolean has(Ask ask, String pointer) {
    return !ask.arguments().at(pointer).isMissingNode();
  }

  private static Fault sameToken() {
    AtomicReference<Reply> first = new AtomicReference<>();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (!ask.is(CREATE_GUEST_TOKEN) || !reply.ok()) {
        return reply;
      }
      first.compareAndSet(null, reply);
      return reply.body(first.get().body());
    };
  }

  /** Takes a guest token for the API key that made it. */
  private static Fault opensTheApi() {
    Map<String, String> keys = new ConcurrentHashMap<>();
    return (ask, up) -> {
      String authorization = keys.getOrDefault(ask.authorization(), ask.authorization());
      Reply reply = up.send(ask.as(authorization));
      if (ask.is(CREATE_GUEST_TOKEN) && reply.ok()) {
        keys.put("Bearer " + reply.json().path("token").asText(), authorization);
      }
      return reply;
    };
  }
}
