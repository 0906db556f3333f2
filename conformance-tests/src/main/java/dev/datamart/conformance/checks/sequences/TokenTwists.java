package dev.datamart.conformance.checks.sequences;

import static dev.datamart.conformance.checks.sequences.Twisted.refused;
import static dev.datamart.conformance.checks.sequences.Twisted.same;

import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Problem;
import dev.datamart.spec.TokenNeed;
import java.util.Set;
import java.util.UUID;

/** Calls with a token that is none, or one for something else. */
final class TokenTwists {
  private TokenTwists() {}

  static Twisted unknown(Call call, Moment moment) {
    UUID unknown = new UUID(moment.random().nextLong(), moment.random().nextLong());
    return Twisted.unauthenticated(call.as(unknown.toString()));
  }

  static Twisted otherKind(Call call, Moment moment) {
    return call.operation().need() == TokenNeed.SERVICE
        ? refused(call.as(moment.context().app().key()), Problem.SERVICE_TOKEN_REQUIRED)
        : refused(
            call.as(moment.context().run().tokens().serviceToken()), Problem.DATA_APP_KEY_REQUIRED);
  }

  /** What the second organization sees of its own is its own business. */
  static Twisted strangerLooks(Call call, Moment moment) {
    boolean isNamed = !call.arguments().isEmpty();
    return isNamed || moment.context().run().tokens().otherService() == null
        ? same(call)
        : same(call.as(moment.context().run().tokens().otherServiceToken()));
  }

  static Twisted stranger(Call call, Moment moment) {
    boolean isTheirs =
        call.arguments().path("datamartName").asText().equals(Neighbour.shared(moment.stem()));
    if (isTheirs || moment.context().run().tokens().otherService() == null) {
      return same(call);
    }
    String token =
        call.operation().need() == TokenNeed.DATA_APP
            ? moment.context().given().otherApp().key()
            : moment.context().run().tokens().otherServiceToken();
    return new Twisted(call.as(token), Rules.STRANGERS.getOrDefault(call.operation(), Set.of()));
  }
}
