package dev.datamart.conformance.context;

import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;

/** Sends the calls of one check, so that nothing which they change goes unseen. */
record Sender(CheckSlot slot, Operation subject, Family family, CreatedThings created) {
  Exchange send(Call call) {
    RunContext run = slot.run();
    if (!call.operation().isChange()) {
      return run.offer().send(call, subject, family);
    }
    if (run.setup().readOnly()) {
      throw new NotApplicable("--read-only was given");
    }
    if (slot.oracle().isHiddenBy(call)) {
      verify();
    }
    slot.touched();
    return changing(call);
  }

  private Exchange changing(Call call) {
    boolean isAnswered = false;
    slot.oracle().sends();
    try {
      Exchange exchange = slot.run().offer().send(call, subject, family);
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
      slot.verify(seen());
    }
  }

  /** The nouns around that this server lists: of the others there is nothing to compare. */
  List<Noun> seen() {
    return Nouns.around(Nouns.role(subject).noun()).stream().filter(slot::shows).toList();
  }
}
