package dev.datamart.conformance.checks.sequences;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.conformance.contract.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Plays random sequences and shrinks those that fail. Every family plays the same ones, and the
 * recommended one plays them with all families mixed: each ends in the state of the one model.
 */
final class Sequences {
  private static final int MOST_STEPS_REPLAYED = 300;

  private final CheckContext context;
  private final Level level;
  private int replayed;

  private Sequences(CheckContext context, Level level) {
    this.context = context;
    this.level = level;
  }

  /**
   * Plays as many as the run was told; what was only decided in one of three.
   *
   * @param level of what is looked for
   */
  static void play(CheckContext context, Level level) {
    // Without data apps there are no tokens to play with; what is missing is told as that.
    context.app();
    context.secondApp();
    Drawing drawing = new Drawing(context, level, new Random(context.run().seed()));
    int count = context.run().sequences().count();
    for (int i = 0; i < (level == Level.MUST ? count : (count + 2) / 3); i++) {
      List<Step> steps = drawing.sequence(context.run().sequences().length());
      Optional<Finding> finding = new Play(context, level).of(steps);
      if (finding.isPresent()) {
        throw new Violated(List.of(new Sequences(context, level).shrunk(steps, finding.get())));
      }
    }
  }

  /** Leaves out more and more and then single steps, until none can be left out. */
  private Finding shrunk(List<Step> failing, Finding first) {
    List<Step> steps = failing.subList(0, first.history().size());
    Finding finding = first;
    int size = Math.max(1, steps.size() / 2);
    boolean isShorter = false;
    for (int at = 0; replayed < MOST_STEPS_REPLAYED; ) {
      if (at >= steps.size()) {
        if (size == 1 && !isShorter) {
          return finding;
        }
        size = Math.max(1, size / 2);
        at = 0;
        isShorter = false;
        continue;
      }
      List<Step> fewer = new ArrayList<>(steps);
      fewer.subList(at, Math.min(at + size, steps.size())).clear();
      Optional<Finding> still = fewer.isEmpty() ? Optional.empty() : replay(fewer);
      if (still.isPresent()) {
        finding = still.get();
        steps = fewer.subList(0, finding.history().size());
        isShorter = true;
      } else {
        at += size;
      }
    }
    return finding;
  }

  private Optional<Finding> replay(List<Step> steps) {
    replayed += steps.size();
    return new Play(context, level).of(steps);
  }
}
