package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartStateChecks.sameTable;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.takesApiKey;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.stranger;
import static dev.datamart.conformance.checks.shared.Shown.moment;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Json;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What an update changes of a datamart, and what it leaves. */
final class DatamartUpdateChecks {
  private static final Duration MORE_THAN_A_SECOND = Duration.ofMillis(1100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

  private DatamartUpdateChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("DM-UPDATE-CHANGES-IT-ALONE", "An update changes that datamart and nothing else.")
            .hint(CommonHint.CHANGES_IT.sentence())
            .check(DatamartUpdateChecks::changesItAlone),
        docs("DM-UPDATE-REPLACES-TABLES", "tableList in an update replaces all tables.")
            .hint("tableList is the whole new list: no merging by table name, no adding.")
            .check(DatamartUpdateChecks::replacesTables),
        docs("DM-UPDATE-KEEPS-WHAT-IS-LEFT-OUT", "What an update leaves out stays as it was.")
            .hint(CommonHint.KEEPS_THE_REST.sentence())
            .check(DatamartUpdateChecks::keepsTheRest),
        docs(
                "DM-UPDATE-OF-TABLES-KEEPS-THE-REST",
                "An update of tableList keeps all that is beside it.")
            .hint("Replacing tables must not drop the tenancy, relationships or datasource.")
            .check(DatamartUpdateChecks::tablesAlone),
        docs("DM-UPDATE-TAKES-API-KEY", "A datamart can be updated with an API key of a data app.")
            .as(takesApiKey()),
        docs("DM-UPDATE-REPLACES-RELATIONSHIPS", "relationships in an update replaces all of them.")
            .hint("relationships is the whole new list, and an empty list removes them all.")
            .check(DatamartUpdateChecks::replacesRelationships),
        docs("DM-UPDATE-KEEPS-EMBEDS", "Updating a datamart leaves its embeds in place.")
            .hint("An update is no delete and create: nothing of the cascade may run.")
            .check(DatamartUpdateChecks::keepsEmbeds),
        docs("DM-UPDATE-MOVES-ITS-DATE", "An update moves updatedAt and leaves createdAt.")
            .hint("Set updatedAt with every accepted update, createdAt only once.")
            .check(DatamartUpdateChecks::movesDate),
        docs("DM-UPDATE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger cannot update a datamart.")
            .as(stranger(DATAMART_NOT_FOUND)));
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

    Effect.CHANGES.alone(
        s, s.call(UPDATE_DATAMART, "datamartName", name, "tableList", fewerColumns(s)));
  }

  private static void replacesTables(CheckContext s) {
    Table other = s.target().otherTable();
    String name = s.given().datamart();

    update(s, name, "tableList", Json.array(other.entry()));

    sameTable(s, other, s.listed().datamart(name));
  }

  private static ObjectNode relatedTenants(CheckContext s) {
    return Drafts.tenantDatamart(s).setAll(Drafts.related(s));
  }

  private static void keepsTheRest(CheckContext s) {
    String name = s.given().datamart(relatedTenants(s));
    JsonNode before = s.listed().datamart(name);

    update(s, name, "tenancySettings", Json.object("tenancyLevel", "DATABASE"));

    JsonNode after = s.listed().datamart(name);
    unaltered(s, before, after, "datamartTables", "datamartRelationships", "companyIntegration");
    same(s, "tenancyLevel", "DATABASE", after.at("/datamartOrganization/tenancyLevel"));

    update(s, name, "relationships", Json.array());

    same(
        s,
        "tenancyLevel",
        "DATABASE",
        s.listed().datamart(name).at("/datamartOrganization/tenancyLevel"));
    unaltered(s, before, s.listed().datamart(name), "datamartTables");
  }

  private static void unaltered(
      CheckContext s, JsonNode before, JsonNode after, String... members) {
    for (String member : members) {
      Shown.same(s, Datamarts.NOUN, member, before.path(member), after.path(member));
    }
  }

  private static void tablesAlone(CheckContext s) {
    ObjectNode draft = relatedTenants(s);
    String name = s.given().datamart(draft);
    JsonNode before = s.listed().datamart(name);
    JsonNode relabelled = Json.node(draft.path("tableList").deepCopy());
    ((ObjectNode) relabelled.path(0)).put("label", "Another label");

    update(s, name, "tableList", relabelled);

    JsonNode after = s.listed().datamart(name);
    JsonNode shown = DatamartStateChecks.table(after, s.target().table().name());
    same(s, "label", "Another label", shown.path("label"));
    unaltered(
        s, before, after, "datamartOrganization", "datamartRelationships", "companyIntegration");
  }

  private static void replacesRelationships(CheckContext s) {
    String name = s.given().datamart(Drafts.related(s));
    ObjectNode other = Drafts.relationship(s).put("relationshipName", "other");

    update(s, name, "relationships", Json.array(other));

    JsonNode shown = s.listed().datamart(name).path("datamartRelationships");
    s.demand(
        shown.size() == 1 && shown.at("/0/relationshipName").asText().equals("other"),
        "one relationship, named other",
        shown.toString());
  }

  private static void keepsEmbeds(CheckContext s) {
    String name = s.given().datamart();
    String embed = s.given().embed(name);

    update(s, name, "tableList", fewerColumns(s));

    s.demand(
        s.listed().embeds(s.app()).containsKey(embed), "the embed is still listed", "it is gone");
  }

  private static void movesDate(CheckContext s) {
    String name = s.given().datamart();
    JsonNode before = s.listed().datamart(name);
    OffsetDateTime made = moment(s, before, "updatedAt");

    JsonNode after = relabelled(s, name, made);

    same(s, "createdAt", before.path("createdAt").asText(), after.path("createdAt"));
    s.demand(
        moment(s, after, "updatedAt").isAfter(made),
        "updatedAt is after " + before.path("updatedAt") + ", a second later at the latest",
        "updatedAt is " + after.path("updatedAt"));
  }

  /**
   * Updates a datamart until its date has moved, at the longest until any clock must have ticked,
   * which may count in whole seconds. Gives what was seen last.
   */
  private static JsonNode relabelled(CheckContext s, String name, OffsetDateTime made) {
    long begin = System.nanoTime();
    for (long pause = SHORTEST_PAUSE.toNanos(); ; pause *= 2) {
      boolean isLast = System.nanoTime() - begin >= MORE_THAN_A_SECOND.toNanos();
      // Another label each time: to store what is there already need not be a change.
      ObjectNode entry = s.target().table().entry().put("label", s.unused());
      update(s, name, "tableList", Json.array(entry));
      JsonNode seen = s.listed().datamart(name);
      if (isLast || moment(s, seen, "updatedAt").isAfter(made)) {
        return seen;
      }
      LockSupport.parkNanos(pause);
    }
  }
}
