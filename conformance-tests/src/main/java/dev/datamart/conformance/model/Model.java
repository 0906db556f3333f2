package dev.datamart.conformance.model;

import dev.datamart.conformance.contract.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Takes a step; gives the reason for its refusal, or null when it succeeds. */
  @Nullable Problem take(Step step) {
    boolean exists = columns.containsKey(step.datamart());
    EmbedState embed = embeds.get(step.embed());
    boolean mine = embed != null && embed.app() == step.app();
    switch (step.operation()) {
      case CREATE_DATAMART -> {
        return exists ? Problem.DATAMART_EXISTS : put(step, 2);
      }
      case UPDATE_DATAMART -> {
        return exists ? put(step, 1) : Problem.DATAMART_NOT_FOUND;
      }
      case DELETE_DATAMART -> {
        columns.remove(step.datamart());
        embeds.values().removeIf(each -> each.datamart() == step.datamart());
        return exists ? null : Problem.DATAMART_NOT_FOUND;
      }
      case CREATE_EMBED -> {
        return exists
            ? put(step.number(), new EmbedState(step.app(), step.datamart(), -1))
            : Problem.EMBED_DATAMART_UNKNOWN;
      }
      case UPDATE_EMBED -> {
        if (!mine || embed == null) {
          return Problem.EMBED_ID_UNKNOWN;
        }
        return exists
            ? put(step.embed(), new EmbedState(embed.app(), step.datamart(), embed.renamedBy()))
            : Problem.EMBED_DATAMART_UNKNOWN;
      }
      case RENAME_EMBED -> {
        return mine && embed != null
            ? put(step.embed(), new EmbedState(embed.app(), embed.datamart(), step.number()))
            : Problem.EMBED_ID_UNKNOWN;
      }
      case DELETE_EMBED -> {
        return mine && embeds.remove(step.embed()) != null ? null : Problem.EMBED_NOT_FOUND;
      }
      default -> throw new IllegalArgumentException("No rule for " + step);
    }
  }

  private @Nullable Problem put(Step step, int count) {
    columns.put(step.datamart(), count);
    return null;
  }

  private @Nullable Problem put(int number, EmbedState state) {
    embeds.put(number, state);
    return null;
  }
}
