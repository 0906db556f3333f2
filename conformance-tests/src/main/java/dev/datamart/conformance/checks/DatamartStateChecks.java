package dev.datamart.conformance.checks;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.LIST_DATAMARTS;
import static dev.datamart.conformance.contract.Operation.UPDATE_DATAMART;
import static dev.datamart.conformance.contract.Problem.DATAMART_NOT_FOUND;
import static dev.datamart.conformance.requirement.Rule.client;
import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Rule;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.Difference;
import dev.datamart.conformance.scene.Documented;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.scene.Table;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What datamarts look like after they were created and updated. */
final class DatamartStateChecks {
  private DatamartStateChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("DM-CREATE-ADDS-IT", "A created datamart is listed, and nothing else changes.")
            .on(CREATE_DATAMART)
            .covers(LIST_DATAMARTS)
            .check(DatamartStateChecks::addsIt),
        docs("DM-CREATE-KEEPS-WHAT-WAS-SAID", "The list shows tables and columns as created.")
            .on(CREATE_DATAMART)
            .covers(LIST_DATAMARTS)
            .check(DatamartStateChecks::keepsWhatWasSaid),
        docs("DM-CREATE-KEEPS-DETAILS", "The list shows labels, flags, SQL and client columns.")
            .on(CREATE_DATAMART)
            .covers(LIST_DATAMARTS)
            .check(DatamartStateChecks::keepsDetails),
        docs("DM-CREATE-KEEPS-TENANCY", "The list shows the tenancy settings as created.")
            .on(CREATE_DATAMART)
            .check(DatamartStateChecks::keepsTenancy),
        docs("DM-CREATE-KEEPS-RELATIONSHIPS", "The list shows the relationships as created.")
            .on(CREATE_DATAMART)
            .check(DatamartStateChecks::keepsRelationships),
        docs("DM-CREATE-IS-DATED", "A new datamart has createdAt and updatedAt in ISO 8601 UTC.")
            .on(CREATE_DATAMART)
            .check(DatamartStateChecks::isDated),
        client("DM-CREATE-IGNORES-UNKNOWN-MEMBERS", "Unknown members of the body are ignored.")
            .on(CREATE_DATAMART, UPDATE_DATAMART)
            .check(s -> s.expect(s.send(s.accepted().with("madeUp", 1))).succeeds()),
        list("EXPANDS-UNLESS-TOLD", "Tables and relationships are listed unless told otherwise.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS), true)),
        list("EXPANDS-WHEN-TOLD", "expandDetails=true lists tables and relationships.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", true), true)),
        list("EXPANDS-NOT-WHEN-TOLD", "expandDetails=false leaves them out.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", false), false)),
        list("IS-THE-SAME-FOR-ALL", "Service token and any API key list the same datamarts.")
            .trait(Trait.SERVICE_TOKEN)
            .check(DatamartStateChecks::sameForAll),
        list("HIDES-OTHER-ORGANIZATIONS", "Datamarts of other organizations are not listed.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DatamartStateChecks::hidesOthers),
        update("CHANGES-IT-ALONE", "An update changes that datamart and nothing else.")
            .check(DatamartStateChecks::changesItAlone),
        update("REPLACES-TABLES", "tableList in an update replaces all tables.")
            .check(DatamartStateChecks::replacesTables),
        update("KEEPS-WHAT-IS-LEFT-OUT", "What an update leaves out stays as it was.")
            .check(DatamartStateChecks::keepsTheRest),
        update("REPLACES-RELATIONSHIPS", "relationships in an update replaces all of them.")
            .check(DatamartStateChecks::replacesRelationships),
        update("KEEPS-EMBEDS", "Updating a datamart leaves its embeds in place.")
            .check(DatamartStateChecks::keepsEmbeds),
        update("MOVES-ITS-DATE", "An update moves updatedAt and leaves createdAt.")
            .check(DatamartStateChecks::movesDate),
        docs("DM-UPDATE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger cannot update a datamart.")
            .on(UPDATE_DATAMART)
            .problems(DATAMART_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DatamartStateChecks::stranger));
  }

  private static Rule list(String id, String sentence) {
    return docs("DM-LIST-" + id, sentence).on(LIST_DATAMARTS);
  }

  private static Rule update(String id, String sentence) {
    return docs("DM-UPDATE-" + id, sentence).on(UPDATE_DATAMART);
  }

  /** Creates in the family of the check and gives the datamart as listed. */
  private static JsonNode created(Scene s, ObjectNode draft) {
    s.expect(s.send(s.call(CREATE_DATAMART).arguments(draft))).succeeds();
    return s.datamart(draft.path("name").asText());
  }

  private static void addsIt(Scene s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    String name = draft.path("name").asText();

    Difference difference =
        s.difference(() -> s.expect(s.send(s.call(CREATE_DATAMART).arguments(draft))).succeeds());

    s.demand(
        difference.added().equals(Set.of("datamart \"" + name + "\""))
            && difference.gone().isEmpty()
            && difference.changed().isEmpty(),
        "the datamart \"" + name + "\" and nothing else appeared",
        difference.words());
  }

  private static void keepsWhatWasSaid(Scene s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());

    JsonNode item = created(s, draft);

    same(
        s, "companyIntegration.name", s.ground().datasource(), item.at("/companyIntegration/name"));
    sameTable(s, s.ground().table(), item);
  }

  private static void sameTable(Scene s, Table table, JsonNode item) {
    same(s, "tables and columns", shape(table), shape(item, !table.schema().isEmpty()));
  }

  private static String shape(Table table) {
    return (table.schema() + "." + table.name() + table.columns()).replaceFirst("^\\.", "");
  }

  /** Schemas where it was said which; a server may fill in the one that it takes. */
  private static String shape(JsonNode item, boolean withSchemas) {
    List<String> tables = new ArrayList<>();
    for (JsonNode table : item.path("datamartTables")) {
      List<String> columns = new ArrayList<>();
      table.path("datamartTableColumns").forEach(c -> columns.add(c.path("columnName").asText()));
      String schema = withSchemas ? table.path("schemaName").asText() + "." : "";
      tables.add(schema + table.path("tableName").asText() + columns);
    }
    return String.join(" ", tables);
  }

  private static void keepsDetails(Scene s) {
    Table table = s.ground().table();
    ObjectNode entry = table.entry();
    entry.put("label", "A label").put("isHide", true).put("clientColumn", table.columns().get(0));
    ObjectNode first = (ObjectNode) entry.path("columns").path(0);
    first.put("alias", "an_alias").put("label", "A column").put("isHide", true);
    entry
        .withArray("columns")
        .add(Json.object("name", "made_up", "isCustomColumn", true, "sql", "1 + 1"));
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tableList", Json.array(entry));

    JsonNode shown = created(s, draft).at("/datamartTables/0");

    same(s, "table label", "A label", shown.path("label"));
    same(s, "table isHide", "true", shown.path("isHide"));
    same(s, "clientColumn", table.columns().get(0), shown.path("clientColumn"));
    JsonNode column = column(shown, table.columns().get(0));
    same(s, "column alias", "an_alias", column.path("alias"));
    same(s, "column label", "A column", column.path("label"));
    same(s, "column isHide", "true", column.path("isHide"));
    JsonNode custom = column(shown, "made_up");
    same(s, "custom column", "made_up", custom.path("columnName"));
    same(s, "isCustomColumn", "true", custom.path("isCustomColumn"));
    same(s, "sql", "1 + 1", custom.path("sql"));
  }

  /** No rule says in which order the columns are shown. */
  private static JsonNode column(JsonNode table, String name) {
    for (JsonNode column : table.path("datamartTableColumns")) {
      if (column.path("columnName").asText().equals(name)) {
        return column;
      }
    }
    return MissingNode.getInstance();
  }

  private static void keepsTenancy(Scene s) {
    ObjectNode settings = Drafts.tableTenancy(s.ground().table());
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tenancySettings", settings);

    JsonNode shown = created(s, draft).path("datamartOrganization");

    for (Map.Entry<String, JsonNode> member : settings.properties()) {
      same(s, member.getKey(), member.getValue().asText(), shown.path(member.getKey()));
    }
  }

  private static void keepsRelationships(Scene s) {
    ObjectNode relationship = Drafts.relationship(s.ground().table());
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("relationships", Json.array(relationship));

    JsonNode shown = created(s, draft).at("/datamartRelationships/0");

    for (Map.Entry<String, JsonNode> member : relationship.properties()) {
      same(s, member.getKey(), member.getValue().asText(), shown.path(member.getKey()));
    }
  }

  private static void isDated(Scene s) {
    JsonNode item = created(s, s.given().datamartDraft(s.unused()));
    for (String member : List.of("createdAt", "updatedAt")) {
      s.demand(
          moment(s, item, member).getOffset().equals(ZoneOffset.UTC),
          member + " is in UTC",
          item.path(member).toString());
    }
  }

  private static OffsetDateTime moment(Scene s, JsonNode item, String member) {
    try {
      return OffsetDateTime.parse(item.path(member).asText());
    } catch (DateTimeParseException wrong) {
      throw s.fail(member + " is an ISO 8601 moment", item.path(member).toString(), null);
    }
  }

  private static void expanded(Scene s, Call list, boolean expected) {
    String name = s.given().datamart();
    JsonNode item = s.items(list, "name").get(name);
    s.demand(item != null, "the list has \"" + name + "\"", "it does not");
    for (String member : List.of("datamartTables", "datamartRelationships")) {
      boolean there = item != null && item.has(member);
      s.demand(there == expected, member + (expected ? " is there" : " is left out"), item + "");
    }
  }

  private static void sameForAll(Scene s) {
    String name = s.given().datamart();
    for (String token :
        List.of(s.world().tokens().serviceToken(), s.app().key(), s.secondApp().key())) {
      boolean there = s.items(s.call(LIST_DATAMARTS).as(token), "name").containsKey(name);
      s.demand(there, "\"" + name + "\" is listed for every token", "for one it is not");
    }
  }

  private static void hidesOthers(Scene s) {
    String mine = s.given().datamart();
    for (String token :
        List.of(s.world().tokens().otherServiceToken(), s.given().otherApp().key())) {
      boolean there = s.items(s.call(LIST_DATAMARTS).as(token), "name").containsKey(mine);
      s.demand(!there, "\"" + mine + "\" is hidden from strangers", "it is listed for one");
    }
  }

  private static void update(Scene s, String name, Object... members) {
    s.expect(s.send(s.call(UPDATE_DATAMART, members).with("datamartName", name))).succeeds();
  }

  /** With another label, since the table may have a single column. */
  private static Object fewerColumns(Scene s) {
    Table table = s.ground().table();
    return Json.array(table.entry(table.columns().subList(0, 1)).put("label", s.unused()));
  }

  private static void changesItAlone(Scene s) {
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

  private static void replacesTables(Scene s) {
    Table other = s.ground().otherTable();
    String name = s.given().datamart();

    update(s, name, "tableList", Json.array(other.entry()));

    sameTable(s, other, s.datamart(name));
  }

  private static void keepsTheRest(Scene s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tenancySettings", Drafts.tableTenancy(s.ground().table()));
    draft.set("relationships", Json.array(Drafts.relationship(s.ground().table())));
    String name = s.given().datamart(draft);
    JsonNode before = s.datamart(name);

    update(s, name, "tenancySettings", Json.object("tenancyLevel", "DATABASE"));

    JsonNode after = s.datamart(name);
    for (String member : List.of("datamartTables", "datamartRelationships", "companyIntegration")) {
      Documented.DATAMART.same(s, member, before.path(member), after.path(member));
    }
    same(s, "tenancyLevel", "DATABASE", after.at("/datamartOrganization/tenancyLevel"));

    update(s, name, "relationships", Json.array());

    same(s, "tenancyLevel", "DATABASE", s.datamart(name).at("/datamartOrganization/tenancyLevel"));
    Documented.DATAMART.same(
        s,
        "datamartTables",
        before.path("datamartTables"),
        s.datamart(name).path("datamartTables"));
  }

  private static void replacesRelationships(Scene s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    ObjectNode one = Drafts.relationship(s.ground().table());
    draft.set("relationships", Json.array(one));
    String name = s.given().datamart(draft);

    update(s, name, "relationships", Json.array(one.deepCopy().put("relationshipName", "other")));

    JsonNode shown = s.datamart(name).path("datamartRelationships");
    s.demand(
        shown.size() == 1 && shown.at("/0/relationshipName").asText().equals("other"),
        "one relationship, named other",
        shown.toString());
  }

  private static void keepsEmbeds(Scene s) {
    String name = s.given().datamart();
    String embed = s.given().embed(name);

    update(s, name, "tableList", fewerColumns(s));

    s.demand(s.embeds(s.app()).containsKey(embed), "the embed is still listed", "it is gone");
  }

  private static void movesDate(Scene s) {
    String name = s.given().datamart();
    JsonNode before = s.datamart(name);

    update(s, name, "tableList", fewerColumns(s));

    JsonNode after = s.datamart(name);
    same(s, "createdAt", before.path("createdAt").asText(), after.path("createdAt"));
    s.demand(
        !moment(s, after, "updatedAt").isBefore(moment(s, before, "updatedAt")),
        "updatedAt is not before " + before.path("updatedAt"),
        after.path("updatedAt").toString());
    s.demand(
        !moment(s, after, "updatedAt").isBefore(moment(s, after, "createdAt")),
        "updatedAt is not before createdAt",
        after.toString());
  }

  private static void stranger(Scene s) {
    Call call = s.bait();
    String token = s.world().tokens().otherServiceToken();
    s.unchanged(() -> s.expect(s.send(call.as(token))).refuses(DATAMART_NOT_FOUND));
  }

  private static void same(Scene s, String what, String expected, JsonNode came) {
    same(s, what, expected, came.asText());
  }

  private static void same(Scene s, String what, String expected, String came) {
    s.demand(expected.equals(came), what + " is " + expected, came);
  }
}
