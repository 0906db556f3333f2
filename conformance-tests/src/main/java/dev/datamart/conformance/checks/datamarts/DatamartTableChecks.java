package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.RefusalTemplates.refuse;
import static dev.datamart.conformance.checks.shared.SpoiltRequest.missing;
import static dev.datamart.conformance.checks.shared.SpoiltRequest.set;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.AnswerTemplates;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Shown;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What tables, columns, tenancy and relationships may be, in a new datamart and in an update. */
final class DatamartTableChecks {
  private static final String TABLE = "/tableList/0";
  private static final String COLUMN = TABLE + "/columns/0";
  private static final ObjectNode CUSTOM_COLUMN =
      Json.object("name", "made-up", "isCustomColumn", true, "sql", "1 + 1");

  private static final ObjectNode DATABASE = Json.object("tenancyLevel", "DATABASE");

  private DatamartTableChecks() {}

  static List<Requirement> all() {
    return List.of(
        both("DM-TABLES-EMPTY-IS-REFUSED", "An empty tableList is refused.")
            .problems(Problem.TABLE_LIST_EMPTY)
            .hint("An empty list is no wish to leave the tables as they are, nor to have none.")
            .check(s -> refuse(s, set("tableList", List.of(), Problem.TABLE_LIST_EMPTY))),
        both("DM-TABLES-STRUCTURE-IS-CHECKED", "A table or column without its parts is refused.")
            .problems(Problem.TABLE_STRUCTURE_INVALID)
            .hint("A table needs name and columns, a column needs name, a custom column also sql.")
            .check(s -> refuse(s, structure(s.subject()))),
        both("DM-TABLES-MUST-EXIST", "A table that the datasource does not have is refused.")
            .problems(Problem.TABLE_UNKNOWN)
            .hint("Look tables up in the datasource's schema, by schemaName and name together.")
            .check(
                s ->
                    refuse(
                        s,
                        set(TABLE + "/name", s.unused(), Problem.TABLE_UNKNOWN),
                        set(TABLE + "/schemaName", s.unused(), Problem.TABLE_UNKNOWN))),
        both("DM-COLUMNS-MUST-EXIST", "A column that the table does not have is refused.")
            .problems(Problem.COLUMN_UNKNOWN)
            .hint("Look each column up in its table, unless it is a custom column.")
            .check(s -> refuse(s, set(COLUMN + "/name", s.unused(), Problem.COLUMN_UNKNOWN))),
        both("DM-TABLES-SECOND-IS-CHECKED", "Not only the first table and column are checked.")
            .problems(Problem.COLUMN_UNKNOWN, Problem.TABLE_UNKNOWN)
            .hint("Check every entry of tableList and of columns before anything is stored.")
            .check(DatamartTableChecks::laterEntries),
        both("DM-CUSTOM-COLUMN-NEED-NOT-EXIST", "A custom column with sql need not exist.")
            .hint("isCustomColumn true with sql makes a column that the table does not have.")
            .check(AnswerTemplates.accepts((s, call) -> call.with(nextColumn(s), CUSTOM_COLUMN))),
        both("DM-TENANCY-LEVEL-IS-CHECKED", "An unknown tenancyLevel is refused.")
            .problems(Problem.TENANCY_INVALID)
            .hint("TABLE and DATABASE in these very letters; the code is INVALID_TENANCY.")
            .check(s -> tenancyWord(s, DATABASE, "tenancyLevel", "SCHEMA", "table")),
        both(
                "DM-TENANCY-LEVEL-IS-CHECKED-WITH-MAPPING",
                "An unknown level with a mapping is refused.")
            .problems(Problem.TENANCY_INVALID)
            .hint("What looks like the mapping of TABLE makes no level of a word that is none.")
            .check(s -> tenancyWord(s, mapped(s), "tenancyLevel", "SCHEMA", "table")),
        decided("DM-TENANCY-TYPE-IS-CHECKED", "An unknown clientColumnType is refused.")
            .on(CREATE_DATAMART, UPDATE_DATAMART)
            .problems(Problem.TENANCY_INVALID)
            .hint("NUMBER and STRING in these very letters; the code is INVALID_TENANCY.")
            .check(s -> tenancyWord(s, mapped(s), "clientColumnType", "DATE", "string")),
        both("DM-TENANCY-TABLE-NEEDS-MAPPING", "Tenancy TABLE without its mapping is refused.")
            .problems(Problem.TENANCY_INVALID)
            .hint("With TABLE all five other members are required, and only then.")
            .check(DatamartTableChecks::tenancyMapping),
        both(
                "DM-TENANCY-IS-ACCEPTED",
                "Tenancy TABLE with its mapping, and DATABASE, are accepted.")
            .hint("DATABASE needs no mapping; the level is shown as it was given.")
            .check(DatamartTableChecks::tenancyAccepted),
        decided("DM-RELATIONSHIP-WORDS-ARE-CHECKED", "Unknown cardinality or join is refused.")
            .on(CREATE_DATAMART, UPDATE_DATAMART)
            .check(DatamartTableChecks::relationshipWords));
  }

