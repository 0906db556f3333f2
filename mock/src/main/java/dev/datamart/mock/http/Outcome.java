package dev.datamart.mock.http;

import dev.datamart.mock.fault.FaultEffect;
import dev.datamart.mock.fault.FaultPresets;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended, for the journal.
 *
 * @param effect the fault that came in between; null when none did
 */
record Outcome(@Nullable FaultEffect effect) {

  static final Outcome ANSWERED = new Outcome(null);

  String word() {
    return effect == null ? "answered" : FaultPresets.nameOf(effect);
  }
}
