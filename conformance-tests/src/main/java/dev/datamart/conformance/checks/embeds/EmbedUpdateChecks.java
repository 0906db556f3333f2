package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.RefusalTemplates.twice;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_EMBED;
import static dev.datamart.spec.Problem.EMBED_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What updating, renaming and deleting an embed does, and what it leaves. */
final class EmbedUpdateChecks {
  private static final List<String> FLAGS =
      List.of(
          "isAllowAiPilot", "isAllowEmailReports", "isAllowManageMetrics", "isAllowMetricUpdate");

  private EmbedUpdateChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("EM-UPDATE-MOVES-IT", "An update moves the embed to another datamart.")
            .hint("accessSettings.datamartName of an update is stored like any other setting.")
            .check(EmbedUpdateChecks::moves),
        docs("EM-UPDATE-KEEPS-WHAT-IS-LEFT-OUT", "Settings that an update leaves out stay.")
            .hint(CommonHint.KEEPS_THE_REST.sentence())
            .check(EmbedUpdateChecks::keepsTheRest),
        client(
                "EM-UPDATE-TAKES-WHAT-LIST-SHOWS",
                "What the list shows as settings is accepted back.")
            .hint("Clients read, merge and send all settings: accept the nulls that are listed.")
            .check(EmbedUpdateChecks::roundTrip),
        decided(
                "EM-UPDATE-TAKES-BACK-A-LOST-TABLE",
                "Listed settings are accepted back when a table of them is gone.")
            .hint("Check what an update changes; what stays as it was need not be right any more.")
            .check(EmbedUpdateChecks::lostTable),
        client("EM-UPDATE-IGNORES-APPEARANCE", "theme, options and the like are accepted.")
            .hint(CommonHint.PASSES.sentence())
            .check(EmbedUpdateChecks::appearance),
        client("EM-UPDATE-TAKES-NAME", "An update may give the embed a name.")
            .hint("name beside accessSettings renames the embed; it is not only for rename.")
            .check(EmbedUpdateChecks::updatesName),
        docs("EM-UPDATE-CHANGES-IT-ALONE", "An update changes that embed and nothing else.")
            .hint(CommonHint.CHANGES_IT.sentence())
            .check(
                s ->
                    Effect.CHANGES.alone(
                        s, settingsUpdate(s, oneOfTwo(s), "isAllowAiPilot", true))),
        docs("EM-UPDATE-AT-ONCE-LOSES-NOTHING", "Updates of different settings at once all count.")
            .trait(Trait.RANDOM)
            .hint("Reading, merging and writing an embed has to be one step.")
            .check(EmbedUpdateChecks::lostUpdates),
        docs("EM-RENAME-RENAMES-IT-ALONE", "Renaming changes the name of that embed alone.")
            .hint("The new name shows in name and embedMetadata.name; nothing else is touched.")
            .check(EmbedUpdateChecks::renames),
        docs("EM-DELETE-REMOVES-IT-ALONE", "A deleted embed is gone, and nothing else changes.")
            .hint(CommonHint.REMOVES_IT.sentence())
            .check(s -> Effect.IS_GONE.alone(s, s.call(DELETE_EMBED, "embedId", oneOfTwo(s)))),
        docs("EM-DELETE-TWICE-IS-REFUSED", "Deleting a deleted embed is refused.")
            .as(twice(EMBED_NOT_FOUND)));
  }

  private static Call settingsUpdate(CheckContext s, String embed, Object... settings) {
    return s.call(UPDATE_EMBED, "embedId", embed, "accessSettings", Json.object(settings));
  }

  private static void update(CheckContext s, String embed, Object... settings) {
    s.expect(s.send(settingsUpdate(s, embed, settings))).succeeds();
  }

  private static void moves(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    String target = s.given().datamart();

    update(s, embed, "datamartName", target);

    same(s, "datamartName", target, s.listed().embed(embed).at("/accessSettings/datamartName"));
  }

  private static void keepsTheRest(CheckContext s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    draft.withObject("accessSettings").put("isAllowAiPilot", true).put("joinModel", "single");
    String embed = s.given().embed(draft, s.app());
    ObjectNode expected = s.listed().embed(embed).path("accessSettings").deepCopy();

    update(s, embed, "isAllowEmailReports", true);

    expected.put("isAllowEmailReports", true);
    JsonNode item = s.listed().embed(embed);
    same(s, Embeds.NOUN, "accessSettings", expected, item.path("accessSettings"));
    same(s, "name", draft.path("name").asText(), item.path("name"));
  }

  /** The datamart loses a table that the embed tells tenants apart in. */
  private static void lostTable(CheckContext s) {
    ObjectNode tenants = Drafts.tenantDatamart(s);
    tenants.set("tableList", Drafts.pair(s));
    String datamart = s.given().datamart(tenants);
    ObjectNode draft = s.given().embedDraft(datamart);
    String lost = s.target().otherTable().name();
    draft
        .withObject("accessSettings")
        .set("tableTenancySettings", Json.array(Json.object("name", lost)));
    String id = s.given().embed(draft, s.app());
    Object rest = Json.array(s.target().table().entry());
    s.require(s.send(UPDATE_DATAMART, "datamartName", datamart, "tableList", rest));

    JsonNode settings = s.listed().embed(id).path("accessSettings");

    s.expect(s.send(s.call(UPDATE_EMBED, "embedId", id, "accessSettings", settings))).succeeds();
  }

  private static void roundTrip(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    JsonNode shown = s.listed().embed(embed).path("accessSettings");

    s.expect(s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", shown)).succeeds();

    JsonNode now = s.listed().embed(embed).path("accessSettings");
    same(s, Embeds.NOUN, "accessSettings", shown, now);
  }

  private static void appearance(CheckContext s) {
    Call call = s.accepted();
    for (String member : List.of("theme", "options", "componentAttributes", "adminThemeOptions")) {
      call = call.with(member, Json.object("a", 1));
    }
    s.expect(s.send(call)).succeeds();
  }

  private static void updatesName(CheckContext s) {
    String name = s.unused();
    Call call = s.accepted().with("name", name);
    s.expect(s.send(call)).succeeds();
    same(s, "name", name, s.listed().embed(call.arguments().path("embedId").asText()).path("name"));
  }

  /** An embed that has a sibling on the same datamart. */
  private static String oneOfTwo(CheckContext s) {
    String datamart = s.given().datamart();
    s.given().embed(datamart);
    return s.given().embed(datamart);
  }

  private static void renames(CheckContext s) {
    String embed = oneOfTwo(s);
    String name = s.unused();
    JsonNode settings = s.listed().embed(embed).path("accessSettings");

    Effect.CHANGES.alone(s, s.call(RENAME_EMBED, "embedId", embed, "name", name));

    JsonNode item = s.listed().embed(embed);
    same(s, "name", name, item.path("name"));
    same(s, "embedMetadata.name", name, item.at("/embedMetadata/name"));
    same(s, Embeds.NOUN, "accessSettings", settings, item.path("accessSettings"));
  }

  private static void lostUpdates(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    List<Callable<Exchange>> updates = new ArrayList<>();
    FLAGS.forEach(flag -> updates.add(() -> s.send(settingsUpdate(s, embed, flag, true))));
    List<Exchange> answers = Burst.of(updates);
    // What was not accepted, such as by a server that is too busy, need not count.
    List<String> accepted =
        FLAGS.stream().filter(flag -> answers.get(FLAGS.indexOf(flag)).isDone()).toList();
    s.demand(!accepted.isEmpty(), "an update is accepted", "none is");
    JsonNode settings = s.listed().embed(embed).path("accessSettings");
    List<String> lost = accepted.stream().filter(flag -> !settings.path(flag).asBoolean()).toList();
    s.demand(lost.isEmpty(), "all of " + accepted + " are true", lost + " are not");
  }
}
