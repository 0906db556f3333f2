package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Member;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.Schema;
import dev.datamart.spec.TokenNeed;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is done to a call that would be accepted; from {@link #NO_TOKEN} on it is refused. */
enum Twist {
  NONE(any -> true, (call, in) -> same(call)),
  SLASH(any -> true, (call, in) -> same(call.path(call.spelling().path() + "/"))),
  UNKNOWN_HEADER(any -> true, (call, in) -> same(call.header("X-Unknown", "1"))),
  UNKNOWN_PARAMETERS(any -> true, (call, in) -> same(withParameters(call))),
  LOWER_CASE_SCHEME(
      any -> true, (call, in) -> same(call.authorization("bearer " + Model.token(call)))),
  TYPE_WITHOUT_BODY(
      operation -> !operation.takesBody(Family.KEBAB),
      (call, in) ->
          same(call.spelling().query() ? call.header("Content-Type", "application/json") : call)),
  WRITTEN_BACK(Operation.UPDATE_EMBED::equals, Twist::writtenBack),

  NO_TOKEN(any -> true, (call, in) -> unauthenticated(call.authorization(null))),
  UNKNOWN_TOKEN(any -> true, (call, in) -> unauthenticated(call.as(unknown(in).toString()))),
  OTHER_SCHEME(
      any -> true, (call, in) -> unauthenticated(call.authorization("Basic " + Model.token(call)))),
  EMPTY_BEARER(any -> true, (call, in) -> unauthenticated(call.authorization("Bearer"))),
  OTHER_KIND_OF_TOKEN(operation -> operation.need() != TokenNeed.EITHER, Twist::otherKind),
  STRANGER(Rules.STRANGERS::containsKey, Twist::stranger),
  MEMBER_SPOILT(operation -> operation != Operation.ROTATE_API_TOKEN, Twist::memberSpoilt),
  UNKNOWN_NAME(Unknown.BY_OPERATION::containsKey, Twist::unknownName),
  TABLES_SPOILT(Twist::isOfTables, Twist::tablesSpoilt),
  TENANCY_SPOILT(Twist::isOfTables, Twist::tenancySpoilt);

  /**
   * Where a play stands when it comes to a step.
   *
   * @param shared the name of a datamart that the second organization has as well
   */
  record Moment(CheckContext context, Model model, Random random, String shared) {}

  /**
   * The call as it is sent.
   *
   * @param problems for which of them it is refused; none when it is as good as before
   */
  record Twisted(Call call, Set<Problem> problems) {}

  /** How a call becomes another. */
  private interface Way {
    Twisted turn(Call call, Moment moment);
  }

  private final Predicate<Operation> fitting;
  private final Way way;

  Twist(Predicate<Operation> fitting, Way way) {
    this.fitting = fitting;
    this.way = way;
  }

  boolean fits(Operation operation) {
    return fitting.test(operation);
  }

  /** Whether the call is refused in it. */
  boolean isRefused() {
    return compareTo(NO_TOKEN) >= 0;
  }

  /** About how many calls can come out. */
  int ways() {
    return switch (this) {
      case MEMBER_SPOILT -> 5;
      case UNKNOWN_NAME, TABLES_SPOILT, TENANCY_SPOILT -> 3;
      default -> 1;
    };
  }

  Twisted turn(Call call, Moment moment) {
    return way.turn(call, moment);
  }

  private static Twisted same(Call call) {
    return new Twisted(call, Set.of());
  }

  private static Twisted refused(Call call, Problem... problems) {
    return new Twisted(call, Set.of(problems));
  }

  private static Twisted unauthenticated(Call call) {
    return refused(call, Contract.unauthenticated(call.operation()));
  }

  private static UUID unknown(Moment moment) {
    return new UUID(moment.random().nextLong(), moment.random().nextLong());
  }

  private static Call withParameters(Call call) {
    return call.spelling().query()
        ? call.with("dataAppId", "y").with("made-up", "1")
        : call.query("dataAppId=y&made-up=1");
  }

  /** What the list shows as settings is given back as it is, nulls included. */
  private static Twisted writtenBack(Call call, Moment moment) {
    return moment
        .model()
        .find(Embeds.NOUN, call.arguments().path("embedId").asText())
        .map(embed -> embed.item().path("accessSettings"))
        .filter(settings -> settings instanceof ObjectNode)
        .map(settings -> same(call.with("accessSettings", settings.deepCopy()).without("name")))
        .orElseGet(() -> same(call));
  }

  private static Twisted otherKind(Call call, Moment moment) {
    return call.operation().need() == TokenNeed.SERVICE
        ? refused(call.as(moment.context().app().key()), Problem.SERVICE_TOKEN_REQUIRED)
        : refused(
            call.as(moment.context().run().tokens().serviceToken()), Problem.DATA_APP_KEY_REQUIRED);
  }

  private static Twisted stranger(Call call, Moment moment) {
    boolean isTheirs = call.arguments().path("datamartName").asText().equals(moment.shared());
    if (isTheirs || moment.context().run().tokens().otherService() == null) {
      return same(call);
    }
    String token =
        call.operation().need() == TokenNeed.DATA_APP
            ? moment.context().given().otherApp().key()
            : moment.context().run().tokens().otherServiceToken();
    return new Twisted(call.as(token), Rules.STRANGERS.getOrDefault(call.operation(), Set.of()));
  }

  private static Twisted memberSpoilt(Call call, Moment moment) {
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
    SpoiltRequest row = rows.get(moment.random().nextInt(rows.size()));
    return refused(row.spoil().apply(call), row.problem());
  }

  /** That a key needs a name, and a list of keys a data app, is only decided. */
  private static boolean isOpen(Operation operation, String member) {
    return (operation == Operation.CREATE_API_TOKEN && member.equals("name"))
        || operation == Operation.LIST_API_TOKENS;
  }

  private static Twisted unknownName(Call call, Moment moment) {
    List<Unknown> some =
        Unknown.BY_OPERATION.getOrDefault(call.operation(), List.of()).stream()
            .filter(each -> !call.arguments().at(each.at(call)).isMissingNode())
            .toList();
    if (some.isEmpty()) {
      return same(call);
    }
    Unknown chosen = some.get(moment.random().nextInt(some.size()));
    Call other = call.with(chosen.at(call), moment.context().unused());
    // They would name what is not there any more.
    return new Twisted(
        other.without("tenancySettings").without("relationships"), chosen.problems());
  }

  private static boolean isOfTables(Operation operation) {
    return operation == Operation.CREATE_DATAMART || operation == Operation.UPDATE_DATAMART;
  }

  private static Twisted tablesSpoilt(Call call, Moment moment) {
    Object custom = Json.object("name", "made-up", "isCustomColumn", true);
    Map.Entry<String, Object> spoilt =
        List.of(
                Map.<String, Object>entry("/tableList", Json.array()),
                Map.<String, Object>entry("/tableList/0/columns", Json.array()),
                Map.<String, Object>entry("/tableList/0/columns/0", custom),
                Map.<String, Object>entry("/tableList/0/columns/0/name", ""),
                Map.<String, Object>entry("/tableList/0", 5))
            .get(moment.random().nextInt(5));
    return call.arguments().has("tableList")
        ? refused(
            call.with(spoilt.getKey(), spoilt.getValue()),
            Problem.TABLE_LIST_EMPTY,
            Problem.TABLE_STRUCTURE_INVALID)
        : same(call);
  }

  private static Twisted tenancySpoilt(Call call, Moment moment) {
    String level = List.of("SCHEMA", "TABLE", "table").get(moment.random().nextInt(3));
    return refused(
        call.with("tenancySettings", Json.object("tenancyLevel", level)), Problem.TENANCY_INVALID);
  }
}
