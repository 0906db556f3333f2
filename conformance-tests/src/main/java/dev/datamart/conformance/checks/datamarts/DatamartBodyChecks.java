package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;
import static dev.datamart.spec.Problem.COLUMN_UNKNOWN;
import static dev.datamart.spec.Problem.DATAMART_EXISTS;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;
import static dev.datamart.spec.Problem.DATASOURCE_UNKNOWN;
import static dev.datamart.spec.Problem.MEMBER_INVALID;
import static dev.datamart.spec.Problem.MEMBER_REQUIRED;
import static dev.datamart.spec.Problem.TABLE_LIST_EMPTY;
import static dev.datamart.spec.Problem.TABLE_STRUCTURE_INVALID;
import static dev.datamart.spec.Problem.TABLE_UNKNOWN;
import static dev.datamart.spec.Problem.TENANCY_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the bodies of creating and updating a datamart may not be. */
public final class DatamartBodyChecks {
  private static final List<Operation> BOTH = List.of(CREATE_DATAMART, UPDATE_DATAMART);

  private DatamartBodyChecks() {}

  public static List<Requirement> all() {
    return List.of(
        create("NAME-IS-REQUIRED", "Creating a datamart needs a name that is a non-empty text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("name").toList())),
        create("DATASOURCE-IS-REQUIRED", "Creating a datamart needs a datasourceName, a text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("datasourceName").toList())),
        create("TABLES-ARE-REQUIRED", "Creating a datamart needs a tableList, a list.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        s.bait(),
                        SpoiltRequest.requiredTree("tableList", "x", 5, Json.object()).toList())),
        create("DATASOURCE-MUST-EXIST", "A datamart over an unknown datasource is refused.")
            .problems(DATASOURCE_UNKNOWN)
            .check(
                s ->
                    refuse(s, SpoiltRequest.set("datasourceName", s.unused(), DATASOURCE_UNKNOWN))),
        create("NAME-MUST-BE-FREE", "A datamart name that is taken is refused.")
            .problems(DATAMART_EXISTS)
            .check(DatamartBodyChecks::nameTaken),
        create("NAME-IS-CASE-SENSITIVE", "Names that differ in case only are two names.")
            .check(DatamartBodyChecks::caseSensitive),
        docs("DM-UPDATE-NAME-IS-REQUIRED", "Updating a datamart needs datamartName, a text.")
            .on(UPDATE_DATAMART)
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("datamartName").toList())),
        docs("DM-UPDATE-UNKNOWN-IS-REFUSED", "Updating a datamart that does not exist is refused.")
            .on(UPDATE_DATAMART)
            .problems(DATAMART_NOT_FOUND)
            .check(
                s -> refuse(s, SpoiltRequest.set("datamartName", s.unused(), DATAMART_NOT_FOUND))),
        both("DM-TABLES-EMPTY-IS-REFUSED", "An empty tableList is refused.")
            .problems(TABLE_LIST_EMPTY)
            .check(s -> refuse(s, SpoiltRequest.set("tableList", List.of(), TABLE_LIST_EMPTY))),
        both("DM-TABLES-STRUCTURE-IS-CHECKED", "A table or column without its parts is refused.")
            .problems(TABLE_STRUCTURE_INVALID)
            .hint("A table needs name and columns, a column needs name, a custom column also sql.")
            .check(s -> SpoiltRequest.refuseAll(s, s.bait(), structure())),
        both("DM-TABLES-MUST-EXIST", "A table that the datasource does not have is refused.")
            .problems(TABLE_UNKNOWN)
            .check(DatamartBodyChecks::unknownTable),
        both("DM-COLUMNS-MUST-EXIST", "A column that the table does not have is refused.")
            .problems(COLUMN_UNKNOWN)
            .check(
                s ->
                    refuse(
                        s,
                        SpoiltRequest.set(
                            "/tableList/0/columns/0/name", s.unused(), COLUMN_UNKNOWN))),
        both("DM-TABLES-SECOND-IS-CHECKED", "Not only the first table and column are checked.")
            .problems(COLUMN_UNKNOWN, TABLE_UNKNOWN)
            .check(DatamartBodyChecks::laterEntries),
        both("DM-CUSTOM-COLUMN-NEED-NOT-EXIST", "A custom column with sql need not exist.")
            .check(DatamartBodyChecks::customColumn),
        both("DM-TENANCY-LEVEL-IS-CHECKED", "An unknown tenancyLevel is refused.")
            .problems(TENANCY_INVALID)
            .check(DatamartBodyChecks::tenancyLevel),
        both("DM-TENANCY-TABLE-NEEDS-MAPPING", "Tenancy TABLE without its mapping is refused.")
            .problems(TENANCY_INVALID)
            .check(DatamartBodyChecks::tenancyMapping),
        both(
                "DM-TENANCY-IS-ACCEPTED",
                "Tenancy TABLE with its mapping, and DATABASE, are accepted.")
            .check(DatamartBodyChecks::tenancyAccepted),
        decided("DM-RELATIONSHIP-WORDS-ARE-CHECKED", "Unknown cardinality or join is refused.")
            .on(BOTH)
            .check(DatamartBodyChecks::relationshipWords));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("DM-CREATE-" + id, sentence).on(CREATE_DATAMART);
  }

  private static RequirementBuilder both(String id, String sentence) {
    return docs(id, sentence).on(BOTH);
  }

  private static void refuse(CheckContext s, SpoiltRequest row) {
    SpoiltRequest.refuseAll(s, s.bait(), List.of(row));
  }

  private static void nameTaken(CheckContext s) {
    String taken = s.given().datamart();
    refuse(s, SpoiltRequest.set("name", taken, DATAMART_EXISTS));
  }

  private static void caseSensitive(CheckContext s) {
    String lower = s.given().datamart(s.unused() + "-case");
    String upper = lower.replace("-case", "-CASE");

    s.expect(s.send(s.call(CREATE_DATAMART).arguments(s.given().datamartDraft(upper)))).succeeds();

    s.demand(
        s.datamarts().keySet().containsAll(List.of(lower, upper)),
        "both are listed",
        "they are not");
  }

  private static List<SpoiltRequest> structure() {
    String table = "/tableList/0";
    String column = "/tableList/0/columns/0";
    return SpoiltRequest.rows(
        List.of(
            Stream.of("x", 5, Json.array()).map(wrong -> invalid(table, wrong)),
            Stream.of(
                gone(table + "/name"), invalid(table + "/name", ""), invalid(table + "/name", 5)),
            Stream.of(
                gone(table + "/columns"),
                invalid(table + "/columns", List.of()),
                invalid(table + "/columns", "x"),
                invalid(table + "/columns", null)),
            Stream.of("id", 5).map(wrong -> invalid(column, wrong)),
            Stream.of(
                gone(column + "/name"),
                invalid(column + "/name", ""),
                invalid(column + "/name", 5),
                invalid(column, Json.object("name", "made-up", "isCustomColumn", true)))));
  }

  private static SpoiltRequest gone(String where) {
    return SpoiltRequest.of(
        where + " is missing", TABLE_STRUCTURE_INVALID, call -> call.without(where));
  }

  private static SpoiltRequest invalid(String where, @Nullable Object value) {
    return new SpoiltRequest(
        where + " is " + Json.node(value),
        call -> call.with(where, value),
        TABLE_STRUCTURE_INVALID,
        false);
  }

  private static void unknownTable(CheckContext s) {
    List<SpoiltRequest> rows = new ArrayList<>();
    rows.add(SpoiltRequest.set("/tableList/0/name", s.unused(), TABLE_UNKNOWN));
    rows.add(SpoiltRequest.set("/tableList/0/schemaName", s.unused(), TABLE_UNKNOWN));
    SpoiltRequest.refuseAll(s, s.bait(), rows);
  }

  private static void laterEntries(CheckContext s) {
    int columns = s.target().table().columns().size();
    ObjectNode unknownTable =
        Json.object("name", s.unused(), "columns", Json.array(Json.object("name", "id")));
    SpoiltRequest.refuseAll(
        s,
        s.bait(),
        List.of(
            SpoiltRequest.set("/tableList/1", unknownTable, TABLE_UNKNOWN),
            SpoiltRequest.set(
                "/tableList/0/columns/" + columns,
                Json.object("name", s.unused()),
                COLUMN_UNKNOWN)));
  }

  private static void customColumn(CheckContext s) {
    int columns = s.target().table().columns().size();
    ObjectNode custom = Json.object("name", "made-up", "isCustomColumn", true, "sql", "1 + 1");
    Call call = s.accepted().with("/tableList/0/columns/" + columns, custom);

    s.expect(s.send(call)).succeeds();
  }

  private static void tenancyLevel(CheckContext s) {
    Call call = s.bait().with("tenancySettings", Json.object("tenancyLevel", "DATABASE"));
    SpoiltRequest.refuseAll(
        s,
        call,
        Stream.of("SCHEMA", "table")
            .map(
                level -> SpoiltRequest.set("/tenancySettings/tenancyLevel", level, TENANCY_INVALID))
            .toList());
  }

  private static void tenancyMapping(CheckContext s) {
    Call call = s.bait().with("tenancySettings", Drafts.tableTenancy(s.target().table()));
    List<SpoiltRequest> rows = new ArrayList<>();
    for (String member :
        List.of(
            "schemaName",
            "tableName",
            "clientColumnType",
            "tableClientNameColumn",
            "tablePrimaryKeyColumn")) {
      String where = "/tenancySettings/" + member;
      rows.add(
          SpoiltRequest.of(where + " is missing", TENANCY_INVALID, each -> each.without(where)));
    }
    SpoiltRequest.refuseAll(s, call, rows);
  }

  private static void tenancyAccepted(CheckContext s) {
    for (ObjectNode settings :
        List.of(Json.object("tenancyLevel", "DATABASE"), Drafts.tableTenancy(s.target().table()))) {
      Call call = s.accepted().with("tenancySettings", settings);
      s.expect(s.send(call)).succeeds();
      String name =
          call.arguments().path(s.subject() == CREATE_DATAMART ? "name" : "datamartName").asText();
      JsonNode shown = s.datamart(name).at("/datamartOrganization/tenancyLevel");
      Shown.same(s, "tenancyLevel", settings.path("tenancyLevel").asText(), shown);
    }
  }

  private static void relationshipWords(CheckContext s) {
    Call call =
        s.bait()
            .with("tableList", Drafts.pair(s))
            .with("relationships", Json.array(Drafts.relationship(s)));
    s.unchanged(
        () -> {
          for (String where : List.of("/relationships/0/cardinality", "/relationships/0/join")) {
            Exchange answer = s.send(call.with(where, "SOMETIMES"));
            s.expect(answer).refusesWith(Problem.MEMBER_INVALID.status());
          }
        });
    s.require(s.send(call));
  }
}
