package dev.datamart.conformance.model;

import dev.datamart.spec.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the service must know after a sequence of steps. */
final class Model {
  /** An embed: in which data app, onto which datamart, renamed by which step (or -1). */
  record EmbedState(int app, int datamart, int renamedBy) {
    EmbedState onto(int other) {
      return new EmbedState(app, other, renamedBy);
    }

    EmbedState renamedBy(int step) {
      return new EmbedState(app, datamart, step);
    }
  }

  private final Map<Integer, Integer> columns = new TreeMap<>();
  private final Map<Integer, EmbedState> embeds = new TreeMap<>();

  /** How many columns each existing datamart has. */
  Map<Integer, Integer> datamarts() {
    return columns;
  }

  /** The existing embeds by the number of the step that made them. */
  Map<Integer, EmbedState> embeds() {
    return embeds;
  }

  boolean has(int datamart) {
    return columns.containsKey(datamart);
  }

  /** The embed of a step, when it is one of the data app that asks. */
  @Nullable EmbedState reached(Step step) {
    EmbedState embed = embeds.get(step.embed());
    return embed != null && embed.app() == step.app() ? embed : null;
  }

  /** Succeeds in giving a datamart so many columns. */
  Set<Problem> put(int datamart, int count) {
    columns.put(datamart, count);
    return Set.of();
  }

  /** Removes a datamart with its embeds; whether it was there. */
  boolean removeDatamart(int datamart) {
    embeds.values().removeIf(embed -> embed.datamart() == datamart);
    return columns.remove(datamart) != null;
  }

  /** Succeeds in making an embed so. */
  Set<Problem> put(int number, EmbedState state) {
    embeds.put(number, state);
    return Set.of();
  }
}
