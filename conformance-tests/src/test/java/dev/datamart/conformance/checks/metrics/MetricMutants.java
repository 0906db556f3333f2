package dev.datamart.conformance.checks.metrics;

import static dev.datamart.spec.Operation.LIST_METRICS;
import static dev.datamart.spec.Operation.PUBLISH_METRIC;

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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers that list the wrong metrics of an embed, or publish wrongly. */
public final class MetricMutants {
  private MetricMutants() {}

  public static List<Mutant> all() {
    return Stream.of(listing(), publishing()).flatMap(List::stream).toList();
  }

  private static List<Mutant> listing() {
    return List.of(
        mutant(
            "metrics of an embed have no metricId",
            "ME-LIST-ANSWERS",
            "the text metricId",
            Faults.editsItems(LIST_METRICS, item -> item.remove("metricId"))),
        mutant(
            "a metric embed lists another metric as well",
            "ME-LIST-SHOWS-THE-ONE",
            "alone",
            Faults.edits(LIST_METRICS, body -> body.withArray("data").add(metric("made-up")))),
        mutant(
            "an embed shows no metrics",
            "ME-LIST-SHOWS-THE-DASHBOARD",
            "what lies on its dashboard",
            Faults.edits(LIST_METRICS, body -> body.putArray("data"))),
        mutant(
            "isMetric leaves all out",
            "ME-LIST-IS-METRIC-KEEPS-METRICS",
            "the metric",
            emptied(ask -> ask.arguments().path("isMetric").asText().equals("true"))),
        mutant(
            "userIdentifier is not looked at",
            "ME-LIST-FILTERS-BY-USER",
            "no metric",
            Faults.requests(
                ask -> ask.is(LIST_METRICS),
                ask -> ask.arguments(ask.arguments().without(List.of("userIdentifier"))))),
        mutant(
            "metrics need no embed",
            "ME-LIST-EMBED-IS-REQUIRED",
            "400",
            accepting(ask -> ask.is(LIST_METRICS) && ask.argument("embedId").isEmpty())),
        mutant(
            "metrics need no client",
            "ME-LIST-CLIENT-IS-REQUIRED",
            "400",
            accepting(ask -> ask.is(LIST_METRICS) && ask.argument("clientId").isEmpty())),
        mutant(
            "an unknown embed has no metrics",
            "ME-LIST-EMBED-MUST-EXIST",
            "EMBED_PARAM_ERROR",
            forgiving("EMBED_PARAM_ERROR")),
        mutant(
            "an embed of another data app shows its metrics",
            "ME-LIST-OTHER-DATA-APP-IS-REFUSED",
            "EMBED_PARAM_ERROR",
            knowing(true)));
  }

