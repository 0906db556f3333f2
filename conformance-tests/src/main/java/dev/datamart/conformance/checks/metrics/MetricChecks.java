package dev.datamart.conformance.checks.metrics;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOtherDataApp;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.required;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.LIST_DASHBOARD_METRICS;
import static dev.datamart.spec.Operation.LIST_METRICS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.OtherMetric;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The metrics that an embed shows, and whether they are published. */
public final class MetricChecks {
  private static final String EMBED = "embedId";
  private static final String METRIC = "metricId";

  private MetricChecks() {}

  public static List<Requirement> all() {
    return Stream.of(listing(), publishing()).flatMap(List::stream).toList();
  }

  private static List<Requirement> listing() {
    return List.of(
        docs("ME-LIST-ANSWERS", "Listing the metrics of an embed answers 200 with a list.")
            .as(lists(METRIC, s -> List.of())),
        docs("ME-LIST-SHOWS-THE-ONE", "A metric embed lists its metric and no other.")
            .covers(Operation.CREATE_EMBED)
            .hint("The dashboard that a metric embed names as well does not count.")
            .check(MetricChecks::theOne),
        docs("ME-LIST-SHOWS-THE-DASHBOARD", "A dashboard embed lists what lies on its dashboard.")
            .covers(Operation.CREATE_EMBED, LIST_DASHBOARD_METRICS)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Each shared metric of the dashboard is listed, for whatever client is asked.")
            .check(MetricChecks::theDashboard),
        decided("ME-LIST-IS-METRIC-KEEPS-METRICS", "isMetric leaves no metric out.")
            .check(MetricChecks::isMetric),
        decided("ME-LIST-FILTERS-BY-USER", "Of an end user who made none, no metric is listed.")
            .check(MetricChecks::ofUser),
        needs("ME-LIST-EMBED-IS-REQUIRED", EMBED),
        needs("ME-LIST-CLIENT-IS-REQUIRED", "clientId"),
        unknown("ME-LIST-EMBED-MUST-EXIST", EMBED, Problem.EMBED_PARAM_UNKNOWN),
        ofOtherDataApp("ME-LIST", Problem.EMBED_PARAM_UNKNOWN));
  }

  private static List<Requirement> publishing() {
    return List.of(
        docs("ME-PUBLISH-ANSWERS", "Publishing a metric answers 200 with its metricId as id.")
            .as(echoes(Map.of("/id", METRIC))),
        docs("ME-PUBLISH-MAY-BE-REPEATED", "A metric that is as it is asked for stays so.")
            .covers(LIST_METRICS)
            .hint("Publishing sets a state; it is no switch that turns with each call.")
            .check(MetricChecks::repeated),
        needs("ME-PUBLISH-EMBED-IS-REQUIRED", EMBED),
        needs("ME-PUBLISH-METRIC-IS-REQUIRED", METRIC),
        docs("ME-PUBLISH-STATE-IS-REQUIRED", "The call needs isPublished, a boolean.")
            .as(required("isPublished")),
        unknown("ME-PUBLISH-EMBED-MUST-EXIST", EMBED, Problem.EMBED_ID_UNKNOWN),
        unknown("ME-PUBLISH-METRIC-MUST-EXIST", METRIC, Problem.METRIC_UNKNOWN),
        docs("ME-PUBLISH-METRIC-MUST-BE-SHOWN", "A metric that the embed does not show is refused.")
            .hint("Look among the metrics of the embed, not among those of its workspace.")
            .as(RefusalTemplates.refused(Problem.METRIC_UNKNOWN, s -> OtherMetric.in(s, s.bait()))),
        ofOtherDataApp("ME-PUBLISH", Problem.EMBED_ID_UNKNOWN));
  }

  private static Map<String, JsonNode> metrics(CheckContext s, String embed) {
    return s.listed().items(list(s, embed), METRIC);
  }

  private static Call list(CheckContext s, String embed) {
    return s.call(LIST_METRICS, EMBED, embed, "clientId", s.unused());
  }

  private static String metricEmbed(CheckContext s) {
    return s.given().metricEmbed(s.given().datamart(), s.app());
  }

  private static void theOne(CheckContext s) {
    Set<String> shown = metrics(s, metricEmbed(s)).keySet();
    String metric = s.target().metric();
    s.demand(shown.equals(Set.of(metric)), "the metric " + metric + " alone", shown.toString());
  }

  private static void theDashboard(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    Call list =
        s.call(
            LIST_DASHBOARD_METRICS,
            "workspaceName",
            s.target().workspace(),
            "dashboardId",
            s.target().dashboard());
    Set<String> lying = s.listed().items(list, METRIC).keySet();
    Set<String> shown = metrics(s, embed).keySet();
    s.demand(shown.containsAll(lying), "what lies on its dashboard, " + lying, shown.toString());
  }

  private static void isMetric(CheckContext s) {
    Call list = list(s, metricEmbed(s));
    Object yes = list.spelling().query() ? "true" : true;
    Set<String> shown = s.listed().items(list.with("isMetric", yes), METRIC).keySet();
    String metric = s.target().metric();
    s.demand(shown.contains(metric), "the metric " + metric, shown.toString());
  }

  private static void ofUser(CheckContext s) {
    Call list = list(s, metricEmbed(s)).with("userIdentifier", s.unused());
    JsonNode shown = s.expect(s.send(list)).list();
    s.demand(shown.isEmpty(), "no metric", shown.toString());
  }

  private static void repeated(CheckContext s) {
    Call call = s.accepted();
    String embed = call.arguments().path(EMBED).asText();
    String metric = call.arguments().path(METRIC).asText();
    for (int i = 0; i < 2; i++) {
      s.expect(s.send(call)).succeeds();
      JsonNode now = metrics(s, embed).getOrDefault(metric, Json.object()).path("isPublished");
      JsonNode asked = call.arguments().path("isPublished");
      s.demand(now.equals(asked), "isPublished is " + asked, "it is " + now);
    }
  }
}
