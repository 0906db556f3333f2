package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.embeds.EmbedStateChecks.alone;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;
import static dev.datamart.spec.Problem.EMBED_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;

/** What updating, renaming and deleting an embed does, and what it leaves. */
public final class EmbedUpdateChecks {
  private EmbedUpdateChecks() {}

  public static List<Requirement> all() {
    return List.of(
        update("MOVES-IT", "An update moves the embed to another datamart.")
            .check(EmbedUpdateChecks::moves),
        update("KEEPS-WHAT-IS-LEFT-OUT", "Settings that an update leaves out stay.")
            .check(EmbedUpdateChecks::keepsTheRest),
        client(
                "EM-UPDATE-TAKES-WHAT-LIST-SHOWS",
                "What the list shows as settings is accepted back.")
            .on(UPDATE_EMBED)
            .check(EmbedUpdateChecks::roundTrip),
        client("EM-UPDATE-IGNORES-APPEARANCE", "theme, options and the like are accepted.")
            .on(UPDATE_EMBED)
            .check(EmbedUpdateChecks::appearance),
        client("EM-UPDATE-TAKES-NAME", "An update may give the embed a name.")
            .on(UPDATE_EMBED)
            .check(EmbedUpdateChecks::updatesName),
        update("CHANGES-IT-ALONE", "An update changes that embed and nothing else.")
            .check(EmbedUpdateChecks::changesItAlone),
        docs("EM-RENAME-RENAMES-IT-ALONE", "Renaming changes the name of that embed alone.")
            .on(RENAME_EMBED)
            .check(EmbedUpdateChecks::renames),
        docs("EM-DELETE-REMOVES-IT-ALONE", "A deleted embed is gone, and nothing else changes.")
            .on(DELETE_EMBED)
            .check(EmbedUpdateChecks::deletes),
        docs("EM-DELETE-TWICE-IS-REFUSED", "Deleting a deleted embed is refused.")
            .on(DELETE_EMBED)
            .problems(EMBED_NOT_FOUND)
            .check(EmbedUpdateChecks::deletesTwice));
  }

  private static RequirementBuilder update(String id, String sentence) {
    return docs("EM-UPDATE-" + id, sentence).on(UPDATE_EMBED);
  }

  private static void update(CheckContext s, String embed, Object... settings) {
    s.expect(s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", Json.object(settings)))
        .succeeds();
  }

  private static void moves(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    String target = s.given().datamart();

    update(s, embed, "datamartName", target);

    same(s, "datamartName", target, s.embed(embed).at("/accessSettings/datamartName"));
  }

  private static void keepsTheRest(CheckContext s) {
    ObjectNode draft = s.given().embedDraft(s.given().datamart());
    draft.withObject("accessSettings").put("isAllowAiPilot", true).put("joinModel", "single");
    String embed = s.given().embed(draft, s.app());
    ObjectNode expected = s.embed(embed).path("accessSettings").deepCopy();

    update(s, embed, "isAllowEmailReports", true);

    expected.put("isAllowEmailReports", true);
    JsonNode item = s.embed(embed);
    same(s, Embeds.NOUN, "accessSettings", expected, item.path("accessSettings"));
    same(s, "name", draft.path("name").asText(), item.path("name"));
  }

  private static void roundTrip(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    JsonNode shown = s.embed(embed).path("accessSettings");

    s.expect(s.send(UPDATE_EMBED, "embedId", embed, "accessSettings", shown)).succeeds();

    JsonNode now = s.embed(embed).path("accessSettings");
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
    same(s, "name", name, s.embed(call.arguments().path("embedId").asText()).path("name"));
  }

  private static void changesItAlone(CheckContext s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    s.given().embed(datamart);

    Difference difference = s.difference(() -> update(s, embed, "isAllowAiPilot", true));

    alone(s, difference, difference.changed(), Set.of("embed " + embed), "changes");
  }

  private static void renames(CheckContext s) {
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

  private static void deletes(CheckContext s) {
    String datamart = s.given().datamart();
    String embed = s.given().embed(datamart);
    s.given().embed(datamart);

    Difference difference =
        s.difference(() -> s.expect(s.send(DELETE_EMBED, "embedId", embed)).succeeds());

    alone(s, difference, difference.gone(), Set.of("embed " + embed), "is gone");
  }

  private static void deletesTwice(CheckContext s) {
    String embed = s.given().embed(s.given().datamart());
    s.require(s.send(DELETE_EMBED, "embedId", embed));
    s.unchanged(() -> s.expect(s.send(DELETE_EMBED, "embedId", embed)).refuses(EMBED_NOT_FOUND));
  }
}
