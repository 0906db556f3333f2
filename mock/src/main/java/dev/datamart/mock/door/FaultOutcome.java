package dev.datamart.mock.door;

import dev.datamart.mock.fault.FaultEffect;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended, for the journal.
 *
 * @param effect the fault that came in between; null when none did
 */
record FaultOutcome(@Nullable FaultEffect effect) {

  static final FaultOutcome ANSWERED = new FaultOutcome(null);

  String word() {
    return effect == null ? "answered" : effect.word();
  }
}
