package dev.datamart.conformance.model;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a history of one name can be explained by operations that took effect one after another,
 * each between its question and its answer.
 */
public final class Linearizability {
  /** Where the search stands: which events have happened, and what the name then holds. */
  private record Position(BitSet done, @Nullable Integer value) {}

  private final List<Event> events;
  private final Set<Position> seen = new HashSet<>();

  private Linearizability(List<Event> events) {
    this.events = events;
  }

  /** Whether there is such an order, beginning with no such name. */
  public static boolean explains(List<Event> events) {
    return new Linearizability(List.copyOf(events)).from(new BitSet(), null);
  }

  private boolean from(BitSet done, @Nullable Integer value) {
    if (done.cardinality() == events.size()) {
      return true;
    }
    if (!seen.add(new Position((BitSet) done.clone(), value))) {
      return false;
    }
    long firstAnswer = Long.MAX_VALUE;
    for (int i = done.nextClearBit(0); i < events.size(); i = done.nextClearBit(i + 1)) {
      firstAnswer = Math.min(firstAnswer, events.get(i).to());
    }
    for (int i = done.nextClearBit(0); i < events.size(); i = done.nextClearBit(i + 1)) {
      Event event = events.get(i);
      if (event.from() <= firstAnswer && fits(event, value)) {
        done.set(i);
        boolean explained = from(done, after(event, value));
        done.clear(i);
        if (explained) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(Event event, @Nullable Integer value) {
    return switch (event.kind()) {
      case CREATE -> event.succeeded() == (value == null);
      case UPDATE, DELETE -> event.succeeded() == (value != null);
      case READ -> Objects.equals(event.value(), value);
    };
  }

  private static @Nullable Integer after(Event event, @Nullable Integer value) {
    if (event.kind() == Event.Kind.READ || !event.succeeded()) {
      return value;
    }
    return event.kind() == Event.Kind.DELETE ? null : event.value();
  }
}
