package dev.datamart.conformance.sequence;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model knows of an operation: what a step tells it, and what it does. */
enum Move {
  CREATE_DATAMART(2, null, null),
  CREATE_EMBED(3, Problem.EMBED_DATAMART_UNKNOWN, null),
  UPDATE_DATAMART(1, Problem.DATAMART_NOT_FOUND, null),
  DELETE_DATAMART(1, Problem.DATAMART_NOT_FOUND, null),
  // Nothing says whether it looks for the embed or for the datamart first.
  UPDATE_EMBED(1, Problem.EMBED_DATAMART_UNKNOWN, Problem.EMBED_ID_UNKNOWN),
  RENAME_EMBED(1, null, Problem.EMBED_ID_UNKNOWN),
  DELETE_EMBED(1, null, Problem.EMBED_NOT_FOUND);

  /** All of them, each as often as it is to be drawn. */
  static final List<Move> LOTS =
      Arrays.stream(values())
          .flatMap(move -> Collections.nCopies(move.often, move).stream())
          .toList();

  private final int often;
  private final @Nullable Problem withoutDatamart;
  private final @Nullable Problem withoutEmbed;

  /**
   * @param often how often it is drawn: creations more often, lest there be nothing to change
   * @param withoutDatamart how it is refused where its datamart is not there
   * @param withoutEmbed the same of the embed
   */
  Move(int often, @Nullable Problem withoutDatamart, @Nullable Problem withoutEmbed) {
    this.often = often;
    this.withoutDatamart = withoutDatamart;
    this.withoutEmbed = withoutEmbed;
  }

  Operation operation() {
    return Operation.valueOf(name());
  }

  /** The call with what a step tells. */
  Call told(Call call, Step step, Play play) {
    String datamart = play.datamart(step.datamart());
    String embed = play.embed(step.embed());
    return switch (this) {
      case CREATE_DATAMART ->
          call.arguments(play.datamartDraft(datamart)).with("tableList", play.tables(2));
      case CREATE_EMBED -> call.arguments(play.embedDraft(datamart));
      case UPDATE_DATAMART -> call.with("datamartName", datamart).with("tableList", play.tables(1));
      case DELETE_DATAMART -> call.with("datamartName", datamart);
      case UPDATE_EMBED ->
          call.with("embedId", embed).with("accessSettings", Json.object("datamartName", datamart));
      case RENAME_EMBED -> call.with("embedId", embed).with("name", play.embedName(step.number()));
      case DELETE_EMBED -> call.with("embedId", embed);
    };
  }

  /** The reasons that a refusal may name, none when the step succeeds and has changed the model. */
  Set<Problem> take(Step step, OldModel model) {
    boolean isKnown = model.datamarts().containsKey(step.datamart());
    Set<Problem> reasons = EnumSet.noneOf(Problem.class);
    if (isKnown && this == CREATE_DATAMART) {
      reasons.add(Problem.DATAMART_EXISTS);
    }
    if (!isKnown && withoutDatamart != null) {
      reasons.add(withoutDatamart);
    }
    if (withoutEmbed != null && !model.reaches(step)) {
      reasons.add(withoutEmbed);
    }
    if (reasons.isEmpty()) {
      model.succeed(step);
    }
    return reasons;
  }
}
