package dev.datamart.conformance.broken;

import static dev.datamart.spec.Operation.CREATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Right servers that write the same things in another way. */
final class OtherWriting {
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~\\s]");

  private OtherWriting() {}

  static Map<String, Supplier<Fault>> all() {
    Map<String, Supplier<Fault>> all = new LinkedHashMap<>();
    all.put("letters and slashes escaped in JSON", () -> every(r -> r.body(escaped(r.body()))));
    all.put(
        "dates with nanoseconds",
        () -> every(r -> r.body(r.body().replaceAll("(:\\d\\d\\.\\d{3})Z\"", "$1456789Z\""))));
    all.put(
        "connections closed after each answer", () -> every(r -> r.header("connection", "close")));
    all.put("a header now and then", OtherWriting::nowAndThen);
    all.put(
        "cookies and tags",
        () ->
            every(
                r ->
                    r.header("set-cookie", "session=" + UUID.randomUUID() + "; HttpOnly")
                        .header("etag", '"' + UUID.randomUUID().toString() + '"')
                        .header("vary", "Origin")));
    all.put("error null in every success", () -> successes(b -> b.set("error", b.get("error"))));
    all.put("no ids beside what is documented", () -> items(OtherWriting::withoutId));
    all.put(
        "a challenge with its reason",
        () ->
            Faults.answers(
                (ask, r) -> r.status() == 401,
                r ->
                    r.header("www-authenticate", "Bearer realm=\"api\", error=\"invalid_token\"")));
    all.put(
        "a conflict where a name is taken",
        () ->
            Faults.answers(
                (ask, r) -> ask.is(CREATE_DATAMART) && r.body().contains("already exists"),
                r -> Reply.refusal(409, "NAME_TAKEN", "That name is taken.")));
    all.put(
        "numbers of requests in messages",
        () ->
            Faults.answers(
                (ask, r) -> r.status() >= 400 && r.json().path("error").isObject(),
                OtherWriting::numbered));
    all.put("lists in another order each time", OtherWriting::unordered);
    return all;
  }

  private static Fault every(UnaryOperator<Reply> change) {
    return Faults.answers((ask, r) -> true, change);
  }

  private static Fault successes(java.util.function.Consumer<ObjectNode> edit) {
    return Faults.answers((ask, r) -> r.ok(), r -> r.edited(edit));
  }

  private static Fault items(java.util.function.Consumer<ObjectNode> edit) {
    return successes(
        body -> {
          for (JsonNode item : body.path("data")) {
            if (item instanceof ObjectNode object) {
              edit.accept(object);
            }
          }
        });
  }

  /** Of a workspace and of a metric as an embed shows it, it is documented. */
  private static void withoutId(ObjectNode item) {
    if (!item.has("isMultiDatamart") && !item.has("isPublished")) {
      item.remove("id");
    }
  }

  private static String escaped(String json) {
    return NOT_ASCII
        .matcher(json.replace("/", "\\/"))
        .replaceAll(letters -> escapes(letters.group()));
  }

  private static String escapes(String letter) {
    StringBuilder escapes = new StringBuilder();
    letter.chars().forEach(unit -> escapes.append(String.format("\\\\u%04x", unit)));
    return escapes.toString();
  }

  /** As a balancer marks what it answers from another place. */
  private static Fault nowAndThen() {
    AtomicInteger count = new AtomicInteger();
    return every(r -> count.incrementAndGet() % 50 == 0 ? r.header("x-moved", "1") : r);
  }

  private static Reply numbered(Reply refusal) {
    return refusal.edited(
        body -> {
          ObjectNode error = (ObjectNode) body.get("error");
          error.put("message", error.path("message").asText() + " (" + UUID.randomUUID() + ")");
        });
  }

  /** Which order is right, nobody documents. */
  private static Fault unordered() {
    return Faults.answers(
        (ask, r) -> r.ok() && r.json().path("data").isArray(),
        r ->
            r.edited(
                body -> {
                  List<JsonNode> items = new ArrayList<>();
                  body.path("data").forEach(items::add);
                  Collections.shuffle(items);
                  body.putArray("data").addAll(items);
                }));
  }
}
