package dev.datamart.conformance.context;

import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.function.Function;

/** Sends the calls of one check, so that nothing which they change goes unseen. */
record Sender(CheckSlot slot, Operation subject, Family family, CreatedThings created) {
  /** Of the subject each call as it is spelled, of the rest in a family that the server has. */
  Exchange send(Call call) {
    return send(call, each -> slot.run().offer().send(each, subject, family));
  }

  /** The same in whatever family the server has, as long as it is not that of the check. */
  Exchange sendAnyhow(Call call) {
    return call.family() == family ? send(call) : send(call, slot.run().offer()::send);
  }

  private Exchange send(Call call, Function<Call, Exchange> way) {
    RunContext run = slot.run();
    if (!call.operation().isChange()) {
      return way.apply(call);
    }
    if (run.setup().readOnly()) {
      throw new NotApplicable("--read-only was given");
    }
    if (slot.oracle().isHiddenBy(call)) {
      verify();
    }
    slot.looks().touched();
    return changing(call, way);
  }

  private Exchange changing(Call call, Function<Call, Exchange> way) {
    boolean isAnswered = false;
    slot.oracle().sends();
    try {
      Exchange exchange = way.apply(call);
      created.note(exchange);
      isAnswered = true;
      return exchange;
    } finally {
      slot.oracle().sent(isAnswered);
    }
  }

  /** Looks whether everything is as predicted, unless nothing was changed since the last look. */
  void verify() {
    if (slot.oracle().isDue()) {
      slot.looks().verify(seen());
    }
  }

  /** The nouns around that this server lists: of the others there is nothing to compare. */
  List<Noun> seen() {
    return Nouns.around(Nouns.role(subject).noun()).stream().filter(slot.looks()::shows).toList();
  }
}
