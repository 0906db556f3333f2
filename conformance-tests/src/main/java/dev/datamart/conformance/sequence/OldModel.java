package dev.datamart.conformance.sequence;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the service must know after a sequence of steps.
 *
 * @param datamarts how many columns each existing one has
 * @param embeds the existing ones by the number of the step that made them
 */
record OldModel(Map<Integer, Integer> datamarts, Map<Integer, EmbedState> embeds) {
  /** An embed: in which data app, onto which datamart, renamed by which step (or -1). */
  record EmbedState(int app, int datamart, int renamedBy) {}

  OldModel() {
    this(new TreeMap<>(), new TreeMap<>());
  }

  /** Whether the embed of a step is there, and one of the data app that asks. */
  boolean reaches(Step step) {
    EmbedState embed = embeds.get(step.embed());
    return embed != null && embed.app() == step.app();
  }

  /** Does what a step asks for, which nothing speaks against. */
  void succeed(Step step) {
    int datamart = step.datamart();
    switch (step.move()) {
      case CREATE_DATAMART -> datamarts.put(datamart, 2);
      case UPDATE_DATAMART -> datamarts.put(datamart, 1);
      case DELETE_DATAMART -> {
        datamarts.remove(datamart);
        embeds.values().removeIf(embed -> embed.datamart() == datamart);
      }
      case CREATE_EMBED -> embeds.put(step.number(), new EmbedState(step.app(), datamart, -1));
      case UPDATE_EMBED ->
          embeds.computeIfPresent(
              step.embed(), (id, old) -> new EmbedState(old.app(), datamart, old.renamedBy()));
      case RENAME_EMBED ->
          embeds.computeIfPresent(
              step.embed(), (id, old) -> new EmbedState(old.app(), old.datamart(), step.number()));
      case DELETE_EMBED -> embeds.remove(step.embed());
    }
  }
}
