package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;
import static dev.datamart.conformance.checks.sequences.Twisted.same;

import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls of which a member is not what it must be. */
final class BodyTwists {
  private static final List<Map.Entry<String, Object>> NO_TABLES =
      List.of(
          Map.entry("/tableList", Json.array()),
          Map.entry("/tableList/0/columns", Json.array()),
          Map.entry(
              "/tableList/0/columns/0", Json.object("name", "made-up", "isCustomColumn", true)),
          Map.entry("/tableList/0/columns/0/name", ""),
          Map.entry("/tableList/0", 5));

  private BodyTwists() {}

  static Twisted memberSpoilt(Call call, Moment moment) {
    Schema schema = call.operation().request(call.family());
    Stream<String> members =
        call.spelling().query() || schema == null
            ? call.operation().requiredParameters(call.family()).stream()
            : schema.members().stream().filter(Member::isRequired).map(Member::name);
    List<SpoiltRequest> rows =
        members
            .filter(member -> !isOpen(call.operation(), member))
            .flatMap(member -> SpoiltRequest.required(call.operation(), member))
            .filter(row -> row.inQuery() || !call.spelling().query())
            .toList();
    if (rows.isEmpty()) {
      return same(call);
    }
    SpoiltRequest row = moment.one(rows);
    return refused(row.spoil().apply(call), row.problem());
  }

  /** That a key needs a name, and a list of keys a data app, is only decided. */
  private static boolean isOpen(Operation operation, String member) {
    return (operation == Operation.CREATE_API_TOKEN && member.equals("name"))
        || operation == Operation.LIST_API_TOKENS;
  }

  static boolean isOfTables(Operation operation) {
    return operation == Operation.CREATE_DATAMART || operation == Operation.UPDATE_DATAMART;
  }

  static Twisted tablesSpoilt(Call call, Moment moment) {
    Map.Entry<String, Object> spoilt = moment.one(NO_TABLES);
    return call.arguments().has("tableList")
        ? refused(
            call.with(spoilt.getKey(), spoilt.getValue()),
            Problem.TABLE_LIST_EMPTY,
            Problem.TABLE_STRUCTURE_INVALID)
        : same(call);
  }

  static Twisted tenancySpoilt(Call call, Moment moment) {
    String level = moment.one(List.of("SCHEMA", "TABLE", "table"));
    return refused(
        call.with("tenancySettings", Json.object("tenancyLevel", level)), Problem.TENANCY_INVALID);
  }
}
