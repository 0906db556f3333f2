package dev.datamart.conformance.checks.guesttokens;

import static dev.datamart.conformance.checks.guesttokens.GuestTokenMutants.accepting;
import static dev.datamart.conformance.checks.guesttokens.GuestTokenMutants.has;
import static dev.datamart.conformance.checks.guesttokens.GuestTokenMutants.mutant;
import static dev.datamart.conformance.checks.guesttokens.GuestTokenMutants.refusing;
import static dev.datamart.spec.Operation.CREATE_GUEST_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.broken.Ask;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.List;
import java.util.stream.Stream;

/** Servers that get wrong what a guest token shows and allows. */
final class GuestTokenParamMutants {
  private GuestTokenParamMutants() {}

  static List<Mutant> all() {
    return Stream.of(choosy(), careless()).flatMap(List::stream).toList();
  }

  /** Each refuses something that is right. */
  private static List<Mutant> choosy() {
    return List.of(
        refusing(
            "no guest token is for some embeds",
            "GT-CREATE-TAKES-EMBEDS",
            ask -> has(ask, "/params/allowedEmbeds/0")),
        refusing(
            "filters of dashboards are known by name",
            "GT-CREATE-TAKES-DASHBOARD-FILTERS",
            ask -> has(ask, "/params/dashboardAppFilters/0/values/made up")),
        refusing(
            "the old filters are gone",
            "GT-CREATE-TAKES-METRIC-FILTERS",
            ask -> has(ask, "/params/rlsSettings/0/metricId")),
        refusing(
            "no guest token is for a dashboard",
            "GT-CREATE-TAKES-A-DASHBOARD",
            ask -> has(ask, "/params/dashboard/id")),
        refusing(
            "end users are nobody",
            "GT-CREATE-TAKES-THE-END-USER",
            ask -> has(ask, "/params/userIdentifier")),
        refusing(
            "one permission is unknown",
            "GT-CREATE-TAKES-PERMISSIONS",
            ask -> has(ask, "/permissions/isDisableMetricCreation")),
        refusing(
            "themes are refused",
            "GT-CREATE-IGNORES-WHAT-CLIENTS-SEND",
            ask -> has(ask, "/theme")));
  }

  /** Each accepts something that is wrong. */
  private static List<Mutant> careless() {
    return List.of(
        accepting(
            "a filter needs no dashboard",
            "GT-CREATE-DASHBOARD-FILTERS-ARE-WHOLE",
            ask -> lacks(ask, "/params/dashboardAppFilters/0", "dashboardId")),
        accepting(
            "a filter needs no values",
            "GT-CREATE-DASHBOARD-FILTERS-ARE-WHOLE",
            ask -> lacks(ask, "/params/dashboardAppFilters/0", "values")),
        accepting(
            "a text is a filter's values",
            "GT-CREATE-METRIC-FILTERS-ARE-WHOLE",
            ask -> ask.arguments().at("/params/appFilters/0/values").isTextual()),
        accepting(
            "old filters need no metric",
            "GT-CREATE-RLS-SETTINGS-ARE-WHOLE",
            ask -> lacks(ask, "/params/rlsSettings/0", "metricId")),
        accepting(
            "any dashboard will do", "GT-CREATE-DASHBOARD-MUST-EXIST", "DASHBOARD_PARAM_ERROR"),
        accepting(
            "any dashboard can be filtered",
            "GT-CREATE-FILTER-DASHBOARD-MUST-EXIST",
            "APP_FILTER_PARAM_ERROR"),
        accepting(
            "an embed is a dashboard",
            "GT-CREATE-FILTER-EMBED-IS-NO-DASHBOARD",
            "APP_FILTER_PARAM_ERROR"),
        accepting(
            "any metric can be filtered",
            "GT-CREATE-FILTER-METRIC-MUST-EXIST",
            "APP_FILTER_PARAM_ERROR"),
        accepting(
            "any metric has rows of its own",
            "GT-CREATE-RLS-METRIC-MUST-EXIST",
            "RLS_SETTINGS_PARAM_ERROR"),
        accepting("any embed can be allowed", "GT-CREATE-EMBEDS-MUST-EXIST", "EMBED_PARAM_ERROR"),
        accepting(
            "any data app's embed can be allowed",
            "GT-CREATE-EMBEDS-ARE-THE-DATA-APPS",
            "EMBED_PARAM_ERROR"),
        mutant(
            "what a filter is about is told by another code",
            "GT-CREATE-FILTER-METRIC-MUST-EXIST",
            "APP_FILTER_PARAM_ERROR",
            Faults.refusals(
                CREATE_GUEST_TOKEN,
                reply ->
                    reply.code().equals("APP_FILTER_PARAM_ERROR")
                        ? Reply.refusal(400, "INVALID_METRIC_ID", "Metric not found")
                        : reply)));
  }

  private static boolean lacks(Ask ask, String pointer, String member) {
    JsonNode object = ask.arguments().at(pointer);
    return object.isObject() && !object.has(member);
  }
}
