package dev.datamart.conformance.checks.guesttokens;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refused;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Member;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a guest token shows and allows: accepted as documented, and refused where it is nothing. */
final class GuestTokenParamChecks {
  private GuestTokenParamChecks() {}

  static List<Requirement> all() {
    return Stream.of(taken(), refusals()).flatMap(List::stream).toList();
  }

  private static List<Requirement> taken() {
    return List.of(
        docs("GT-CREATE-TAKES-EMBEDS", "params.allowedEmbeds may name embeds of the data app.")
            .hint("Look each up among the embeds of the data app of the key.")
            .check(accepts((s, call) -> withParams(call, "allowedEmbeds", Json.array(embed(s))))),
        docs("GT-CREATE-TAKES-DASHBOARD-FILTERS", "Filters of dashboards are accepted by any name.")
            .hint("dashboardId is looked up; names and values of filters are not.")
            .check(accepts(GuestTokenParamChecks::byDashboard)),
        docs("GT-CREATE-TAKES-METRIC-FILTERS", "Filters of metrics are accepted in both forms.")
            .hint("metricId is looked up; names and values of filters are not.")
            .check(
                accepts((s, call) -> byMetric(s, byMetric(s, call, "appFilters"), "rlsSettings"))),
        docs("GT-CREATE-TAKES-A-DASHBOARD", "params.dashboard may name a dashboard.")
            .hint("Look params.dashboard.id up among the dashboards of the organization.")
            .check(
                accepts(
                    (s, call) ->
                        withParams(call, "dashboard", Json.object("id", s.target().dashboard())))),
        docs("GT-CREATE-TAKES-THE-END-USER", "params may say who the end user is.")
            .hint("userIdentifier, timezone and hideDashboardFilters are texts that name nothing.")
            .check(accepts((s, call) -> call.with("params", endUser()))),
        docs("GT-CREATE-TAKES-PERMISSIONS", "permissions may have every flag.")
            .hint("permissions is an object of booleans, each of them optional.")
            .check(accepts((s, call) -> call.with("permissions", permissions()))),
        client("GT-CREATE-IGNORES-WHAT-CLIENTS-SEND", "theme, metricId and embedId are accepted.")
            .hint(CommonHint.PASSES.sentence())
            .check(
                accepts(
                    (s, call) ->
                        call.with("theme", Json.object("name", "dark"))
                            .with("metricId", s.unused())
                            .with("embedId", s.unused()))));
  }

