package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Problem.DATAMART_TABLE_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;

/** What embeds look like after they were created. */
public final class EmbedStateChecks {
  private static final List<String> FLAGS =
      List.of(
          "isAllowAiPilot",
          "isAllowEmailReports",
          "isAllowManageMetrics",
          "isAllowCreateDashboardView",
          "isAllowMetricCreation",
          "isAllowMetricDeletion",
          "isAllowMetricLayoutChange",
          "isAllowMetricUpdate",
          "isAllowUnderlyingData");

  private EmbedStateChecks() {}

  public static List<Requirement> all() {
    return List.of(
        create("ADDS-IT", "A created embed is listed, and nothing else changes.")
            .check(EmbedStateChecks::addsIt),
        create("SHOWS-ITS-DASHBOARD", "A dashboard embed shows its dashboard and no metric.")
            .check(EmbedStateChecks::dashboard),
        create("SHOWS-ITS-METRIC", "A metric embed shows its metric and no dashboard.")
            .check(EmbedStateChecks::metric),
        create("NAMES-IT", "The embed has the name that was given.").check(EmbedStateChecks::named),
        create("NAMES-IT-BY-ID", "Without a name the embed is named by its id.")
            .check(EmbedStateChecks::namedById),
        create("KEEPS-SETTINGS", "The list shows the accessSettings as given.")
            .check(EmbedStateChecks::settings),
        client("EM-CREATE-DEFAULTS-TO-FALSE", "Flags not given are false, the mode is DRAG_DROP.")
            .on(CREATE_EMBED)
            .check(EmbedStateChecks::defaults),
        create("IDS-ARE-UNIQUE", "Two embeds made alike have two ids.")
            .check(EmbedStateChecks::uniqueIds),
        create("TAKES-TABLE-LIST", "tableList is accepted for tableTenancySettings.")
            .problems(DATAMART_TABLE_NOT_FOUND)
            .hint("A tableList that is read is refused when the datamart lacks one of its tables.")
            .check(EmbedStateChecks::alias),
        client("EM-CREATE-NEEDS-NO-TABLE-TENANCY", "Tenancy TABLE needs no tableTenancySettings.")
            .on(CREATE_EMBED)
            .check(EmbedStateChecks::tenancyWithoutTables),
        client(
                "EM-CREATE-IGNORES-DASHBOARD-CONFIG",
                "The dashboardConfig that clients send passes.")
            .on(CREATE_EMBED)
            .check(
                s ->
                    s.expect(s.send(s.accepted().with("dashboardConfig", Json.object("a", 1))))
                        .succeeds()));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("EM-CREATE-" + id, sentence).on(CREATE_EMBED).covers(LIST_EMBEDS);
  }

  private static JsonNode created(CheckContext s, ObjectNode draft) {
    Exchange made = s.send(s.call(CREATE_EMBED).arguments(draft));
    s.expect(made).succeeds().hasText("/id");
    return s.embed(made.json().path("id").asText());
  }

  private static void addsIt(CheckContext s) {
    Call call = s.accepted();
    s.given().embed(call.arguments().at("/accessSettings/datamartName").asText());
    String[] id = new String[1];

    Difference difference =
        s.difference(
            () -> {
              Exchange made = s.send(call);
              s.expect(made).succeeds();
              id[0] = made.json().path("id").asText();
            });

    alone(s, difference, difference.added(), Set.of("embed " + id[0]), "appears");
  }

  private static void dashboard(CheckContext s) {
    JsonNode item = created(s, s.given().embedDraft(s.given().datamart()));
    String dashboard = s.target().dashboard();
    same(s, "embedType", "dashboard", item.path("embedType"));
    same(s, "externalDashboardId", dashboard, item.at("/externalDashboard/externalDashboardId"));
    same(s, "embedMetadata.dashboardId", dashboard, item.at("/embedMetadata/dashboardId"));
    s.demand(
        !item.hasNonNull("externalMetric"),
        "externalMetric is null",
        item.path("externalMetric") + "");
    if (!s.app().name().isEmpty()) {
      same(s, "embedMetadata.dataAppName", s.app().name(), item.at("/embedMetadata/dataAppName"));
    }
    same(
        s,
        "embedMetadata.embedId",
        item.path("embedId").asText(),
        item.at("/embedMetadata/embedId"));
  }

