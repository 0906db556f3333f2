package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;
import static dev.datamart.conformance.checks.sequences.Twisted.same;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;

/** Calls of which only this contract says how they are answered. */
final class DecidedTwists {
  private DecidedTwists() {}

  static Twisted notJson(Call call, Moment moment) {
    if (call.spelling().query()) {
      return same(call);
    }
    String whole = call.arguments().toString();
    String broken = moment.one(List.of("{", "x", whole + "}", whole.replaceFirst("\\{", "{,")));
    return refused(call.body(broken), Problem.BODY_MALFORMED);
  }

  static boolean mustBeObject(Operation operation) {
    return !Contract.takesNoBody(operation) && operation.takesBody(Family.KEBAB);
  }

  static Twisted noObject(Call call, Moment moment) {
    String other = moment.one(List.of("[]", "\"x\"", "5", "true", "null"));
    return call.spelling().query()
        ? same(call)
        : refused(call.body(other), Problem.MEMBER_INVALID, Problem.MEMBER_REQUIRED);
  }

  static Twisted otherType(Call call, Moment moment) {
    return call.spelling().query()
        ? same(call)
        : refused(call.header("Content-Type", "text/plain"), Problem.UNSUPPORTED_MEDIA_TYPE);
  }

  static Twisted otherMethod(Call call, Moment moment) {
    return refused(call.method("PATCH"), Problem.METHOD_NOT_ALLOWED);
  }

  static Twisted unknownPath(Call call, Moment moment) {
    return refused(call.path(call.spelling().path() + "/made-up"), Problem.PATH_UNKNOWN);
  }

  static Twisted bodyOnDelete(Call call, Moment moment) {
    return same(call.spelling().query() ? call.body("{\"datamartName\":\"x\"}") : call);
  }

  static Twisted twiceNamed(Call call, Moment moment) {
    return call.spelling().query()
        ? refused(
            call.query(call.target().replaceFirst(".*\\?", "") + "&datamartName=x"),
            Problem.PARAMETER_REPEATED)
        : same(call);
  }

  static Twisted noTime(Call call, Moment moment) {
    Object none = moment.one(List.<Object>of("soon", -1, true));
    return refused(call.with("expireAt", none), Problem.MEMBER_INVALID);
  }

  /** Who asks is looked at first. */
  static Twisted noTokenAndNoJson(Call call, Moment moment) {
    return Twisted.unauthenticated(
        (call.spelling().query() ? call : call.body("{")).authorization(null));
  }
}