  private static List<Requirement> refusals() {
    return List.of(
        docs("GT-CREATE-DASHBOARD-FILTERS-ARE-WHOLE", "A dashboard's filter needs ID and values.")
            .as(
                whole(
                    GuestTokenParamChecks::byDashboard,
                    "/params/dashboardAppFilters/0/dashboardId",
                    "/params/dashboardAppFilters/0/values")),
        docs("GT-CREATE-METRIC-FILTERS-ARE-WHOLE", "A metric's filter needs ID and values.")
            .as(
                whole(
                    (s, call) -> byMetric(s, call, "appFilters"),
                    "/params/appFilters/0/metricId",
                    "/params/appFilters/0/values")),
        docs("GT-CREATE-RLS-SETTINGS-ARE-WHOLE", "An entry of rlsSettings needs ID and values.")
            .as(
                whole(
                    (s, call) -> byMetric(s, call, "rlsSettings"),
                    "/params/rlsSettings/0/metricId",
                    "/params/rlsSettings/0/values")),
        unknown(
            docs("GT-CREATE-DASHBOARD-MUST-EXIST", "An unknown params.dashboard is refused."),
            Problem.DASHBOARD_PARAM_UNKNOWN,
            s -> withParams(s.bait(), "dashboard", Json.object("id", s.unused()))),
        unknown(
            docs("GT-CREATE-FILTER-DASHBOARD-MUST-EXIST", "A filter of no dashboard is refused."),
            Problem.APP_FILTER_DASHBOARD_UNKNOWN,
            s -> filtered(s.bait(), "dashboardAppFilters", "dashboardId", s.unused())),
        unknown(
            docs("GT-CREATE-FILTER-EMBED-IS-NO-DASHBOARD", "An embed's ID is no dashboard's."),
            Problem.APP_FILTER_DASHBOARD_UNKNOWN,
            s -> filtered(s.bait(), "dashboardAppFilters", "dashboardId", embed(s))),
        unknown(
            docs("GT-CREATE-FILTER-METRIC-MUST-EXIST", "A filter of no metric is refused."),
            Problem.APP_FILTER_METRIC_UNKNOWN,
            s -> filtered(s.bait(), "appFilters", "metricId", s.unused())),
        unknown(
            docs("GT-CREATE-RLS-METRIC-MUST-EXIST", "An entry of rlsSettings needs a metric."),
            Problem.RLS_METRIC_UNKNOWN,
            s -> filtered(s.bait(), "rlsSettings", "metricId", s.unused())),
        unknown(
            decided("GT-CREATE-EMBEDS-MUST-EXIST", "Each of allowedEmbeds must be an embed."),
            Problem.EMBED_PARAM_UNKNOWN,
            s -> withParams(s.bait(), "allowedEmbeds", Json.array(embed(s), s.unused()))),
        unknown(
            decided("GT-CREATE-EMBEDS-ARE-THE-DATA-APPS", "Another data app's embed is refused."),
            Problem.EMBED_PARAM_UNKNOWN,
            s -> withParams(s.bait(), "allowedEmbeds", Json.array(othersEmbed(s)))));
  }

  /** Members of a request that must be there, once what they are members of is there. */
  private static Template whole(BiFunction<CheckContext, Call, Call> filtered, String... members) {
    return rule ->
        rule.problems(Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID)
            .hint(CommonHint.REQUIRED.sentence())
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        filtered.apply(s, s.bait()),
                        Stream.of(members)
                            .flatMap(member -> SpoiltRequest.required(s.subject(), member))
                            .toArray(SpoiltRequest[]::new)));
  }

  private static Requirement unknown(
      RequirementBuilder rule, Problem problem, Function<CheckContext, Call> call) {
    return rule.hint(CommonHint.UNKNOWN.sentence()).as(refused(problem, call));
  }

  private static String embed(CheckContext s) {
    return s.given().embed(s.given().datamart());
  }

  private static String othersEmbed(CheckContext s) {
    return s.given().embed(s.given().datamart(), s.secondApp());
  }

  private static Call byDashboard(CheckContext s, Call call) {
    return filtered(call, "dashboardAppFilters", "dashboardId", s.target().dashboard())
        .with("/params/dashboardAppFilters/0/isShowOnUrl", true);
  }

  private static Call byMetric(CheckContext s, Call call, String form) {
    return filtered(call, form, "metricId", s.target().metric());
  }

  private static Call filtered(Call call, String form, String key, String id) {
    ObjectNode values =
        Json.object(
            "made up",
            Json.array("a", "b"),
            "another",
            5,
            "flag",
            true,
            "computed",
            Json.object("sql", "select 1"));
    return withParams(call, form, Json.array(Json.object(key, id, "values", values)));
  }

  private static Call withParams(Call call, String member, Object value) {
    boolean hasParams = call.arguments().has("params");
    return (hasParams ? call : call.with("params", Json.object())).with("/params/" + member, value);
  }

  private static ObjectNode endUser() {
    return Json.object(
        "userIdentifier",
        "dana",
        "timezone",
        "Europe/Lisbon",
        "hideDashboardFilters",
        Json.array("made up"));
  }

  private static ObjectNode permissions() {
    ObjectNode permissions = Json.object();
    for (Member member : Schema.GUEST_TOKEN_PERMISSIONS.members()) {
      permissions.put(member.name(), true);
    }
    return permissions;
  }
}