  private static RequirementBuilder both(String id, String sentence) {
    return docs(id, sentence).on(CREATE_DATAMART, UPDATE_DATAMART);
  }

  private static SpoiltRequest[] structure(Operation operation) {
    ObjectNode withoutSql = Json.object("name", "made-up", "isCustomColumn", true);
    return Stream.of(
            invalid(TABLE, "x", 5, Json.array(), NullNode.getInstance()),
            invalid("/tableList/1", "x", NullNode.getInstance()),
            invalid(TABLE + "/columns/1", 5),
            required(operation, TABLE + "/name"),
            required(operation, TABLE + "/columns"),
            invalid(TABLE + "/columns", List.of()),
            invalid(COLUMN, "id", 5, withoutSql),
            required(operation, COLUMN + "/name"))
        .flatMap(rows -> rows)
        .toArray(SpoiltRequest[]::new);
  }

  private static Stream<SpoiltRequest> required(Operation operation, String where) {
    return SpoiltRequest.required(
        operation, where, Problem.TABLE_STRUCTURE_INVALID, Problem.TABLE_STRUCTURE_INVALID);
  }

  private static Stream<SpoiltRequest> invalid(String where, Object... values) {
    return Stream.of(values).map(value -> set(where, value, Problem.TABLE_STRUCTURE_INVALID));
  }

  private static void laterEntries(CheckContext s) {
    ObjectNode column = Json.object("name", s.unused());
    ObjectNode table =
        Json.object("name", s.unused(), "columns", Json.array(Json.object("name", "id")));
    refuse(
        s,
        set("/tableList/1", table, Problem.TABLE_UNKNOWN),
        set(nextColumn(s), column, Problem.COLUMN_UNKNOWN));
  }

  /** Where a further column of the first table goes. */
  private static String nextColumn(CheckContext s) {
    return TABLE + "/columns/" + s.target().table().columns().size();
  }

  /** A word that the member does not take, in settings that are right but for it. */
  private static void tenancyWord(
      CheckContext s, ObjectNode settings, String member, String... words) {
    String where = "/tenancySettings/" + member;
    SpoiltRequest.refuseAll(
        s,
        s.bait().with("tenancySettings", settings),
        Stream.of(words)
            .map(word -> set(where, word, Problem.TENANCY_INVALID))
            .toArray(SpoiltRequest[]::new));
  }

  private static ObjectNode mapped(CheckContext s) {
    return Drafts.tableTenancy(s.target().table());
  }

  private static void tenancyMapping(CheckContext s) {
    ObjectNode settings = mapped(s);
    SpoiltRequest[] rows =
        settings.deepCopy().without(List.of("tenancyLevel")).properties().stream()
            .map(member -> missing("/tenancySettings/" + member.getKey(), Problem.TENANCY_INVALID))
            .toArray(SpoiltRequest[]::new);
    SpoiltRequest.refuseAll(s, s.bait().with("tenancySettings", settings), rows);
  }

  private static void tenancyAccepted(CheckContext s) {
    for (ObjectNode settings : List.of(DATABASE, mapped(s))) {
      Call call = s.accepted().with("tenancySettings", settings);
      s.expect(s.send(call)).succeeds();
      String name =
          call.arguments().path(s.subject() == CREATE_DATAMART ? "name" : "datamartName").asText();
      JsonNode shown = s.listed().datamart(name).at("/datamartOrganization/tenancyLevel");
      Shown.same(s, "tenancyLevel", settings.path("tenancyLevel").asText(), shown);
    }
  }

  private static void relationshipWords(CheckContext s) {
    Call call =
        s.bait()
            .with("tableList", Drafts.pair(s))
            .with("relationships", Json.array(Drafts.relationship(s)));
    s.unchanged(
        () ->
            Stream.of("/relationships/0/cardinality", "/relationships/0/join")
                .map(where -> s.send(call.with(where, "SOMETIMES")))
                .forEach(answer -> s.expect(answer).refuses(Problem.MEMBER_INVALID)));
    s.require(s.send(call));
  }
}