  private static List<Mutant> publishing() {
    return List.of(
        mutant(
            "publishing answers the embed",
            "ME-PUBLISH-ANSWERS",
            "/id",
            (ask, up) -> {
              Reply reply = up.send(ask);
              return ask.is(PUBLISH_METRIC) && reply.ok()
                  ? reply.edited(body -> body.put("id", ask.argument("embedId")))
                  : reply;
            }),
        mutant(
            "publishing turns the metric over",
            "ME-PUBLISH-MAY-BE-REPEATED",
            "isPublished is",
            turning()),
        mutant(
            "publishing needs no embed",
            "ME-PUBLISH-EMBED-IS-REQUIRED",
            "400",
            accepting(ask -> ask.is(PUBLISH_METRIC) && ask.argument("embedId").isEmpty())),
        mutant(
            "publishing needs no metric",
            "ME-PUBLISH-METRIC-IS-REQUIRED",
            "400",
            accepting(ask -> ask.is(PUBLISH_METRIC) && ask.argument("metricId").isEmpty())),
        mutant(
            "publishing needs no isPublished",
            "ME-PUBLISH-STATE-IS-REQUIRED",
            "400",
            accepting(ask -> ask.is(PUBLISH_METRIC) && !ask.arguments().hasNonNull("isPublished"))),
        mutant(
            "publishing through an unknown embed is another refusal",
            "ME-PUBLISH-EMBED-MUST-EXIST",
            "INVALID_EMBED_ID",
            recoded("INVALID_EMBED_ID")),
        mutant(
            "publishing an unknown metric is another refusal",
            "ME-PUBLISH-METRIC-MUST-EXIST",
            "INVALID_METRIC_ID",
            recoded("INVALID_METRIC_ID")),
        mutant(
            "any metric of a known name can be published",
            "ME-PUBLISH-METRIC-MUST-BE-SHOWN",
            "INVALID_METRIC_ID",
            (ask, up) -> {
              Reply reply = up.send(ask);
              boolean isMadeUp = ask.argument("metricId").startsWith("dck-");
              return ask.is(PUBLISH_METRIC) && reply.code().equals("INVALID_METRIC_ID") && !isMadeUp
                  ? Reply.json(200, "id", ask.argument("metricId"))
                  : reply;
            }),
        mutant(
            "a metric is published through an embed of another data app",
            "ME-PUBLISH-OTHER-DATA-APP-IS-REFUSED",
            "INVALID_EMBED_ID",
            knowing(false)));
  }

  private static Mutant mutant(String name, String requirement, String words, Fault fault) {
    return new Mutant(name, requirement, words, () -> fault);
  }

  private static ObjectNode metric(String id) {
    return Json.object(
        "id",
        "0d4b7e52-9c1a-3f68-8e27-5a6b1c9d2f30",
        "name",
        id,
        "metricId",
        id,
        "isPublished",
        true,
        "createdByUser",
        null);
  }

  private static Reply success(Ask ask) {
    return ask.is(LIST_METRICS)
        ? Reply.json(200, "data", Json.array())
        : Reply.json(200, "id", ask.argument("metricId"));
  }

  private static Fault accepting(Predicate<Ask> when) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return when.test(ask) && reply.status() == 400 ? success(ask) : reply;
    };
  }

  private static Fault emptied(Predicate<Ask> when) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(LIST_METRICS) && reply.ok() && when.test(ask) ? success(ask) : reply;
    };
  }

  private static Fault forgiving(String code) {
    return (ask, up) -> {
      Reply reply = up.send(ask);
      return ask.is(LIST_METRICS) && reply.code().equals(code) ? success(ask) : reply;
    };
  }

  private static Fault recoded(String code) {
    return Faults.refusals(
        PUBLISH_METRIC,
        reply ->
            reply.code().equals(code)
                ? Reply.refusal(
                    400, "INVALID_REQUEST_BODY", reply.json().at("/error/message").asText())
                : reply);
  }

  /** Knows every embed that it ever made, whoever asks for one. */
  private static Fault knowing(boolean isList) {
    Set<String> known = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      if (reply.ok() && reply.json().hasNonNull("id")) {
        known.add(reply.json().path("id").asText());
      }
      boolean isAsked = ask.is(isList ? LIST_METRICS : PUBLISH_METRIC);
      return isAsked && reply.status() == 400 && known.contains(ask.argument("embedId"))
          ? success(ask)
          : reply;
    };
  }

  /** Shows the opposite after each second call. */
  private static Fault turning() {
    Set<String> turned = ConcurrentHashMap.newKeySet();
    return (ask, up) -> {
      Reply reply = up.send(ask);
      String embed = ask.argument("embedId");
      if (ask.is(PUBLISH_METRIC) && reply.ok() && !turned.add(embed)) {
        turned.remove(embed);
      }
      return ask.is(LIST_METRICS) && reply.ok() && turned.contains(embed)
          ? reply.edited(
              body ->
                  body.path("data")
                      .forEach(
                          item ->
                              ((ObjectNode) item)
                                  .put("isPublished", !item.path("isPublished").asBoolean())))
          : reply;
    };
  }
}
