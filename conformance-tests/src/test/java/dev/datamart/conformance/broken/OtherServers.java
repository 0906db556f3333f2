package dev.datamart.conformance.broken;

import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.CREATE_GUEST_TOKEN;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.spec.ContractSpec;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Servers that do it another way and are right all the same. */
public final class OtherServers {
  private OtherServers() {}

  public static Map<String, Supplier<Fault>> all() {
    Map<String, Supplier<Fault>> all = new LinkedHashMap<>();
    all.put("other texts in errors", () -> errors(e -> e.put("message", "That will not do.")));
    all.put("no error.status", () -> errors(e -> e.remove("status")));
    all.put("more members in errors", () -> errors(e -> e.put("requestId", "r-1")));
    all.put(
        "more members in answers",
        () ->
            Faults.answers(
                (ask, r) -> r.ok(), r -> r.edited(b -> b.put("requestId", "r-1").put("took", 3))));
    all.put(
        "more members in items",
        () ->
            Faults.answers(
                (ask, r) -> r.ok() && r.json().path("data").isArray(),
                r ->
                    r.edited(
                        b ->
                            b.path("data")
                                .forEach(item -> ((ObjectNode) item).put("color", "red")))));
    all.put("counters and signed addresses in items", OtherServers::varying);
    all.put("other ids of embeds", OtherServers::otherIds);
    all.put(
        "members in another order", () -> Faults.answers((ask, r) -> true, OtherServers::shuffled));
    all.put(
        "slow answers",
        () ->
            (ask, up) -> {
              LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(3_000_000L));
              return up.send(ask);
            });
    all.put(
        "white space in answers",
        () ->
            Faults.answers(
                (ask, r) -> true, r -> r.body("\n  " + r.body().replace(",\"", ",\n  \"") + "\n")));
    all.put(
        "a charset in Content-Type",
        () ->
            Faults.answers(
                (ask, r) -> true, r -> r.header("content-type", "application/json;charset=UTF-8")));
    all.put(
        "more headers",
        () ->
            Faults.answers(
                (ask, r) -> true,
                r -> r.header("x-powered-by", "other").header("cache-control", "no-store")));
    all.put(
        "dates without fractions of a second",
        () ->
            Faults.answers(
                (ask, r) -> true, r -> r.body(r.body().replaceAll("(:\\d\\d)\\.\\d+Z", "$1Z"))));
    all.put(
        "offsets +00:00 in dates",
        () ->
            Faults.answers(
                (ask, r) -> true,
                r ->
                    r.body(
                        r.body()
                            .replaceAll("(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)Z\"", "$1+00:00\""))));
    all.put("chunked answers", () -> Faults.answers((ask, r) -> true, Reply::chunked));
    all.put("unknown members refused", OtherServers::strict);
    all.put("a page past the end refused", OtherServers::pastTheEnd);
    all.put("a limit of requests per second", () -> limited(1000));
    all.put("nothing that is only decided", NothingDecided::new);
    all.putAll(OtherWriting.all());
    return all;
  }

  /** Refuses bodies with a member that the contract has nowhere. */
  private static Fault strict() {
    Set<String> known =
        Pattern.compile("^ *(\\w+):", Pattern.MULTILINE)
            .matcher(ContractSpec.load().text())
            .results()
            .map(key -> key.group(1))
            .collect(Collectors.toSet());
    return (ask, up) -> {
      Set<String> members = new TreeSet<>();
      if (!ask.body().isBlank()) {
        ask.arguments().fieldNames().forEachRemaining(members::add);
      }
      return known.containsAll(members)
          ? up.send(ask)
          : Reply.refusal(400, "INVALID_REQUEST_BODY", "Unknown member");
    };
  }

  /** What comes past the end is not documented, so that it may be a refusal, in every family. */
  private static Fault pastTheEnd() {
    Problem invalid = Problem.PAGINATION_INVALID;
    return (ask, up) -> {
      Reply reply = up.send(ask);
      boolean isEmpty = reply.json().path("data").isArray() && reply.json().path("data").isEmpty();
      return isEmpty && ask.argument("pageNumber").matches("[2-9]|\\d\\d+")
          ? Reply.refusal(invalid.status(), invalid.code(), invalid.message())
          : reply;
    };
  }

  /** Lets so many requests through in each second, and puts the others off to the next. */
  private static Fault limited(int perSecond) {
    AtomicLong second = new AtomicLong();
    AtomicInteger taken = new AtomicInteger();
    return (ask, up) -> {
      long now = System.nanoTime() / 1_000_000_000L;
      if (second.getAndSet(now) != now) {
        taken.set(0);
      }
      return taken.incrementAndGet() > perSecond
          ? Reply.refusal(429, "TOO_MANY_REQUESTS", "Too many requests").header("retry-after", "1")
          : up.send(ask);
    };
  }

  private static Fault errors(java.util.function.Consumer<ObjectNode> edit) {
    return Faults.answers(
        (ask, r) -> r.status() >= 400 && r.json().path("error").isObject(),
        r -> r.edited(b -> edit.accept((ObjectNode) b.get("error"))));
  }

  /** Items show values of the server's own that are soon other ones. */
  private static Fault varying() {
    return Faults.answers(
        (ask, r) -> r.ok() && r.json().path("data").isArray(),
        r -> {
          long views = System.nanoTime() / 100_000_000L;
          return r.edited(
              body ->
                  body.path("data")
                      .findParents("name")
                      .forEach(
                          item ->
                              ((ObjectNode) item)
                                  .put("views", views)
                                  .put("picture", "https://x/?sig=" + views)));
        });
  }

  /** Shows ids as {@code embed:…} and takes them back. */
  private static Fault otherIds() {
    return (ask, up) -> {
      Ask translated = ask;
      if (ask.argument("embedId").startsWith("embed:")) {
        translated = ask.argument("embedId", ask.argument("embedId").substring(6));
      } else if (ask.is(CREATE_GUEST_TOKEN)) {
        translated = ask.body(ask.body().replace("\"embed:", "\""));
      }
      Reply reply = up.send(translated);
      if (ask.is(CREATE_EMBED, UPDATE_EMBED, RENAME_EMBED, DELETE_EMBED) && reply.ok()) {
        return reply.edited(b -> b.put("id", "embed:" + b.path("id").asText()));
      }
      return reply.ok() ? reply.edited(b -> prefixed(b)) : reply;
    };
  }

  private static void prefixed(JsonNode tree) {
    if (tree instanceof ObjectNode object && object.path("embedId").isTextual()) {
      String id = object.path("embedId").asText();
      if (object.path("name").asText().equals(id)) {
        object.put("name", "embed:" + id);
      }
      object.put("embedId", "embed:" + id);
    }
    tree.forEach(OtherServers::prefixed);
  }

  /** The members of every object in an order that is another one each time. */
  private static Reply shuffled(Reply reply) {
    return reply.edited(OtherServers::shuffle);
  }

  private static void shuffle(JsonNode tree) {
    tree.forEach(OtherServers::shuffle);
    if (tree instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
      object.properties().forEach(m -> members.add(Map.entry(m.getKey(), m.getValue())));
      Collections.shuffle(members);
      object.removeAll();
      members.forEach(member -> object.set(member.getKey(), member.getValue()));
    }
  }
}
