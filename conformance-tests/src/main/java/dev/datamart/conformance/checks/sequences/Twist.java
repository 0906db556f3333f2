package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.same;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.SentByClients;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.util.function.Predicate;

/**
 * What is done to a call that would be accepted: from {@link #NO_TOKEN} on it is refused, and from
 * {@link #NOT_JSON} on nothing but this contract says how it is answered.
 */
enum Twist {
  NONE(any -> true, (call, in) -> same(call)),
  SLASH(any -> true, (call, in) -> same(call.path(call.spelling().path() + "/"))),
  UNKNOWN_HEADER(any -> true, (call, in) -> same(call.header("X-Unknown", "1"))),
  UNKNOWN_PARAMETERS(any -> true, (call, in) -> same(SentByClients.parameters(call))),
  SENT_BY_CLIENTS(SentByClients::hasMembers, (call, in) -> same(SentByClients.members(call))),
  LOWER_CASE_SCHEME(
      any -> true, (call, in) -> same(call.authorization("bearer " + Model.token(call)))),
  TYPE_WITHOUT_BODY(
      operation -> !operation.takesBody(Family.KEBAB),
      (call, in) ->
          same(call.spelling().query() ? call.header("Content-Type", "application/json") : call)),
  WRITTEN_BACK(Operation.UPDATE_EMBED::equals, Twist::writtenBack),
  PAGED(Twist::isList, Pages::turned),
  OF_A_CLIENT(Operation.LIST_EMBEDS::equals, (call, in) -> same(call.with("clientId", "x"))),
  STRANGER_LOOKS(
      operation -> isList(operation) && operation.need() != TokenNeed.DATA_APP,
      TokenTwists::strangerLooks),
  DETAILED(
      Operation.LIST_DATAMARTS::equals,
      (call, in) -> same(call.with("expandDetails", in.random().nextBoolean()))),

  NO_TOKEN(any -> true, (call, in) -> Twisted.unauthenticated(call.authorization(null))),
  UNKNOWN_TOKEN(any -> true, TokenTwists::unknown),
  OTHER_SCHEME(
      any -> true,
      (call, in) ->
          Twisted.unauthenticated(
              call.authorization(
                  (in.random().nextBoolean() ? "Basic " : "NotBearer ") + Model.token(call)))),
  EMPTY_BEARER(any -> true, (call, in) -> Twisted.unauthenticated(call.authorization("Bearer"))),
  OTHER_KIND_OF_TOKEN(operation -> operation.need() != TokenNeed.EITHER, TokenTwists::otherKind),
  STRANGER(Rules.STRANGERS::containsKey, TokenTwists::stranger),
  MEMBER_SPOILT(operation -> operation != Operation.ROTATE_API_TOKEN, BodyTwists::memberSpoilt),
  UNKNOWN_NAME(Unknown.BY_OPERATION::containsKey, NameTwists::unknown),
  NEAR_NAME(NameTwists.NEAR::containsKey, NameTwists::near),
  NAME_OF_OTHERS(NameTwists.OF_OTHERS::containsKey, NameTwists::ofOthers),
  TABLES_SPOILT(BodyTwists::isOfTables, BodyTwists::tablesSpoilt),
  TENANCY_SPOILT(BodyTwists::isOfTables, BodyTwists::tenancySpoilt),
  TENANCY_OF_NO_TABLE(Operation.CREATE_EMBED::equals, NameTwists::tenancyOfNoTable),
  GUEST_SPOILT(Operation.CREATE_GUEST_TOKEN::equals, GuestTwists::spoilt),

  NOT_JSON(Twist::hasBody, DecidedTwists::notJson),
  NO_OBJECT(DecidedTwists::mustBeObject, DecidedTwists::noObject),
  OTHER_TYPE(Twist::hasBody, DecidedTwists::otherType),
  TYPE_WITH_CHARSET(
      Twist::hasBody,
      (call, in) -> same(call.header("Content-Type", "application/json; charset=utf-8"))),
  OTHER_METHOD(any -> true, DecidedTwists::otherMethod),
  UNKNOWN_PATH(any -> true, DecidedTwists::unknownPath),
  UNKNOWN_MEMBERS(
      Twist::hasBody,
      (call, in) ->
          same(
              call.spelling().query()
                  ? call
                  : call.with("madeUp", in.random().nextInt()).with("other", "x"))),
  BODY_ON_DELETE(Operation.DELETE_DATAMART::equals, DecidedTwists::bodyOnDelete),
  NO_PAGE(Twist::isList, Pages::none),
  TWICE_NAMED(Operation.DELETE_DATAMART::equals, DecidedTwists::twiceNamed),
  OTHER_EMBED_TYPE(
      Operation.CREATE_EMBED::equals,
      (call, in) -> Twisted.refused(call.with("embedType", "SOMETIMES"), Problem.MEMBER_INVALID)),
  NO_TIME(Operation.ROTATE_API_TOKEN::equals, DecidedTwists::noTime),
  GUEST_OF_NOTHING(Operation.CREATE_GUEST_TOKEN::equals, GuestTwists::ofNothing),
  NO_TOKEN_AND_NO_JSON(Twist::hasBody, DecidedTwists::noTokenAndNoJson);

  /** How a call becomes another. */
  @FunctionalInterface
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

  /** Whether the call need not be accepted in it. */
  boolean isRefused() {
    return compareTo(NO_TOKEN) >= 0;
  }

  /** Whether nothing is documented of what comes then. */
  boolean isDecided() {
    return compareTo(NOT_JSON) >= 0;
  }

  /** About how many calls can come out. */
  int ways() {
    return switch (this) {
      case GUEST_SPOILT -> 16;
      case NEAR_NAME -> 10;
      case MEMBER_SPOILT, TABLES_SPOILT, TENANCY_OF_NO_TABLE -> 5;
      case UNKNOWN_NAME, TENANCY_SPOILT, DETAILED, PAGED, NO_PAGE, GUEST_OF_NOTHING, NO_TIME -> 3;
      default -> 1;
    };
  }

  Twisted turn(Call call, Moment moment) {
    return way.turn(call, moment);
  }

  private static boolean isList(Operation operation) {
    return Nouns.role(operation).verb() == Verb.LIST
        && operation != Operation.GET_DATASOURCE_SCHEMA;
  }

  private static boolean hasBody(Operation operation) {
    return operation.families().stream().anyMatch(operation::takesBody);
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
}
