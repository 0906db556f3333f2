package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.takesApiKey;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.once;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Problem.DATAMART_EXISTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What datamarts look like after they were created. */
final class DatamartStateChecks {
  private DatamartStateChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("DM-CREATE-ADDS-IT", "A created datamart is listed, and nothing else changes.")
            .hint(CommonHint.ADDS_IT.sentence())
            .covers(Operation.LIST_DATAMARTS)
            .check(s -> Effect.APPEARS.alone(s, s.accepted())),
        docs("DM-CREATE-KEEPS-WHAT-WAS-SAID", "The list shows tables and columns as created.")
            .covers(Operation.LIST_DATAMARTS)
            .hint("Keep the choice of tables and columns, and not all that the datasource has.")
            .check(DatamartStateChecks::keepsWhatWasSaid),
        docs("DM-CREATE-KEEPS-DETAILS", "The list shows labels, flags, SQL and client columns.")
            .covers(Operation.LIST_DATAMARTS)
            .hint("Names differ: name is listed as tableName and columnName; keep every member.")
            .check(DatamartStateChecks::keepsDetails),
        docs("DM-CREATE-KEEPS-TENANCY", "The list shows the tenancy settings as created.")
            .hint("tenancySettings are listed as datamartOrganization, with the same members.")
            .check(DatamartStateChecks::keepsTenancy),
        docs("DM-CREATE-KEEPS-RELATIONSHIPS", "The list shows the relationships as created.")
            .hint("relationships are listed as datamartRelationships, parent and child as given.")
            .check(DatamartStateChecks::keepsRelationships),
        docs("DM-RELATIONSHIP-WORDS-ARE-ACCEPTED", "Every documented cardinality and join is kept.")
            .on(Operation.CREATE_DATAMART)
            .covers(Operation.LIST_DATAMARTS)
            .hint("Four cardinalities and four joins, \"FULL JOIN\" too; store the very words.")
            .check(DatamartStateChecks::relationshipWords),
        docs("DM-CREATE-TAKES-API-KEY", "A datamart can be created with an API key of a data app.")
            .as(takesApiKey()),
        docs("DM-CREATE-AT-ONCE-SUCCEEDS-ONCE", "Of many creates of a name exactly one succeeds.")
            .as(once(DATAMART_EXISTS)),
        docs("DM-CREATE-IS-DATED", "A new datamart has createdAt and updatedAt in ISO 8601 UTC.")
            .hint("Both are texts like 2024-01-15T10:30:00Z, not numbers and not local times.")
            .check(DatamartStateChecks::isDated),
        client("DM-CREATE-IGNORES-UNKNOWN-MEMBERS", "Unknown members of the body are ignored.")
            .should()
            .on(Operation.UPDATE_DATAMART)
            .check(accepts((s, call) -> call.with("madeUp", 1))));
  }

  /** Creates in the family of the check and gives the datamart as listed. */
  private static JsonNode created(CheckContext s, ObjectNode draft) {
    s.expect(s.send(s.call(Operation.CREATE_DATAMART).arguments(draft))).succeeds();
    return s.listed().datamart(draft.path("name").asText());
  }

  private static void keepsWhatWasSaid(CheckContext s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());

    JsonNode item = created(s, draft);

    Shown.same(
        s, "companyIntegration.name", s.target().datasource(), item.at("/companyIntegration/name"));
    sameTable(s, s.target().table(), item);
  }

  static void sameTable(CheckContext s, Table table, JsonNode item) {
    Shown.same(s, "tables and columns", shape(table), shape(item, !table.schema().isEmpty()));
  }

  private static String shape(Table table) {
    List<String> columns = table.columns().stream().sorted().toList();
    return (table.schema() + "." + table.name() + columns).replaceFirst("^\\.", "");
  }

  /**
   * Schemas where it was said which; a server may fill in the one that it takes. Sorted, since no
   * rule says in which order tables and columns are shown.
   */
  private static String shape(JsonNode item, boolean withSchemas) {
    List<String> tables = new ArrayList<>();
    for (JsonNode table : item.path("datamartTables")) {
      JsonNode shown = table.path("datamartTableColumns");
      List<String> columns = Shown.texts(shown, "columnName").stream().sorted().toList();
      String schema = withSchemas ? table.path("schemaName").asText() + "." : "";
      tables.add(schema + table.path("tableName").asText() + columns);
    }
    Collections.sort(tables);
    return String.join(" ", tables);
  }

  private static void keepsDetails(CheckContext s) {
    Table table = s.target().table();
    String first = table.columns().get(0);
    ObjectNode ofTable = Json.object("label", "A label", "isHide", true, "clientColumn", first);
    ObjectNode ofColumn = Json.object("alias", "an_alias", "label", "A column", "isHide", true);
    ObjectNode ofCustom = Json.object("isCustomColumn", true, "sql", "1 + 1");
    ObjectNode entry = table.entry().setAll(ofTable);
    ((ObjectNode) entry.at("/columns/0")).setAll(ofColumn);
    entry.withArray("columns").add(ofCustom.deepCopy().put("name", "made_up"));
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tableList", Json.array(entry));

    JsonNode shown = created(s, draft).at("/datamartTables/0");

    Shown.sameTexts(s, "table", ofTable, shown);
    Shown.sameTexts(s, "column", ofColumn, column(shown, first));
    Shown.sameTexts(s, "custom column", ofCustom, column(shown, "made_up"));
  }

  /** The table of that name in a listed datamart; missing when there is none. */
  static JsonNode table(JsonNode item, String name) {
    return Shown.item(item.path("datamartTables"), "tableName", name);
  }

  private static JsonNode column(JsonNode table, String name) {
    return Shown.item(table.path("datamartTableColumns"), "columnName", name);
  }

  private static void keepsTenancy(CheckContext s) {
    ObjectNode settings = Drafts.tableTenancy(s.target().table());
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tenancySettings", settings);

    Shown.sameTexts(s, "tenancy", settings, created(s, draft).path("datamartOrganization"));
  }

  private static void keepsRelationships(CheckContext s) {
    ObjectNode relationship = Drafts.relationship(s);

    JsonNode item = created(s, Drafts.related(s));

    Shown.sameTexts(s, "relationship", relationship, item.at("/datamartRelationships/0"));
  }

  private static void relationshipWords(CheckContext s) {
    List<String> cardinalities = List.of("OneToOne", "OneToMany", "ManyToOne", "ManyToMany");
    List<String> joins = List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < joins.size(); i++) {
      ObjectNode draft = Drafts.related(s);
      ((ObjectNode) draft.at("/relationships/0"))
          .put("cardinality", cardinalities.get(i))
          .put("join", joins.get(i));
      s.expect(s.send(s.call(Operation.CREATE_DATAMART).arguments(draft))).succeeds();
      expected.put(draft.path("name").asText(), cardinalities.get(i) + ", " + joins.get(i));
    }
    Map<String, JsonNode> listed = s.listed().datamarts();
    expected.forEach(
        (name, words) -> Shown.same(s, "relationship", words, words(listed.get(name))));
  }

  private static String words(@Nullable JsonNode datamart) {
    JsonNode shown = Json.node(datamart).at("/datamartRelationships/0");
    return shown.path("cardinality").asText() + ", " + shown.path("join").asText();
  }

  private static void isDated(CheckContext s) {
    JsonNode item = created(s, s.given().datamartDraft(s.unused()));
    for (String member : List.of("createdAt", "updatedAt")) {
      s.demand(
          Shown.moment(s, item, member).getOffset().equals(ZoneOffset.UTC),
          member + " is in UTC",
          item.path(member).toString());
    }
  }
}
