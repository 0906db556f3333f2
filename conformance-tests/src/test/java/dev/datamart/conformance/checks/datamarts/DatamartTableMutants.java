package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartMutants.mutant;
import static dev.datamart.conformance.checks.datamarts.DatamartMutants.refusing;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.UPDATE_DATAMART;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Fault;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import dev.datamart.conformance.broken.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Servers that take tables, columns and tenancy which they have to refuse, or the other way round.
 */
public final class DatamartTableMutants {
  private DatamartTableMutants() {}

  public static List<Mutant> all() {
    return List.of(
        refusing(
            "an empty table list is accepted",
            "TABLES-EMPTY-IS-REFUSED",
            UPDATE_DATAMART,
            "cannot be empty"),
        refusing(
            "broken tables are accepted",
            "TABLES-STRUCTURE-IS-CHECKED",
            CREATE_DATAMART,
            "structure"),
        refusing(
            "unknown tables are accepted", "TABLES-MUST-EXIST", CREATE_DATAMART, "schema or table"),
        refusing("unknown columns are accepted", "COLUMNS-MUST-EXIST", UPDATE_DATAMART, "column"),
        refusing(
            "unknown tenancy levels are accepted",
            "TENANCY-LEVEL-IS-CHECKED",
            CREATE_DATAMART,
            "tenancy"),
        mutant(
            "any level with a mapping is TABLE",
            "TENANCY-LEVEL-IS-CHECKED-WITH-MAPPING",
            "since",
            tenancyWord("tenancyLevel", "TABLE")),
        mutant(
            "any clientColumnType is STRING",
            "TENANCY-TYPE-IS-CHECKED",
            "since",
            tenancyWord("clientColumnType", "STRING")),
        mutant(
            "entries of tableList that are no tables are left out",
            "TABLES-STRUCTURE-IS-CHECKED",
            "since",
            Faults.requests(
                ask -> ask.is(CREATE_DATAMART) && ask.arguments().path("tableList").size() > 1,
                ask -> ask.argument("tableList", objects(ask.arguments().path("tableList"))))),
        refusing(
            "tenancy without mapping is accepted",
            "TENANCY-TABLE-NEEDS-MAPPING",
            UPDATE_DATAMART,
            "tenancy"),
        mutant(
            "only the first column is checked",
            "TABLES-SECOND-IS-CHECKED",
            "since",
            Faults.accepts(
                CREATE_DATAMART,
                ask -> ask.arguments().at("/tableList/0/columns").size() > 2,
                "id",
                "x",
                "error",
                null)),
        mutant(
            "custom columns must exist",
            "CUSTOM-COLUMN-NEED-NOT-EXIST",
            "200",
            (ask, up) ->
                ask.body().contains("isCustomColumn")
                    ? Reply.refusal(400, "INVALID_REQUEST_BODY", "Invalid column names in table")
                    : up.send(ask)),
        mutant(
            "tenancy DATABASE is refused",
            "TENANCY-IS-ACCEPTED",
            "200",
            (ask, up) ->
                ask.body().contains("DATABASE")
                    ? Reply.refusal(400, "INVALID_TENANCY", "x")
                    : up.send(ask)));
  }

  /** Takes a word for any other at the member of the tenancy, where there is a mapping. */
  private static Fault tenancyWord(String member, String word) {
    return Faults.requests(
        ask ->
            ask.arguments().at("/tenancySettings/tableName").isTextual()
                && ask.arguments().path("tenancySettings").has(member),
        ask -> {
          ObjectNode settings = (ObjectNode) ask.arguments().path("tenancySettings").deepCopy();
          return ask.argument("tenancySettings", settings.put(member, word));
        });
  }

  private static List<JsonNode> objects(JsonNode list) {
    List<JsonNode> objects = new ArrayList<>();
    list.forEach(objects::add);
    objects.removeIf(entry -> !entry.isObject());
    return objects;
  }
}
