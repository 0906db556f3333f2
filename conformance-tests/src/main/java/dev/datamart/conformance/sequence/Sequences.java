package dev.datamart.conformance.sequence;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Violated;
import dev.datamart.spec.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random sequences of operations, judged by the model and shrunk when they fail. */
public final class Sequences {
  private static final int LENGTH = 18;
  private static final int MOST_REPLAYS = 80;

  private Sequences() {}

  /** Plays some sequences; in the kebab family all families take part, mixed. */
  public static void play(CheckContext context, int count) {
    List<Family> families =
        context.family() == Family.KEBAB ? List.of(Family.values()) : List.of(context.family());
    for (int i = 0; i < count; i++) {
      List<Step> steps = draw(context.random(), families);
      Optional<Finding> finding = new Play(context).of(steps);
      if (finding.isPresent()) {
        throw new Violated(List.of(shrunk(context, steps, finding.get())));
      }
    }
  }

  private static List<Step> draw(Random random, List<Family> families) {
    List<Step> steps = new ArrayList<>();
    OldModel model = new OldModel();
    for (int number = 0; number < LENGTH; number++) {
      Step step = Step.draw(random, families, number, model);
      step.move().take(step, model);
      steps.add(step);
    }
    return steps;
  }

  /** Leaves out steps as long as what is left still fails; then no step can be left out. */
  private static Finding shrunk(CheckContext context, List<Step> failing, Finding first) {
    List<Step> steps = failing;
    Finding finding = first;
    int replays = 0;
    int at = steps.size() - 1;
    while (at >= 0 && replays < MOST_REPLAYS) {
      List<Step> fewer = new ArrayList<>(steps);
      fewer.remove(Math.min(at, fewer.size() - 1));
      Optional<Finding> still = new Play(context).of(fewer);
      replays++;
      if (still.isPresent()) {
        finding = still.get();
        steps = fewer.subList(0, Math.min(fewer.size(), finding.history().size()));
      }
      at = Math.min(at, steps.size()) - 1;
    }
    return finding;
  }
}
