package dev.datamart.conformance.checks.crosscutting;

import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Servers that lose count. */
public final class PagingMutants {
  private PagingMutants() {}

  public static List<Mutant> all() {
    return List.of(
        paged(
            "pages hold eleven",
            "EMBEDS-HOLD-TEN",
            "holds",
            (whole, n) -> cut(whole, (n - 1) * 11, n * 11)),
        paged(
            "pages hold nine",
            "EMBEDS-HOLD-TEN",
            "holds",
            (whole, n) -> cut(whole, (n - 1) * 9, n * 9)),
        paged(
            "the second page skips an item",
            "EMBEDS-HOLD-TEN",
            "page 2",
            (whole, n) -> cut(whole, (n - 1) * 10 + (n > 1 ? 1 : 0), n * 10)),
        paged(
            "the item on the boundary is on both pages",
            "EMBEDS-HOLD-TEN",
            "",
            (whole, n) -> cut(whole, (n - 1) * 10 - (n > 1 ? 1 : 0), n * 10)),
        paged(
            "a last page that is full is empty",
            "EMBEDS-HOLD-TEN",
            "holds",
            (whole, n) -> whole.size() == n * 10 ? List.of() : cut(whole, (n - 1) * 10, n * 10)),
        paged(
            "pages are counted from 0",
            "EMBEDS-HOLD-TEN",
            "page 1",
            (whole, n) -> cut(whole, n * 10, n * 10 + 10)),
        paged(
            "pages are in reverse",
            "EMBEDS-KEEP-ORDER",
            "joined",
            (whole, n) -> {
              List<JsonNode> page = cut(whole, (n - 1) * 10, n * 10);
              Collections.reverse(page);
              return page;
            }),
        mutant(
            "the first page is page two",
            "DEFAULTS-TO-FIRST",
            "page 1",
            Faults.requests(
                ask ->
                    ask.is(LIST_EMBEDS)
                        && ask.argument("isPagination").equals("true")
                        && !ask.arguments().has("pageNumber"),
                ask -> number(ask, 2))),
        mutant(
            "lists are always paged",
            "NEEDS-TO-BE-ASKED-FOR",
            "eleven",
            Faults.requests(
                ask -> ask.is(LIST_EMBEDS),
                ask ->
                    ask.body().isBlank()
                        ? ask.argument("isPagination", "true")
                        : ask.argument("isPagination", true))),
        mutant(
            "pageNumber alone pages",
            "NEEDS-TO-BE-ASKED-FOR",
            "eleven",
            Faults.requests(
                ask -> ask.is(LIST_EMBEDS) && ask.arguments().has("pageNumber"),
                ask ->
                    ask.body().isBlank()
                        ? ask.argument("isPagination", "true")
                        : ask.argument("isPagination", true))),
        mutant(
            "a page past the end is refused",
            "PAST-THE-END-IS-EMPTY",
            "200",
            (ask, up) ->
                ask.argument("pageNumber").equals("9999")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Invalid pagination parameters")
                    : up.send(ask)),
        mutant(
            "a page past the end is the last one",
            "PAST-THE-END-IS-EMPTY",
            "empty",
            Faults.requests(
                ask -> ask.argument("pageNumber").equals("9999"), ask -> number(ask, 1))),
        mutant("any pageNumber will do", "NUMBER-IS-CHECKED", "400", lenient()),
        mutant("any isPagination will do", "SWITCH-IS-CHECKED", "400", lenient()),
        mutant(
            "datamarts on the boundary are lost",
            "DATAMARTS-HOLD-TEN",
            "holds",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(LIST_DATAMARTS) && ask.argument("isPagination").equals("true")
                  ? reply.edited(
                      body -> {
                        if (body.path("data").size() == 10) {
                          ((ArrayNode) body.get("data")).remove(9);
                        }
                      })
                  : reply;
            }),
        mutant(
            "datamarts are listed by name",
            "DATAMARTS-KEEP-ORDER",
            "order of their making",
            recut(LIST_DATAMARTS, 10, PagingMutants::byName)),
        mutant(
            "datamarts are listed newest first",
            "DATAMARTS-KEEP-ORDER",
            "order of their making",
            recut(LIST_DATAMARTS, 10, Collections::reverse)),
        mutant(
            "data apps are paged by twenty",
            "DATA-APPS-HOLD-TEN",
            "holds",
            recut(LIST_DATA_APPS, 20, whole -> {})),
        mutant(
            "each page of datamarts is in reverse",
            "DATAMARTS-KEEP-ORDER",
            "joined",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(LIST_DATAMARTS) && ask.argument("isPagination").equals("true")
                  ? reply.edited(PagingMutants::reversed)
                  : reply;
            }),
        mutant(
            "keys are not paged",
            "TOKENS-HOLD-TEN",
            "holds",
            Faults.requests(
                ask -> ask.is(LIST_API_TOKENS), ask -> ask.argument("isPagination", "false"))),
        mutant(
            "pages of workspaces are empty",
            "LISTS-HOLD-TEN",
            "",
            Faults.answers(
                (ask, r) -> ask.is(LIST_WORKSPACES) && ask.argument("isPagination").equals("true"),
                r -> Reply.json(200, "data", List.of(), "error", null))));
  }

  /** Which items are on a page. */
  private interface Cut {
    List<JsonNode> page(List<JsonNode> whole, int number);
  }

  private static List<JsonNode> cut(List<JsonNode> whole, int from, int to) {
    int begin = Math.min(Math.max(from, 0), whole.size());
    return new ArrayList<>(whole.subList(begin, Math.min(Math.max(to, begin), whole.size())));
  }

  private static Mutant paged(String name, String id, String sentence, Cut cut) {
    return mutant(
        name,
        id,
        sentence,
        (ask, up) -> {
          if (!ask.is(LIST_EMBEDS) || !ask.argument("isPagination").equals("true")) {
            return up.send(ask);
          }
          Reply whole = up.send(ask.other(LIST_EMBEDS));
          int number = Math.max(1, ask.arguments().path("pageNumber").asInt(1));
          return whole.edited(
              body -> {
                List<JsonNode> items = new ArrayList<>();
                body.path("data").forEach(items::add);
                body.putArray("data").addAll(cut.page(items, number));
              });
        });
  }

  /** Lists in another order, in pages of another size. */
  static Fault recut(Operation list, int size, Consumer<List<JsonNode>> order) {
    return (ask, up) -> {
      if (!ask.is(list)) {
        return up.send(ask);
      }
      boolean page = ask.argument("isPagination").equals("true");
      int number = Math.max(1, ask.arguments().path("pageNumber").asInt(1));
      return up.send(ask.other(list))
          .edited(
              body -> {
                List<JsonNode> items = new ArrayList<>();
                body.path("data").forEach(items::add);
                order.accept(items);
                body.putArray("data")
                    .addAll(page ? cut(items, (number - 1) * size, number * size) : items);
              });
    };
  }

  static void byName(List<JsonNode> items) {
    items.sort(Comparator.comparing(item -> item.path("name").asText()));
  }

  static void reversed(ObjectNode body) {
    List<JsonNode> items = new ArrayList<>();
    body.path("data").forEach(items::add);
    Collections.reverse(items);
    body.putArray("data").addAll(items);
  }

  private static Ask number(Ask ask, int number) {
    return ask.body().isBlank()
        ? ask.argument("pageNumber", String.valueOf(number))
        : ask.argument("pageNumber", number);
  }

  private static Fault lenient() {
    return Faults.answers(
        (ask, reply) -> reply.json().at("/error/message").asText().contains("pagination"),
        reply -> Reply.json(200, "data", List.of(), "error", null));
  }

  private static Mutant mutant(String name, String id, String sentence, Fault fault) {
    return new Mutant(name, "PAGE-" + id, sentence, () -> fault);
  }
}
