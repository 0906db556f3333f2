package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartStateChecks.sameTable;
import static dev.datamart.conformance.checks.shared.Shown.moment;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Ticks;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** What an update changes of a datamart, and what it leaves. */
public final class DatamartUpdateChecks {
  private DatamartUpdateChecks() {}

  public static List<Requirement> all() {
    return List.of(
        update("CHANGES-IT-ALONE", "An update changes that datamart and nothing else.")
            .check(DatamartUpdateChecks::changesItAlone),
        update("REPLACES-TABLES", "tableList in an update replaces all tables.")
            .check(DatamartUpdateChecks::replacesTables),
        update("KEEPS-WHAT-IS-LEFT-OUT", "What an update leaves out stays as it was.")
            .check(DatamartUpdateChecks::keepsTheRest),
        update("OF-TABLES-KEEPS-THE-REST", "An update of tableList keeps all that is beside it.")
            .check(DatamartUpdateChecks::tablesAlone),
        update("TAKES-API-KEY", "A datamart can be updated with an API key of a data app.")
            .check(s -> s.expect(s.send(s.accepted().as(s.app().key()))).succeeds()),
        update("REPLACES-RELATIONSHIPS", "relationships in an update replaces all of them.")
            .check(DatamartUpdateChecks::replacesRelationships),
        update("KEEPS-EMBEDS", "Updating a datamart leaves its embeds in place.")
            .check(DatamartUpdateChecks::keepsEmbeds),
        update("MOVES-ITS-DATE", "An update moves updatedAt and leaves createdAt.")
            .check(DatamartUpdateChecks::movesDate),
        docs("DM-UPDATE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger cannot update a datamart.")
            .on(UPDATE_DATAMART)
            .problems(DATAMART_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DatamartUpdateChecks::stranger));
  }

  private static RequirementBuilder update(String id, String sentence) {
    return docs("DM-UPDATE-" + id, sentence).on(UPDATE_DATAMART);
  }

  private static void update(CheckContext s, String name, Object... members) {
    s.expect(s.send(s.call(UPDATE_DATAMART, members).with("datamartName", name))).succeeds();
  }

  /** With another label, since the table may have a single column. */
  private static Object fewerColumns(CheckContext s) {
    Table table = s.target().table();
    return Json.array(table.entry(table.columns().subList(0, 1)).put("label", s.unused()));
  }

  private static void changesItAlone(CheckContext s) {
    String name = s.given().datamart();
    s.given().embed(name);
    s.given().datamart();

    Difference difference = s.difference(() -> update(s, name, "tableList", fewerColumns(s)));

    s.demand(
        difference.changed().equals(Set.of("datamart \"" + name + "\""))
            && difference.gone().isEmpty()
            && difference.added().isEmpty(),
        "the datamart \"" + name + "\" and nothing else changes",
        difference.words());
  }

  private static void replacesTables(CheckContext s) {
    Table other = s.target().otherTable();
    String name = s.given().datamart();

    update(s, name, "tableList", Json.array(other.entry()));

    sameTable(s, other, s.datamart(name));
  }

  private static void keepsTheRest(CheckContext s) {
    ObjectNode draft = Drafts.related(s, s.unused());
    draft.set("tenancySettings", Drafts.tableTenancy(s.target().table()));
    String name = s.given().datamart(draft);
    JsonNode before = s.datamart(name);

    update(s, name, "tenancySettings", Json.object("tenancyLevel", "DATABASE"));

    JsonNode after = s.datamart(name);
    for (String member : List.of("datamartTables", "datamartRelationships", "companyIntegration")) {
      same(s, Datamarts.NOUN, member, before.path(member), after.path(member));
    }
    same(s, "tenancyLevel", "DATABASE", after.at("/datamartOrganization/tenancyLevel"));

    update(s, name, "relationships", Json.array());

    same(s, "tenancyLevel", "DATABASE", s.datamart(name).at("/datamartOrganization/tenancyLevel"));
    JsonNode tables = s.datamart(name).path("datamartTables");
    same(s, Datamarts.NOUN, "datamartTables", before.path("datamartTables"), tables);
  }

  private static void tablesAlone(CheckContext s) {
    ObjectNode draft = Drafts.related(s, s.unused());
    draft.set("tenancySettings", Drafts.tableTenancy(s.target().table()));
    String name = s.given().datamart(draft);
    JsonNode before = s.datamart(name);
    JsonNode relabelled = Json.node(draft.path("tableList").deepCopy());
    ((ObjectNode) relabelled.path(0)).put("label", "Another label");

    update(s, name, "tableList", relabelled);

    JsonNode after = s.datamart(name);
    JsonNode shown = DatamartStateChecks.table(after, s.target().table().name());
    same(s, "label", "Another label", shown.path("label"));
    for (String member :
        List.of("datamartOrganization", "datamartRelationships", "companyIntegration")) {
      same(s, Datamarts.NOUN, member, before.path(member), after.path(member));
    }
  }

  private static void replacesRelationships(CheckContext s) {
    String name = s.given().datamart(Drafts.related(s, s.unused()));
    ObjectNode other = Drafts.relationship(s).put("relationshipName", "other");

    update(s, name, "relationships", Json.array(other));

    JsonNode shown = s.datamart(name).path("datamartRelationships");
    s.demand(
        shown.size() == 1 && shown.at("/0/relationshipName").asText().equals("other"),
        "one relationship, named other",
        shown.toString());
  }

  private static void keepsEmbeds(CheckContext s) {
    String name = s.given().datamart();
    String embed = s.given().embed(name);

    update(s, name, "tableList", fewerColumns(s));

    s.demand(s.embeds(s.app()).containsKey(embed), "the embed is still listed", "it is gone");
  }

  private static void movesDate(CheckContext s) {
    String name = s.given().datamart();
    JsonNode before = s.datamart(name);
    OffsetDateTime made = moment(s, before, "updatedAt");
    ObjectNode entry = s.target().table().entry();

    JsonNode after =
        Ticks.until(
            item -> moment(s, item, "updatedAt").isAfter(made),
            () -> {
              // Another label each time: to store what is there already need not be a change.
              update(s, name, "tableList", Json.array(entry.deepCopy().put("label", s.unused())));
              return s.datamart(name);
            });

    same(s, "createdAt", before.path("createdAt").asText(), after.path("createdAt"));
    s.demand(
        moment(s, after, "updatedAt").isAfter(made),
        "updatedAt is after " + before.path("updatedAt") + ", a second later at the latest",
        "updatedAt is " + after.path("updatedAt"));
  }

  private static void stranger(CheckContext s) {
    Call call = s.bait();
    String token = s.run().tokens().otherServiceToken();
    s.unchanged(() -> s.expect(s.send(call.as(token))).refuses(DATAMART_NOT_FOUND));
  }
}
