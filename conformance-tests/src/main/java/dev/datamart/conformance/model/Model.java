package dev.datamart.conformance.model;

import dev.datamart.spec.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the service must know after a sequence of steps; the few rules that make it this service.
 */
final class Model {
  /** An embed: in which data app, onto which datamart, renamed by which step (or -1). */
  record EmbedState(int app, int datamart, int renamedBy) {}

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

  /** Takes a step; gives the reasons that its refusal may name, none when it succeeds. */
  Set<Problem> take(Step step) {
    boolean exists = columns.containsKey(step.datamart());
    EmbedState embed = embeds.get(step.embed());
    boolean mine = embed != null && embed.app() == step.app();
    switch (step.operation()) {
      case CREATE_DATAMART -> {
        return exists ? Set.of(Problem.DATAMART_EXISTS) : put(step, 2);
      }
      case UPDATE_DATAMART -> {
        return exists ? put(step, 1) : Set.of(Problem.DATAMART_NOT_FOUND);
      }
      case DELETE_DATAMART -> {
        columns.remove(step.datamart());
        embeds.values().removeIf(each -> each.datamart() == step.datamart());
        return exists ? Set.of() : Set.of(Problem.DATAMART_NOT_FOUND);
      }
      case CREATE_EMBED -> {
        return exists
            ? put(step.number(), new EmbedState(step.app(), step.datamart(), -1))
            : Set.of(Problem.EMBED_DATAMART_UNKNOWN);
      }
      case UPDATE_EMBED -> {
        return mine && exists && embed != null
            ? put(step.embed(), new EmbedState(embed.app(), step.datamart(), embed.renamedBy()))
            : unknown(mine, exists);
      }
      case RENAME_EMBED -> {
        return mine && embed != null
            ? put(step.embed(), new EmbedState(embed.app(), embed.datamart(), step.number()))
            : Set.of(Problem.EMBED_ID_UNKNOWN);
      }
      case DELETE_EMBED -> {
        return mine && embeds.remove(step.embed()) != null
            ? Set.of()
            : Set.of(Problem.EMBED_NOT_FOUND);
      }
      default -> throw new IllegalArgumentException("No rule for " + step);
    }
  }

  /** Nothing says whether an update looks for the embed or for the datamart first. */
  private static Set<Problem> unknown(boolean embedIsMine, boolean datamartExists) {
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    if (!embedIsMine) {
      reasons.add(Problem.EMBED_ID_UNKNOWN);
    }
    if (!datamartExists) {
      reasons.add(Problem.EMBED_DATAMART_UNKNOWN);
    }
    return reasons;
  }

  private Set<Problem> put(Step step, int count) {
    columns.put(step.datamart(), count);
    return Set.of();
  }

  private Set<Problem> put(int number, EmbedState state) {
    embeds.put(number, state);
    return Set.of();
  }
}