  private static void metric(CheckContext s) {
    JsonNode item = created(s, s.given().metricEmbedDraft(s.given().datamart()));
    same(s, "embedType", "metric", item.path("embedType"));
    same(s, "metricId", s.target().metric(), item.at("/externalMetric/metricId"));
    same(s, "embedMetadata.metricId", s.target().metric(), item.at("/embedMetadata/metricId"));
    s.demand(
        !item.hasNonNull("externalDashboard"),
        "externalDashboard is null",
        item.path("externalDashboard") + "");
  }

  private static void named(CheckContext s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    same(s, "name", draft.path("name").asText(), created(s, draft).path("name"));
  }

  private static void namedById(CheckContext s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    draft.remove("name");
    JsonNode item = created(s, draft);
    same(s, "name", item.path("embedId").asText(), item.path("name"));
  }

  private static void settings(CheckContext s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    ObjectNode settings = draft.withObject("accessSettings");
    FLAGS.forEach(flag -> settings.put(flag, FLAGS.indexOf(flag) % 2 == 0));
    settings.put("metricCreationMode", "CHAT").put("joinModel", "multi");

    JsonNode shown = created(s, draft).path("accessSettings");

    settings
        .properties()
        .forEach(
            member ->
                same(s, member.getKey(), member.getValue().asText(), shown.path(member.getKey())));
  }

  private static void defaults(CheckContext s) {
    JsonNode shown = created(s, s.given().embedDraft(s.given().datamart())).path("accessSettings");
    FLAGS.forEach(flag -> same(s, flag, "false", shown.path(flag)));
    same(s, "metricCreationMode", "DRAG_DROP", shown.path("metricCreationMode"));
  }

  private static void uniqueIds(CheckContext s) {
    Call call = s.accepted();
    String one = made(s, call.with("name", s.unused()));
    String two = made(s, call.with("name", s.unused()));
    s.demand(!one.equals(two), "two ids", "twice " + one);
    s.demand(
        s.embeds(s.app()).keySet().containsAll(List.of(one, two)),
        "both are listed",
        "they are not");
  }

  private static String made(CheckContext s, Call call) {
    Exchange answer = s.send(call);
    s.expect(answer).succeeds();
    return answer.json().path("id").asText();
  }

  private static ObjectNode tenantDraft(CheckContext s) {
    ObjectNode datamart = s.given().datamartDraft(s.unused());
    datamart.set("tenancySettings", Drafts.tableTenancy(s.target().table()));
    return s.given().embedDraft(s.given().datamart(datamart));
  }

  private static void alias(CheckContext s) {
    String first = "/accessSettings/tableList/0";
    Call call =
        s.call(CREATE_EMBED)
            .arguments(tenantDraft(s))
            .with("/accessSettings/tableList", Json.array())
            .with(
                first,
                Json.object(
                    "name", s.target().table().name(),
                    "clientColumn", s.target().table().columns().get(0)));

    s.unchanged(
        () ->
            s.expect(s.send(call.with(first + "/name", s.unused())))
                .refuses(DATAMART_TABLE_NOT_FOUND));
    s.expect(s.send(call)).succeeds();
  }

  private static void tenancyWithoutTables(CheckContext s) {
    s.expect(s.send(s.call(CREATE_EMBED).arguments(tenantDraft(s)))).succeeds();
  }

  /** Demands that a step did this to these things, and nothing else. */
  static void alone(
      CheckContext s, Difference difference, Set<String> came, Set<String> expected, String verb) {
    int all = difference.gone().size() + difference.added().size() + difference.changed().size();
    s.demand(
        came.equals(expected) && all == expected.size(),
        String.join(", ", expected) + " " + verb + " and nothing else",
        difference.words());
  }
}
