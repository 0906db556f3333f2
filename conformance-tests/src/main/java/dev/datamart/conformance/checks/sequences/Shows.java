package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.model.Thing;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lists of a play must show, beside what every look compares.
 *
 * @param history all calls of the play and their answers
 * @param stem what all names of the play begin with
 */
record Shows(CheckContext context, List<Exchange> history, String stem) {

  /** A list shows what was there before the run, and what the play has made. */
  void list(Noun noun, Exchange answer) {
    Call call = answer.call();
    if (call.operation() == Operation.GET_DATASOURCE_SCHEMA) {
      schema(answer);
      return;
    }
    JsonNode items = context.expect(answer).list();
    if (call.operation() == Operation.QUERY_METRIC) {
      context.expect(answer).has("/metricid", call.arguments().path("metricId"));
      return;
    }
    List<String> keys = keys(noun, items);
    if (Model.token(call).equals(context.run().tokens().otherService())) {
      hidden(noun, keys);
      return;
    }
    if (call.operation() == Operation.LIST_EMBEDS && call.arguments().has("clientId")) {
      context.demand(keys.isEmpty(), "no embed, since none is made for a client", "" + keys);
      return;
    }
    if (Pages.isPaged(call)) {
      page(noun, call, items);
      return;
    }
    context.target().known(noun).ifPresent(known -> isListed(noun, known, keys));
    made(noun, call).forEach(thing -> isListed(noun, thing.key(), keys));
    switch (call.operation()) {
      case LIST_DASHBOARDS -> dashboards(context.model().app(call), keys);
      case LIST_DATAMARTS -> details(call, items);
      case LIST_METRICS -> metrics(call, keys);
      default -> {}
    }
  }

  static List<String> keys(Noun noun, JsonNode items) {
    List<String> keys = new ArrayList<>();
    items.forEach(item -> keys.add(item.path(noun.key()).asText()));
    return keys;
  }

  private void schema(Exchange answer) {
    JsonNode tables = answer.json().at("/data/tables");
    String known = context.target().table().name();
    Set<String> names = new HashSet<>();
    int columns = 0;
    for (JsonNode table : tables) {
      names.add(table.path("name").asText());
      columns += table.path("columns").size();
    }
    context.demand(names.contains(known), "the table " + known, answer.summary());
    context.expect(answer).has("/data/tableCount", tables.size()).has("/data/columnCount", columns);
  }

  private void isListed(Noun noun, String key, List<String> keys) {
    context.demand(keys.contains(key), noun.described(key) + " is listed", "it is not");
  }

  /** What the play has made of a noun and the token of the call reaches. */
  private Stream<Thing> made(Noun noun, Call call) {
    if (!noun.isMade()) {
      return Stream.empty();
    }
    String argument = noun.ownerArgument();
    String owner =
        argument == null ? context.model().app(call) : call.arguments().path(argument).asText();
    return context.model().all(noun).stream()
        .filter(Thing::isCertain)
        .filter(thing -> noun.owner() == null || thing.owner().equals(owner));
  }

  /** A page of what belongs to a data app of the play, which nobody else changes meanwhile. */
  private void page(Noun noun, Call call, JsonNode items) {
    Set<String> keys = new HashSet<>(keys(noun, items));
    boolean isOwned = noun.owner() != null && noun.isSeen();
    context.demand(
        keys.size() == items.size() && items.size() <= Pages.SIZE,
        "at most ten items, none twice",
        items.size() + " items of " + keys);
    if (isOwned) {
      Exchange whole = context.send(call.without("isPagination").without("pageNumber"));
      List<String> all = keys(noun, context.expect(whole).list());
      int size = Pages.size(call, all.size());
      context.demand(
          items.size() == size && all.containsAll(keys),
          size + " items of " + all,
          items.size() + " of " + keys);
    }
  }

  boolean isPastTheEnd(Call paged) {
    Call whole = paged.without("isPagination").without("pageNumber");
    return Pages.size(paged, context.expect(context.send(whole)).list().size()) == 0;
  }

  private void details(Call call, JsonNode items) {
    boolean isExpanded = !call.arguments().path("expandDetails").asText().equals("false");
    for (JsonNode item : items) {
      boolean isOurs = item.path("name").asText().startsWith(stem);
      context.demand(
          !isOurs || item.has("datamartTables") == isExpanded,
          "each datamart " + (isExpanded ? "with" : "without") + " its tables",
          "one is " + item);
    }
  }

  /** The dashboards of a data app are those of its embeds, as far as the play made these. */
  private void dashboards(String app, List<String> shown) {
    created()
        .forEach(
            each -> {
              String id = madeId(each);
              String type = each.call().arguments().path("embedType").asText();
              boolean isExpected = type.equals("dashboard") && isOf(app, id);
              context.demand(
                  shown.contains(id) == isExpected,
                  "embed " + id + (isExpected ? " is listed" : " is not listed"),
                  shown.toString());
            });
  }

  /** A metric embed of the play shows its metric. */
  private void metrics(Call call, List<String> shown) {
    metricOf(call.arguments().path("embedId").asText())
        .ifPresent(
            metric ->
                context.demand(
                    shown.equals(List.of(metric)), "the metric " + metric, shown.toString()));
  }

  /** The metric of a metric embed of the play. */
  private Optional<String> metricOf(String embed) {
    return created()
        .filter(each -> madeId(each).equals(embed))
        .map(each -> each.call().arguments().path("metricId").asText())
        .filter(metric -> !metric.isEmpty())
        .findFirst();
  }

  boolean isOfMetric(String embed) {
    return metricOf(embed).isPresent();
  }

  private void hidden(Noun noun, List<String> keys) {
    for (String key : keys) {
      context.demand(
          !key.startsWith(stem) || key.equals(Neighbour.shared(stem)),
          noun.described(key) + " is hidden from strangers",
          "it is listed");
    }
  }

  private Stream<Exchange> created() {
    return history.stream()
        .filter(each -> each.ok() && each.call().operation() == Operation.CREATE_EMBED);
  }

  private static String madeId(Exchange created) {
    return created.json().path("id").asText();
  }

  boolean isOf(String app, String embed) {
    return context
        .model()
        .find(Embeds.NOUN, embed)
        .filter(each -> each.owner().equals(app))
        .isPresent();
  }

  /** Asks for one embed of the play by its ID: there it is alone, or nothing is there. */
  void lookUp(Random random) {
    List<String> embeds = created().map(Shows::madeId).toList();
    if (embeds.isEmpty()) {
      return;
    }
    String id = embeds.get(random.nextInt(embeds.size()));
    Set<String> expected = isOf(context.app().name(), id) ? Set.of(id) : Set.of();
    Exchange answer = context.send(context.call(Operation.LIST_EMBEDS, "embedId", id));
    Set<String> shown = new HashSet<>();
    context.expect(answer).list().forEach(item -> shown.add(item.path("embedId").asText()));
    context.demand(shown.equals(expected), "of " + id + " " + expected, "" + shown);
  }

  /** A key opens its data app. */
  void throughKey(String key) {
    list(Embeds.NOUN, context.send(context.call(Operation.LIST_EMBEDS).as(key)));
  }
}
