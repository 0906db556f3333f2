package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Optional;

/** Whether the server has the operation that a check is about. */
public record Existence(CheckContext context) {
  /**
   * An answer that shows that it has not. Before that is said, it is asked once more with names
   * that are made up.
   */
  public Optional<Exchange> absence() {
    Operation subject = context.subject();
    Family family = context.family();
    Offer offer = context.run().offer();
    boolean mayAsk = !context.run().setup().readOnly() || !subject.isChange();
    if (mayAsk && offer.isInDoubt(subject, family)) {
      Call madeUp = Call.of(subject, family).arguments(context.given().madeUp(subject));
      try {
        context.send(context.run().tokens().authorize(madeUp));
      } catch (NoAnswer | Hindrance untold) {
        return Optional.empty();
      }
      offer.settle(subject, family);
    }
    return knownAbsence();
  }

  /** The same as far as it is settled, without asking. */
  public Optional<Exchange> knownAbsence() {
    return context.run().offer().settledAbsence(context.subject(), context.family());
  }
}
