package dev.datamart.conformance.checks;

import static dev.datamart.conformance.contract.Operation.CREATE_EMBED;
import static dev.datamart.conformance.contract.Operation.DELETE_EMBED;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;
import static dev.datamart.conformance.contract.Operation.RENAME_EMBED;
import static dev.datamart.conformance.contract.Operation.UPDATE_EMBED;
import static dev.datamart.conformance.contract.Problem.EMBED_NOT_FOUND;
import static dev.datamart.conformance.requirement.Rule.client;
import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Rule;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.Difference;
import dev.datamart.conformance.scene.Documented;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;

/** What embeds look like after they were created, updated, renamed, deleted. */
final class EmbedStateChecks {
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

  static List<Requirement> all() {
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
            .check(EmbedStateChecks::alias),
        client("EM-CREATE-NEEDS-NO-TABLE-TENANCY", "Tenancy TABLE needs no tableTenancySettings.")
            .on(CREATE_EMBED)
            .check(EmbedStateChecks::tenancyWithoutTables),
        client("EM-CREATE-IGNORES-DASHBOARD-CONFIG", "dashboardConfig and unknown members pass.")
            .on(CREATE_EMBED)
            .check(
                s ->
                    s.expect(
                            s.send(
                                s.accepted()
                                    .with("dashboardConfig", Json.object("a", 1))
                                    .with("madeUp", "x")))
                        .succeeds()),
        list("FILTERS-BY-ID", "embedId lists that embed alone.").check(EmbedStateChecks::byId),
        list("FILTERS-UNKNOWN-ID", "An unknown embedId lists nothing.")
            .check(EmbedStateChecks::byUnknownId),
        client("EM-LIST-FILTERS-BY-CLIENT", "clientId lists nothing that this API made.")
            .on(LIST_EMBEDS)
            .check(EmbedStateChecks::byClient),
        list("SHOWS-OWN-DATA-APP", "An API key lists the embeds of its data app alone.")
            .trait(Trait.SERVICE_TOKEN)
            .check(EmbedStateChecks::ownDataApp),
        update("MOVES-IT", "An update moves the embed to another datamart.")
            .check(EmbedStateChecks::moves),
        update("KEEPS-WHAT-IS-LEFT-OUT", "Settings that an update leaves out stay.")
            .check(EmbedStateChecks::keepsTheRest),
        client(
                "EM-UPDATE-TAKES-WHAT-LIST-SHOWS",
                "What the list shows as settings is accepted back.")
            .on(UPDATE_EMBED)
            .check(EmbedStateChecks::roundTrip),
        client("EM-UPDATE-IGNORES-APPEARANCE", "theme, options and the like are accepted.")
            .on(UPDATE_EMBED)
            .check(EmbedStateChecks::appearance),
        client("EM-UPDATE-TAKES-NAME", "An update may give the embed a name.")
            .on(UPDATE_EMBED)
            .check(EmbedStateChecks::updatesName),
        update("CHANGES-IT-ALONE", "An update changes that embed and nothing else.")
            .check(EmbedStateChecks::changesItAlone),
        docs("EM-RENAME-RENAMES-IT-ALONE", "Renaming changes the name of that embed alone.")
            .on(RENAME_EMBED)
            .check(EmbedStateChecks::renames),
        docs("EM-DELETE-REMOVES-IT-ALONE", "A deleted embed is gone, and nothing else changes.")
            .on(DELETE_EMBED)
            .check(EmbedStateChecks::deletes),
        docs("EM-DELETE-TWICE-IS-REFUSED", "Deleting a deleted embed is refused.")
            .on(DELETE_EMBED)
            .problems(EMBED_NOT_FOUND)
            .check(EmbedStateChecks::deletesTwice));
  }

  private static Rule create(String id, String sentence) {
    return docs("EM-CREATE-" + id, sentence).on(CREATE_EMBED).covers(LIST_EMBEDS);
  }

  private static Rule list(String id, String sentence) {
    return docs("EM-LIST-" + id, sentence).on(LIST_EMBEDS);
  }

  private static Rule update(String id, String sentence) {
    return docs("EM-UPDATE-" + id, sentence).on(UPDATE_EMBED);
  }

  private static JsonNode created(Scene s, ObjectNode draft) {
    Exchange made = s.send(s.call(CREATE_EMBED).arguments(draft));
    s.expect(made).succeeds().hasText("/id");
    return s.embed(made.json().path("id").asText());
  }

  private static void addsIt(Scene s) {
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

  private static void dashboard(Scene s) {
    JsonNode item = created(s, s.given().embedDraft(s.given().datamart()));
    String dashboard = s.ground().dashboard();
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

  private static void metric(Scene s) {
    JsonNode item = created(s, s.given().metricEmbedDraft(s.given().datamart()));
    same(s, "embedType", "metric", item.path("embedType"));
    same(s, "metricId", s.ground().metric(), item.at("/externalMetric/metricId"));
    same(s, "embedMetadata.metricId", s.ground().metric(), item.at("/embedMetadata/metricId"));
    s.demand(
        !item.hasNonNull("externalDashboard"),
        "externalDashboard is null",
        item.path("externalDashboard") + "");
  }

  private static void named(Scene s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    same(s, "name", draft.path("name").asText(), created(s, draft).path("name"));
  }

  private static void namedById(Scene s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    draft.remove("name");
    JsonNode item = created(s, draft);
    same(s, "name", item.path("embedId").asText(), item.path("name"));
  }

  private static void settings(Scene s) {
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

  private static void defaults(Scene s) {
    JsonNode shown = created(s, s.given().embedDraft(s.given().datamart())).path("accessSettings");
    FLAGS.forEach(flag -> same(s, flag, "false", shown.path(flag)));
    same(s, "metricCreationMode", "DRAG_DROP", shown.path("metricCreationMode"));
  }

  private static void uniqueIds(Scene s) {
    Call call = s.accepted();
    String one = s.send(call).json().path("id").asText();
    String two = s.send(call).json().path("id").asText();
    s.demand(!one.equals(two), "two ids", "twice " + one);
    s.demand(
        s.embeds(s.app()).keySet().containsAll(List.of(one, two)),
        "both are listed",
        "they are not");
  }

  private static ObjectNode tenantDraft(Scene s) {
    ObjectNode datamart = s.given().datamartDraft(s.unused());
    datamart.set("tenancySettings", Drafts.tableTenancy(s.ground().table()));
    return s.given().embedDraft(s.given().datamart(datamart));
  }

  private static void alias(Scene s) {
    ObjectNode draft = tenantDraft(s);
    ObjectNode entry =
        Json.object(
            "name", s.ground().table().name(),
            "clientColumn", s.ground().table().columns().get(0));
    draft.withObject("accessSettings").set("tableList", Json.array(entry));
    s.expect(s.send(s.call(CREATE_EMBED).arguments(draft))).succeeds();
  }

  private static void tenancyWithoutTables(Scene s) {
    s.expect(s.send(s.call(CREATE_EMBED).arguments(tenantDraft(s)))).succeeds();
  }

  private static void byId(Scene s) {
    String datamart = s.given().datamart();
    String one = s.given().embed(datamart);
    s.given().embed(datamart);
    Set<String> ids = s.items(s.call(LIST_EMBEDS, "embedId", one), "embedId").keySet();
    s.demand(ids.equals(Set.of(one)), "embed " + one + " alone", ids.toString());
  }

  private static void empty(Scene s, String filter) {
    JsonNode data = s.expect(s.send(LIST_EMBEDS, filter, s.unused())).list();
    s.demand(data.isEmpty(), "an empty list", data.toString());
  }

  private static void byUnknownId(Scene s) {
    s.given().embed(s.given().datamart());
    empty(s, "embedId");
  }

  private static void byClient(Scene s) {
    s.given().embed(s.given().datamart());
    empty(s, "clientId");
  }

  private static void ownDataApp(Scene s) {
    String datamart = s.given().datamart();
    String mine = s.given().embed(datamart);
    String theirs = s.given().embed(datamart, s.secondApp());
    Set<String> ids = s.items(s.call(LIST_EMBEDS), "embedId").keySet();
    s.demand(ids.contains(mine), "embed " + mine + " of the data app is listed", ids.toString());
    s.demand(!ids.contains(theirs), "embed " + theirs + " of another is not", ids.toString());
  }

  private static void update(Scene s, String embed, Object... settings) {
    s.expect(s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", Json.object(settings)))
        .succeeds();
  }

  private static void moves(Scene s) {
    String embed = s.given().embed(s.given().datamart());
    String target = s.given().datamart();

    update(s, embed, "datamartName", target);

    same(s, "datamartName", target, s.embed(embed).at("/accessSettings/datamartName"));
  }

  private static void keepsTheRest(Scene s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    draft.withObject("accessSettings").put("isAllowAiPilot", true).put("joinModel", "single");
    String embed = s.given().embed(draft, s.app());
    ObjectNode expected = s.embed(embed).path("accessSettings").deepCopy();

    update(s, embed, "isAllowEmailReports", true);

    expected.put("isAllowEmailReports", true);
    JsonNode item = s.embed(embed);
    Documented.EMBED.same(s, "accessSettings", expected, item.path("accessSettings"));
    same(s, "name", draft.path("name").asText(), item.path("name"));
  }

  private static void roundTrip(Scene s) {
    String embed = s.given().embed(s.given().datamart());
    JsonNode shown = s.embed(embed).path("accessSettings");

    s.expect(s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", shown)).succeeds();

    Documented.EMBED.same(s, "accessSettings", shown, s.embed(embed).path("accessSettings"));
  }

  private static void appearance(Scene s) {
    Call call = s.accepted();
    for (String member : List.of("theme", "options", "componentAttributes", "adminThemeOptions")) {
      call = call.with(member, Json.object("a", 1));
    }
    s.expect(s.send(call)).succeeds();
  }

  private static void updatesName(Scene s) {
    String name = s.unused();
    Call call = s.accepted().with("name", name);
    s.expect(s.send(call)).succeeds();
    same(s, "name", name, s.embed(call.arguments().path("embedId").asText()).path("name"));
  }

  private static void changesItAlone(Scene s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    s.given().embed(datamart);

    Difference difference = s.difference(() -> update(s, embed, "isAllowAiPilot", true));

    alone(s, difference, difference.changed(), Set.of("embed " + embed), "changes");
  }

  private static void renames(Scene s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    s.given().embed(datamart);
    String name = s.unused();

    Difference difference =
        s.difference(
            () -> s.expect(s.send(RENAME_EMBED, "embedId", embed, "name", name)).succeeds());

    alone(s, difference, difference.changed(), Set.of("embed " + embed), "changes");
    JsonNode item = s.embed(embed);
    same(s, "name", name, item.path("name"));
    same(s, "embedMetadata.name", name, item.at("/embedMetadata/name"));
    same(s, "datamartName", datamart, item.at("/accessSettings/datamartName"));
  }

  private static void deletes(Scene s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    s.given().embed(datamart);

    Difference difference =
        s.difference(() -> s.expect(s.send(DELETE_EMBED, "embedId", embed)).succeeds());

    alone(s, difference, difference.gone(), Set.of("embed " + embed), "is gone");
  }

  private static void deletesTwice(Scene s) {
    String embed = s.given().embed(s.given().datamart());
    s.require(s.send(DELETE_EMBED, "embedId", embed));
    s.unchanged(() -> s.expect(s.send(DELETE_EMBED, "embedId", embed)).refuses(EMBED_NOT_FOUND));
  }

  private static void alone(
      Scene s, Difference difference, Set<String> came, Set<String> expected, String verb) {
    int all = difference.gone().size() + difference.added().size() + difference.changed().size();
    s.demand(
        came.equals(expected) && all == expected.size(),
        String.join(", ", expected) + " " + verb + " and nothing else",
        difference.words());
  }

  private static void same(Scene s, String what, String expected, JsonNode came) {
    same(s, what, expected, came.asText());
  }

  private static void same(Scene s, String what, String expected, String came) {
    s.demand(expected.equals(came), what + " is " + expected, came);
  }
}
