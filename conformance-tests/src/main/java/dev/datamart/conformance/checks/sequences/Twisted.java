package dev.datamart.conformance.checks.sequences;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Problem;
import java.util.Set;

/**
 * A call as it is sent.
 *
 * @param problems for which of them it is refused; none when it is as good as before
 */
record Twisted(Call call, Set<Problem> problems) {
  static Twisted same(Call call) {
    return new Twisted(call, Set.of());
  }

  static Twisted refused(Call call, Problem... problems) {
    return new Twisted(call, Set.of(problems));
  }

  static Twisted unauthenticated(Call call) {
    return refused(call, Contract.unauthenticated(call.operation()));
  }
}
