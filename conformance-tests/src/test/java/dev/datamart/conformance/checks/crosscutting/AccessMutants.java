package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.ROTATE_API_TOKEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that let the wrong ones in, or the right ones not. */
public final class AccessMutants {
  private AccessMutants() {}

  private static final String SERVICE = "Bearer 11111111-1111-4111-8111-111111111111";

  public static List<Mutant> all() {
    return List.of(
        mutant(
            "no token is needed to list",
            "ABSENT-IS-REFUSED",
            "401",
            (ask, up) -> up.send(ask.authorization().isEmpty() ? ask.as(SERVICE) : ask)),
        mutant(
            "any token will do",
            "UNKNOWN-TOKEN-IS-REFUSED",
            "401",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return reply.status() == 401 ? up.send(ask.as(SERVICE)) : reply;
            }),
        mutant(
            "any token will do to delete by the verb family",
            "UNKNOWN-TOKEN-IS-REFUSED",
            "401",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return reply.status() == 401 && ask.is(DELETE_DATAMART, Family.VERB)
                  ? up.send(ask.as(SERVICE))
                  : reply;
            }),
        mutant(
            "the scheme does not matter",
            "OTHER-SCHEME-IS-REFUSED",
            "401",
            (ask, up) -> up.send(ask.as(ask.authorization().replace("Basic ", "Bearer ")))),
        mutant(
            "a scheme that ends in Bearer will do",
            "OTHER-SCHEME-IS-REFUSED",
            "401",
            (ask, up) -> up.send(ask.as(ask.authorization().replace("XBearer ", "Bearer ")))),
        mutant(
            "an empty token is somebody",
            "EMPTY-IS-REFUSED",
            "401",
            (ask, up) -> up.send(ask.authorization().equals("Bearer") ? ask.as(SERVICE) : ask)),
        mutant(
            "a bad token is a 403",
            "UNKNOWN-TOKEN-IS-REFUSED",
            "401",
            Faults.answers((ask, r) -> r.status() == 401, r -> r.status(403))),
        mutant(
            "a bad token has another code",
            "ABSENT-IS-REFUSED",
            "AUTHENTICATION_ERROR",
            Faults.answers(
                (ask, r) -> r.status() == 401,
                r -> r.edited(b -> ((ObjectNode) b.get("error")).put("code", "UNAUTHORIZED")))),
        mutant(
            "a 401 does not challenge",
            "CHALLENGES",
            "WWW-Authenticate",
            Faults.answers((ask, r) -> true, r -> r.header("www-authenticate", null))),
        mutant(
            "the scheme is case-sensitive",
            "SCHEME-IGNORES-CASE",
            "200",
            (ask, up) ->
                ask.authorization().startsWith("bearer")
                    ? Reply.refusal(401, "AUTHENTICATION_ERROR", "API key is invalid or expired")
                    : up.send(ask)),
        mutant(
            "API keys may list data apps",
            "API-KEY-IS-NOT-ENOUGH",
            "403",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return reply.status() == 403 && ask.is(LIST_DATA_APPS)
                  ? up.send(ask.as(SERVICE))
                  : reply;
            }),
        mutant(
            "API keys may make data apps",
            "API-KEY-IS-NOT-ENOUGH",
            "403",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return reply.status() == 403 && ask.is(CREATE_DATA_APP)
                  ? up.send(ask.as(SERVICE))
                  : reply;
            }),
        mutant(
            "a missing right is a 401",
            "API-KEY-IS-NOT-ENOUGH",
            "403",
            Faults.answers((ask, r) -> r.status() == 403, r -> r.status(401))),
        mutant(
            "service tokens list no embeds instead of being refused",
            "SERVICE-TOKEN-IS-NO-KEY",
            "INVALID_DATA_APP_API_KEY",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(LIST_EMBEDS) && reply.code().equals("INVALID_DATA_APP_API_KEY")
                  ? Reply.json(200, "data", List.of(), "error", null)
                  : reply;
            }),
        remembering("keys that were rotated out go on", "ROTATED-OUT-IS-REFUSED", ROTATE_API_TOKEN),
        remembering("keys of deleted data apps go on", "REVOKED-IS-REFUSED", DELETE_DATA_APP),
        mutant(
            "strangers may delete embeds",
            "OTHER-ORGANIZATION-IS-A-STRANGER",
            "400",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(DELETE_EMBED) && reply.code().equals("INVALID_REQUEST_BODY")
                  ? Reply.json(200, "id", ask.argument("embedId"), "error", null)
                  : reply;
            }),
        mutant(
            "the body is read before the token",
            "COMES-FIRST",
            "401",
            (ask, up) ->
                ask.body().equals("{\"broken\"")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Malformed JSON in request body")
                    : up.send(ask)),
        mutant(
            "paging is read before the token",
            "COMES-FIRST",
            "401",
            (ask, up) ->
                ask.is(LIST_DATASOURCES) && ask.argument("isPagination").equals("maybe")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Invalid pagination parameters")
                    : up.send(ask)));
  }

  /** Lets a key that was refused once it had worked pass as the service token. */
  private static Mutant remembering(String name, String id, Operation end) {
    return new Mutant(
        name,
        "AUTH-" + id,
        "401",
        () -> {
          Set<String> worked = ConcurrentHashMap.newKeySet();
          Set<String> made = ConcurrentHashMap.newKeySet();
          return (ask, up) -> {
            Reply reply = up.send(ask);
            if (ask.is(CREATE_API_TOKEN) && reply.ok()) {
              made.add("Bearer " + reply.json().path("key").asText());
            }
            if (reply.ok()) {
              worked.add(ask.authorization());
            }
            boolean dead = reply.status() == 401 && made.contains(ask.authorization());
            return dead
                    && ask.is(LIST_DATAMARTS)
                    && (worked.contains(ask.authorization()) || end == DELETE_DATA_APP)
                ? up.send(ask.as(SERVICE))
                : reply;
          };
        });
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "AUTH-" + id, sentence, () -> fault);
  }
}
