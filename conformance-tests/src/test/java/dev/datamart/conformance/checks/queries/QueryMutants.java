package dev.datamart.conformance.checks.queries;

import static dev.datamart.spec.Operation.QUERY_METRIC;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers that answer queries of metrics wrongly. */
public final class QueryMutants {
  private QueryMutants() {}

  public static List<Mutant> all() {
    return Stream.of(answering(), careless()).flatMap(List::stream).toList();
  }

  private static List<Mutant> answering() {
    return List.of(
        mutant("rows stand in rows", "ANSWERS", "data", editing(QueryMutants::renamed)),
        mutant(
            "a query calls its metric metricId",
            "SAYS-WHICH",
            "/metricid",
            editing(body -> body.set("metricId", body.remove("metricid")))),
        mutant(
            "rows are lists without names",
            "ROWS-HAVE-THEIR-COLUMNS",
            "a row with",
            editing(body -> body.putArray("data").addObject().put("0", "x"))),
        mutant(
            "totalRecords counts from 0",
            "COUNTS-ITS-ROWS",
            "totalRecords is",
            editing(body -> body.put("totalRecords", body.path("data").size() - 1))),
        mutant(
            "rows are grouped by what is no column",
            "GROUPS-BY-COLUMNS",
            "one of",
            editing(body -> body.withObject("/metaData").putArray("groupbyColumnList").add("x"))),
        mutant("rows are drawn by chance", "IS-REPEATABLE", "the query before", byChance()),
        mutant("no filter is looked at", "FILTERS-A-COLUMN", "in each row", unfiltered()),
        mutant(
            "a filter of no column leaves nothing",
            "IGNORES-OTHER-FILTERS",
            "without a filter",
            (ask, up) -> {
              Reply reply = up.send(ask);
              boolean isMadeUp = ask.arguments().path("dashboardFilter").has(madeUp(ask));
              return ask.is(QUERY_METRIC) && reply.ok() && isMadeUp
                  ? reply.edited(body -> body.putArray("data"))
                  : reply;
            }));
  }

  private static List<Mutant> careless() {
    return List.of(
        careless("a query needs no embed", "EMBED-IS-REQUIRED", "400", lacking("embedId")),
        careless("a query needs no metric", "METRIC-IS-REQUIRED", "400", lacking("metricId")),
        careless("a query needs no client", "CLIENT-IS-REQUIRED", "400", lacking("clientId")),
        mutant(
            "any embed can be queried",
            "EMBED-MUST-EXIST",
            "INVALID_EMBED_ID",
            forgiving("INVALID_EMBED_ID", ask -> true)),
        mutant(
            "a metric that there is not has no rows",
            "METRIC-MUST-EXIST",
            "INVALID_METRIC_ID",
            forgiving("INVALID_METRIC_ID", ask -> true)),
        mutant(
            "any metric of the workspace can be queried",
            "METRIC-MUST-BE-SHOWN",
            "INVALID_METRIC_ID",
            forgiving("INVALID_METRIC_ID", ask -> !ask.argument("metricId").startsWith("dck-"))),
        mutant(
            "any datasource can be queried",
            "DATASOURCE-MUST-EXIST",
            "DATASOURCE_NAME_ERROR",
            forgiving("DATASOURCE_NAME_ERROR", ask -> true)),
        mutant(
            "any datamart can be queried",
            "DATAMART-MUST-EXIST",
            "INVALID_DATAMART",
            forgiving("INVALID_DATAMART", ask -> true)),
        mutant(
            "an embed of another data app can be queried",
            "OTHER-DATA-APP-IS-REFUSED",
            "INVALID_EMBED_ID",
            knowing()));
  }

  private static Mutant mutant(String name, String requirement, String words, Fault fault) {
    return new Mutant(name, "QU-METRIC-" + requirement, words, () -> fault);
  }

  private static Mutant careless(
      String name, String requirement, String words, Predicate<Ask> when) {
    return mutant(
        name,
        requirement,
        words,
        (ask, up) -> {
          Reply reply = up.send(ask);
          return ask.is(QUERY_METRIC) && reply.status() == 400 && when.test(ask)
              ? nothing(ask)
              : reply;
        });
  }

  private static Fault editing(Consumer<ObjectNode> edit) {
    return Faults.edits(QUERY_METRIC, edit);
  }

  private static void renamed(ObjectNode body) {
    body.set("rows", body.remove("data"));
  }

  private static Predicate<Ask> lacking(String member) {
    return ask -> ask.argument(member).isEmpty();
  }

  private static String madeUp(Ask ask) {
    JsonNode filter = ask.arguments().path("dashboardFilter");
    return filter.isObject() && filter.fieldNames().hasNext()
        ? Stream.of(filter.fieldNames().next())
            .filter(n -> n.startsWith("dck-"))
            .findAny()
            .orElse("")
        : "";
  }

  private static Fault byChance() {
    AtomicInteger queries = new AtomicInteger();
    return editing(
        body ->
            body.path("data")
                .forEach(row -> ((ObjectNode) row).put("chance", queries.incrementAndGet())));
  }

  private static Fault unfiltered() {
    return Faults.requests(
        ask -> ask.is(QUERY_METRIC),
        ask ->
            ask.arguments(
                ask.arguments().deepCopy().without(List.of("dashboardFilter", "metricFilter"))));
  }

  private static Fault forgiving(String code, Predicate<Ask> when) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(QUERY_METRIC) && reply.code().equals(code) && when.test(ask)
          ? nothing(ask)
          : reply;
    };
  }

  private static Fault knowing() {
    Set<String> known = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (reply.ok() && reply.json().hasNonNull("id")) {
        known.add(reply.json().path("id").asText());
      }
      return ask.is(QUERY_METRIC)
              && reply.status() == 400
              && known.contains(ask.argument("embedId"))
          ? nothing(ask)
          : reply;
    };
  }

  private static Reply nothing(Ask ask) {
    return Reply.json(
        200,
        "data",
        Json.array(),
        "timeTaken",
        1,
        "comparisonValue",
        null,
        "totalRecords",
        0,
        "metaData",
        Json.object("columns", Json.array(), "groupbyColumnList", Json.array()),
        "metricid",
        ask.argument("metricId"),
        "error",
        null);
  }
}
