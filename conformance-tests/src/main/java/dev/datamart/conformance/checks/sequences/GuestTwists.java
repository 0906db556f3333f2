package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;

/** Guest tokens for something that there is not. */
final class GuestTwists {
  private GuestTwists() {}

  static Twisted spoilt(Call call, Moment moment) {
    String unused = moment.context().unused();
    List<Twisted> some =
        new ArrayList<>(
            List.of(
                invalid(call.with("expiryTime", 0)),
                invalid(call.with("expiryTime", -5)),
                invalid(call.with("expiryTime", "600000")),
                invalid(call.with("accessSettings", Json.object())),
                invalid(call.with("allowedEmbeds", Json.array("x"))),
                filtered(call, "dashboardAppFilters", Json.object("values", Json.object())),
                filtered(call, "dashboardAppFilters", Json.object("dashboardId", "x")),
                filtered(call, "appFilters", Json.object("metricId", "x", "values", "a text")),
                filtered(call, "rlsSettings", Json.object("values", Json.object())),
                refused(
                    with(call, "dashboard", Json.object("id", unused)),
                    Problem.DASHBOARD_PARAM_UNKNOWN),
                about(call, "dashboardAppFilters", "dashboardId", unused),
                about(call, "appFilters", "metricId", unused),
                about(call, "rlsSettings", "metricId", unused)));
    moment.model().all(Embeds.NOUN).stream()
        .findAny()
        .ifPresent(
            embed -> some.add(about(call, "dashboardAppFilters", "dashboardId", embed.key())));
    if (call.family() == Family.VERB) {
      some.add(refused(call.with("workspaceName", unused), Problem.GUEST_WORKSPACE_UNKNOWN));
    }
    return moment.one(some);
  }

  /** What is looked up by decision. */
  static Twisted ofNothing(Call call, Moment moment) {
    String unused = moment.context().unused();
    String others = moment.context().secondApp().name();
    List<Twisted> some =
        new ArrayList<>(
            List.of(
                refused(
                    with(call, "allowedEmbeds", Json.array(unused)), Problem.EMBED_PARAM_UNKNOWN),
                refused(call.with("datasourceName", unused), Problem.GUEST_DATASOURCE_UNKNOWN)));
    moment.model().all(Embeds.NOUN).stream()
        .filter(embed -> embed.owner().equals(others))
        .findAny()
        .ifPresent(
            embed ->
                some.add(
                    refused(
                        with(call, "allowedEmbeds", Json.array(embed.key())),
                        Problem.EMBED_PARAM_UNKNOWN)));
    if (call.family() != Family.VERB && !others.isEmpty()) {
      some.add(refused(call.with("dataAppName", others), Problem.GUEST_DATA_APP_INVALID));
    }
    return moment.one(some);
  }

  private static Twisted invalid(Call call) {
    return refused(call, Problem.MEMBER_INVALID);
  }

  /** A filter that is not whole. */
  private static Twisted filtered(Call call, String form, ObjectNode filter) {
    return refused(
        with(call, form, Json.array(filter)), Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID);
  }

  /** A filter of what is not there. */
  private static Twisted about(Call call, String form, String key, String id) {
    ObjectNode filter = Json.object(key, id, "values", Json.object("a", 1));
    Problem problem =
        switch (form) {
          case "dashboardAppFilters" -> Problem.APP_FILTER_DASHBOARD_UNKNOWN;
          case "appFilters" -> Problem.APP_FILTER_METRIC_UNKNOWN;
          default -> Problem.RLS_METRIC_UNKNOWN;
        };
    return refused(with(call, form, Json.array(filter)), problem);
  }

  /** Among the params alone, lest something else be refused first. */
  private static Call with(Call call, String member, Object value) {
    return call.with("params", Json.object(member, value));
  }
}
