package dev.datamart.conformance.checks.queries;

import static dev.datamart.conformance.checks.shared.RefusalTemplates.needs;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.ofOtherDataApp;
import static dev.datamart.conformance.checks.shared.RefusalTemplates.unknown;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.OtherMetric;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The query of a metric. What values it has is the server's own business. */
public final class QueryChecks {
  private QueryChecks() {}

  public static List<Requirement> all() {
    return Stream.of(answers(), refusals()).flatMap(List::stream).toList();
  }

  private static List<Requirement> answers() {
    return List.of(
        docs("QU-METRIC-ANSWERS", "Querying a metric answers 200 with a list of rows.")
            .hint(CommonHint.ANSWERS_A_LIST.sentence())
            .check(QueryChecks::answered),
        docs("QU-METRIC-SAYS-WHICH", "The answer says which metric it is of, in metricid.")
            .hint("metricid is spelled in lower case by this operation alone.")
            .check(QueryChecks::saysWhich),
        decided("QU-METRIC-ROWS-HAVE-THEIR-COLUMNS", "Each row has each column of metaData.")
            .check(QueryChecks::columns),
        decided("QU-METRIC-COUNTS-ITS-ROWS", "totalRecords is how many rows there are.")
            .check(QueryChecks::counts),
        decided("QU-METRIC-GROUPS-BY-COLUMNS", "groupbyColumnList names columns of metaData.")
            .check(QueryChecks::groups),
        decided("QU-METRIC-IS-REPEATABLE", "The same query has the same rows.")
            .check(QueryChecks::repeatable),
        decided("QU-METRIC-FILTERS-A-COLUMN", "Rows have the value that a filter asks for.")
            .check(QueryChecks::filters),
        decided("QU-METRIC-IGNORES-OTHER-FILTERS", "A filter of no column changes nothing.")
            .check(QueryChecks::otherFilters));
  }

  private static List<Requirement> refusals() {
    return List.of(
        needs("QU-METRIC-EMBED-IS-REQUIRED", "embedId"),
        needs("QU-METRIC-METRIC-IS-REQUIRED", "metricId"),
        needs("QU-METRIC-CLIENT-IS-REQUIRED", "clientId"),
        unknown("QU-METRIC-EMBED-MUST-EXIST", "embedId", Problem.QUERY_EMBED_UNKNOWN),
        unknown("QU-METRIC-METRIC-MUST-EXIST", "metricId", Problem.METRIC_UNKNOWN),
        docs("QU-METRIC-METRIC-MUST-BE-SHOWN", "A metric that the embed does not show is refused.")
            .hint("What an embed does not show must not be queried through it.")
            .as(RefusalTemplates.refused(Problem.METRIC_UNKNOWN, s -> OtherMetric.in(s, s.bait()))),
        decided("QU-METRIC-DATASOURCE-MUST-EXIST", "An unknown datasourceName is refused.")
            .as(
                RefusalTemplates.refused(
                    Problem.DATASOURCE_UNKNOWN, s -> s.bait().with("datasourceName", s.unused()))),
        decided("QU-METRIC-DATAMART-MUST-EXIST", "An unknown datamartName is refused.")
            .as(
                RefusalTemplates.refused(
                    Problem.EMBED_DATAMART_UNKNOWN,
                    s -> s.bait().with("datamartName", s.unused()))),
        ofOtherDataApp("QU-METRIC", Problem.QUERY_EMBED_UNKNOWN));
  }

  private static JsonNode rows(CheckContext s, Call call) {
    return s.expect(s.send(call)).list();
  }

  private static void answered(CheckContext s) {
    Call call = s.accepted();
    s.expect(s.send(call))
        .succeedsAsDocumented()
        .hasNullError()
        .has("/metricid", call.arguments().path("metricId"))
        .list();
  }

  private static void saysWhich(CheckContext s) {
    Call call = s.accepted();
    s.expect(s.send(call)).succeeds().has("/metricid", call.arguments().path("metricId"));
  }

  private static void columns(CheckContext s) {
    JsonNode answer = answer(s);
    Set<String> columns = names(answer);
    for (JsonNode row : answer.path("data")) {
      Set<String> members = new TreeSet<>();
      row.fieldNames().forEachRemaining(members::add);
      s.demand(members.containsAll(columns), "a row with " + columns, "a row with " + members);
    }
  }

  private static void counts(CheckContext s) {
    JsonNode answer = answer(s);
    int rows = answer.path("data").size();
    s.demand(
        answer.path("totalRecords").asInt(-1) == rows,
        "totalRecords is " + rows,
        "it is " + answer.path("totalRecords"));
  }

  private static void groups(CheckContext s) {
    JsonNode answer = answer(s);
    Set<String> columns = names(answer);
    for (JsonNode name : answer.at("/metaData/groupbyColumnList")) {
      s.demand(columns.contains(name.asText()), "one of " + columns, name.asText());
    }
  }

  private static JsonNode answer(CheckContext s) {
    Exchange answer = s.send(s.accepted());
    s.expect(answer).list();
    return answer.json();
  }

  private static Set<String> names(JsonNode answer) {
    Set<String> names = new TreeSet<>();
    answer.at("/metaData/columns").forEach(column -> names.add(column.path("name").asText()));
    return names;
  }

  private static void repeatable(CheckContext s) {
    Call call = s.accepted();
    JsonNode first = rows(s, call);
    JsonNode second = rows(s, call);
    s.demand(first.equals(second), "the rows of the query before", "others");
  }

  private static void filters(CheckContext s) {
    Call call = s.accepted();
    Exchange plain = s.send(call);
    JsonNode rows = s.expect(plain).list();
    String column =
        names(plain.json()).stream()
            .filter(name -> rows.path(0).path(name).isTextual())
            .findFirst()
            .orElseThrow(() -> new NotApplicable("the metric has no row with a text"));
    JsonNode wanted = rows.path(0).path(column);
    for (String filter : List.of("dashboardFilter", "metricFilter")) {
      JsonNode found = rows(s, call.with(filter, Json.object(column, wanted)));
      s.demand(!found.isEmpty(), "rows whose " + column + " is " + wanted, "none");
      for (JsonNode row : found) {
        JsonNode came = row.path(column);
        s.demand(came.equals(wanted), column + " is " + wanted + " in each row", "" + came);
      }
    }
  }

  private static void otherFilters(CheckContext s) {
    Call call = s.accepted();
    ObjectNode filter = Json.object(s.unused(), "x");
    JsonNode all = rows(s, call);
    JsonNode found = rows(s, call.with("dashboardFilter", filter));
    s.demand(all.equals(found), "the rows without a filter", "others");
  }
}
