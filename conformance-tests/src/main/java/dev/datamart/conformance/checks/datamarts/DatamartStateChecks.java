package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.Shown.moment;
import static dev.datamart.conformance.checks.shared.Shown.same;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Json;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What datamarts look like after they were created. */
public final class DatamartStateChecks {
  private DatamartStateChecks() {}

  public static List<Requirement> all() {
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
        docs("DM-RELATIONSHIP-WORDS-ARE-ACCEPTED", "Every documented cardinality and join is kept.")
            .on(CREATE_DATAMART)
            .covers(LIST_DATAMARTS)
            .check(DatamartStateChecks::relationshipWords),
        docs("DM-CREATE-TAKES-API-KEY", "A datamart can be created with an API key of a data app.")
            .on(CREATE_DATAMART)
            .check(s -> s.expect(s.send(s.accepted().as(s.app().key()))).succeeds()),
        docs("DM-CREATE-IS-DATED", "A new datamart has createdAt and updatedAt in ISO 8601 UTC.")
            .on(CREATE_DATAMART)
            .check(DatamartStateChecks::isDated),
        client("DM-CREATE-IGNORES-UNKNOWN-MEMBERS", "Unknown members of the body are ignored.")
            .should()
            .on(CREATE_DATAMART, UPDATE_DATAMART)
            .check(s -> s.expect(s.send(s.accepted().with("madeUp", 1))).succeeds()));
  }

  /** Creates in the family of the check and gives the datamart as listed. */
  private static JsonNode created(CheckContext s, ObjectNode draft) {
    s.expect(s.send(s.call(CREATE_DATAMART).arguments(draft))).succeeds();
    return s.datamart(draft.path("name").asText());
  }

  private static void addsIt(CheckContext s) {
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

  private static void keepsWhatWasSaid(CheckContext s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());

    JsonNode item = created(s, draft);

    same(
        s, "companyIntegration.name", s.target().datasource(), item.at("/companyIntegration/name"));
    sameTable(s, s.target().table(), item);
  }

  static void sameTable(CheckContext s, Table table, JsonNode item) {
    same(s, "tables and columns", shape(table), shape(item, !table.schema().isEmpty()));
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
      List<String> columns = new ArrayList<>();
      table.path("datamartTableColumns").forEach(c -> columns.add(c.path("columnName").asText()));
      Collections.sort(columns);
      String schema = withSchemas ? table.path("schemaName").asText() + "." : "";
      tables.add(schema + table.path("tableName").asText() + columns);
    }
    Collections.sort(tables);
    return String.join(" ", tables);
  }

  private static void keepsDetails(CheckContext s) {
    Table table = s.target().table();
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

    JsonNode shown = created(s, draft).path("datamartOrganization");

    for (Map.Entry<String, JsonNode> member : settings.properties()) {
      same(s, member.getKey(), member.getValue().asText(), shown.path(member.getKey()));
    }
  }

  private static void keepsRelationships(CheckContext s) {
    ObjectNode relationship = Drafts.relationship(s);

    JsonNode shown = created(s, Drafts.related(s, s.unused())).at("/datamartRelationships/0");

    for (Map.Entry<String, JsonNode> member : relationship.properties()) {
      same(s, member.getKey(), member.getValue().asText(), shown.path(member.getKey()));
    }
  }

  private static void relationshipWords(CheckContext s) {
    List<String> cardinalities = List.of("OneToOne", "OneToMany", "ManyToOne", "ManyToMany");
    List<String> joins = List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < joins.size(); i++) {
      ObjectNode draft = Drafts.related(s, s.unused());
      ((ObjectNode) draft.at("/relationships/0"))
          .put("cardinality", cardinalities.get(i))
          .put("join", joins.get(i));
      s.expect(s.send(s.call(CREATE_DATAMART).arguments(draft))).succeeds();
      expected.put(draft.path("name").asText(), cardinalities.get(i) + ", " + joins.get(i));
    }
    Map<String, JsonNode> listed = s.datamarts();
    expected.forEach((name, words) -> same(s, "relationship", words, words(listed.get(name))));
  }

  private static String words(@Nullable JsonNode datamart) {
    JsonNode shown = Json.node(datamart).at("/datamartRelationships/0");
    return shown.path("cardinality").asText() + ", " + shown.path("join").asText();
  }

  private static void isDated(CheckContext s) {
    JsonNode item = created(s, s.given().datamartDraft(s.unused()));
    for (String member : List.of("createdAt", "updatedAt")) {
      s.demand(
          moment(s, item, member).getOffset().equals(ZoneOffset.UTC),
          member + " is in UTC",
          item.path(member).toString());
    }
  }
}
