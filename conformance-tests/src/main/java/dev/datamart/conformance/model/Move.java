package dev.datamart.conformance.model;

import dev.datamart.conformance.model.Model.EmbedState;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the model knows of an operation: what a step tells it, and what it does. */
enum Move {
  CREATE_DATAMART(
      Operation.CREATE_DATAMART,
      2,
      (call, step, play) ->
          call.arguments(play.datamartDraft(step)).with("tableList", play.tables(2)),
      (step, model) ->
          model.has(step.datamart())
              ? Set.of(Problem.DATAMART_EXISTS)
              : model.put(step.datamart(), 2)),
  CREATE_EMBED(
      Operation.CREATE_EMBED,
      3,
      (call, step, play) -> call.arguments(play.embedDraft(step)),
      (step, model) ->
          model.has(step.datamart())
              ? model.put(step.number(), new EmbedState(step.app(), step.datamart(), -1))
              : Set.of(Problem.EMBED_DATAMART_UNKNOWN)),
  UPDATE_DATAMART(
      Operation.UPDATE_DATAMART,
      1,
      (call, step, play) ->
          call.with("datamartName", play.datamart(step)).with("tableList", play.tables(1)),
      (step, model) ->
          model.has(step.datamart())
              ? model.put(step.datamart(), 1)
              : Set.of(Problem.DATAMART_NOT_FOUND)),
  DELETE_DATAMART(
      Operation.DELETE_DATAMART,
      1,
      (call, step, play) -> call.with("datamartName", play.datamart(step)),
      (step, model) ->
          model.removeDatamart(step.datamart()) ? Set.of() : Set.of(Problem.DATAMART_NOT_FOUND)),
  UPDATE_EMBED(
      Operation.UPDATE_EMBED,
      1,
      (call, step, play) ->
          call.with("embedId", play.embed(step))
              .with("accessSettings", Json.object("datamartName", play.datamart(step))),
      Move::updateEmbed),
  RENAME_EMBED(
      Operation.RENAME_EMBED,
      1,
      (call, step, play) ->
          call.with("embedId", play.embed(step)).with("name", play.embedName(step.number())),
      (step, model) -> {
        EmbedState embed = model.reached(step);
        return embed == null
            ? Set.of(Problem.EMBED_ID_UNKNOWN)
            : model.put(step.embed(), embed.renamedBy(step.number()));
      }),
  DELETE_EMBED(
      Operation.DELETE_EMBED,
      1,
      (call, step, play) -> call.with("embedId", play.embed(step)),
      (step, model) ->
          model.reached(step) != null && model.embeds().remove(step.embed()) != null
              ? Set.of()
              : Set.of(Problem.EMBED_NOT_FOUND));

  /** Puts what a step tells into a call. */
  @FunctionalInterface
  private interface Telling {
    Call told(Call call, Step step, Play play);
  }

  /** Changes the model; gives the reasons that a refusal may name, none when it succeeds. */
  @FunctionalInterface
  private interface Effect {
    Set<Problem> of(Step step, Model model);
  }

  /** All of them, each as often as it is to be drawn. */
  static final List<Move> LOTS =
      Arrays.stream(values())
          .flatMap(move -> Collections.nCopies(move.often, move).stream())
          .toList();

  private final Operation operation;
  private final int often;
  private final Telling telling;
  private final Effect effect;

  /**
   * @param often how often it is drawn: creations more often, lest there be nothing to change
   */
  Move(Operation operation, int often, Telling telling, Effect effect) {
    this.operation = operation;
    this.often = often;
    this.telling = telling;
    this.effect = effect;
  }

  Operation operation() {
    return operation;
  }

  Call told(Call call, Step step, Play play) {
    return telling.told(call, step, play);
  }

  /** The reasons that a refusal may name, none when the step succeeds and has changed the model. */
  Set<Problem> take(Step step, Model model) {
    return effect.of(step, model);
  }

  /** Nothing says whether it looks for the embed or for the datamart first. */
  private static Set<Problem> updateEmbed(Step step, Model model) {
    EmbedState embed = model.reached(step);
    if (embed != null && model.has(step.datamart())) {
      return model.put(step.embed(), embed.onto(step.datamart()));
    }
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    if (embed == null) {
      reasons.add(Problem.EMBED_ID_UNKNOWN);
    }
    if (!model.has(step.datamart())) {
      reasons.add(Problem.EMBED_DATAMART_UNKNOWN);
    }
    return reasons;
  }
}
