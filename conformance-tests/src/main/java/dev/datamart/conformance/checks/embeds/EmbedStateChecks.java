package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.refused;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.checks.shared.Shown.sameTexts;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Problem.DATAMART_TABLE_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Kind;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Schema;
import java.util.List;
import java.util.Set;

/** What embeds look like after they were created. */
final class EmbedStateChecks {
  private static final List<String> FLAGS =
      Schema.ACCESS_SETTINGS.members().stream()
          .filter(member -> member.kind() == Kind.BOOLEAN)
          .map(Member::name)
          .toList();

  private EmbedStateChecks() {}

  static List<Requirement> all() {
    return List.of(
        create("ADDS-IT", "A created embed is listed, and nothing else changes.")
            .hint(CommonHint.ADDS_IT.sentence())
            .check(s -> Effect.APPEARS.alone(s, s.accepted())),
        create("SHOWS-ITS-DASHBOARD", "A dashboard embed shows its dashboard and no metric.")
            .hint("Fill externalDashboard and embedMetadata.dashboardId; externalMetric is null.")
            .check(EmbedStateChecks::dashboard),
        create("SHOWS-ITS-METRIC", "A metric embed shows its metric and no dashboard.")
            .hint("Fill externalMetric and embedMetadata.metricId; externalDashboard is null.")
            .check(EmbedStateChecks::metric),
        create("NAMES-IT", "The embed has the name that was given.")
            .hint("The name is the embed's own, not that of the dashboard or metric it shows.")
            .check(EmbedStateChecks::named),
        create("NAMES-IT-BY-ID", "Without a name the embed is named by its id.")
            .hint("name is optional; without it the new embedId is also the name.")
            .check(EmbedStateChecks::namedById),
        create("KEEPS-SETTINGS", "The list shows the accessSettings as given.")
            .hint("All nine flags, metricCreationMode and joinModel are stored and listed.")
            .check(EmbedStateChecks::settings),
        client("EM-CREATE-DEFAULTS-TO-FALSE", "Flags not given are false, the mode is DRAG_DROP.")
            .hint("Clients read every flag: fill in the defaults, do not leave members out.")
            .check(EmbedStateChecks::defaults),
        create("IDS-ARE-UNIQUE", "Two embeds made alike have two ids.")
            .hint("Give each embed an id of its own; do not derive it from what it shows.")
            .check(EmbedStateChecks::uniqueIds),
        create("KEEPS-TABLE-TENANCY", "The list shows the tableTenancySettings as they were given.")
            .hint("Each entry is kept whole: the name of its table, and its clientColumn.")
            .check(EmbedStateChecks::tableTenancy),
        create("TAKES-TABLE-LIST", "tableList is accepted for tableTenancySettings.")
            .problems(DATAMART_TABLE_NOT_FOUND)
            .hint("A tableList that is read is refused when the datamart lacks one of its tables.")
            .check(EmbedStateChecks::alias),
        client("EM-CREATE-NEEDS-NO-TABLE-TENANCY", "Tenancy TABLE needs no tableTenancySettings.")
            .hint("tableTenancySettings is optional also for a datamart with tenancy TABLE.")
            .check(accepts((s, call) -> call.arguments(tenantDraft(s)))),
        client(
                "EM-CREATE-IGNORES-DASHBOARD-CONFIG",
                "The dashboardConfig that clients send passes.")
            .hint(CommonHint.PASSES.sentence())
            .check(accepts((s, call) -> call.with("dashboardConfig", Json.object("a", 1)))));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("EM-CREATE-" + id, sentence).covers(Operation.LIST_EMBEDS);
  }

  /** The id that creating an embed answers. */
  private static String made(CheckContext s, Call call) {
    Exchange made = s.send(call);
    s.expect(made).succeeds();
    return s.key(made);
  }

  private static JsonNode created(CheckContext s, ObjectNode draft) {
    return s.listed().embed(made(s, s.call(Operation.CREATE_EMBED).arguments(draft)));
  }

  private static void dashboard(CheckContext s) {
    JsonNode item = created(s, s.given().embedDraft(s.given().datamart()));
    String dashboard = s.target().dashboard();
    same(s, "embedType", "dashboard", item.path("embedType"));
    same(s, "externalDashboardId", dashboard, item.at("/externalDashboard/externalDashboardId"));
    same(s, "embedMetadata.dashboardId", dashboard, item.at("/embedMetadata/dashboardId"));
    lacks(s, item, "externalMetric");
    if (!s.app().name().isEmpty()) {
      same(s, "embedMetadata.dataAppName", s.app().name(), item.at("/embedMetadata/dataAppName"));
    }
    String id = item.path("embedId").asText();
    same(s, "embedMetadata.embedId", id, item.at("/embedMetadata/embedId"));
  }

  private static void lacks(CheckContext s, JsonNode item, String member) {
    s.demand(!item.hasNonNull(member), member + " is null", item.path(member).toString());
  }

  private static void metric(CheckContext s) {
    JsonNode item = created(s, s.given().metricEmbedDraft(s.given().datamart()));
    same(s, "embedType", "metric", item.path("embedType"));
    same(s, "metricId", s.target().metric(), item.at("/externalMetric/metricId"));
    same(s, "embedMetadata.metricId", s.target().metric(), item.at("/embedMetadata/metricId"));
    lacks(s, item, "externalDashboard");
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

    sameTexts(s, "accessSettings", settings, shown);
  }

  private static void tableTenancy(CheckContext s) {
    ObjectNode wanted = Drafts.tenancyOfTable(s);
    ObjectNode draft = tenantDraft(s);
    draft.withObject("accessSettings").set("tableTenancySettings", Json.array(wanted));

    JsonNode shown = created(s, draft).at("/accessSettings/tableTenancySettings/0");

    sameTexts(s, "tableTenancySettings", wanted, shown);
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
    Set<String> listed = s.listed().embeds(s.app()).keySet();
    s.demand(listed.containsAll(List.of(one, two)), "both are listed", "they are not");
  }

  private static ObjectNode tenantDraft(CheckContext s) {
    return s.given().embedDraft(s.given().datamart(Drafts.tenantDatamart(s)));
  }

  private static void alias(CheckContext s) {
    String tables = "/accessSettings/tableList";
    Call call =
        s.call(Operation.CREATE_EMBED)
            .arguments(tenantDraft(s))
            .with(tables, Json.array(Drafts.tenancyOfTable(s)));

    refused(s, call.with(tables + "/0/name", s.unused()), DATAMART_TABLE_NOT_FOUND);
    s.expect(s.send(call)).succeeds();
  }
}
