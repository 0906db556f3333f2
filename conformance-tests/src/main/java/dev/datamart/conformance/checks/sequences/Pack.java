package dev.datamart.conformance.checks.sequences;

import static java.util.Map.entry;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.contract.Level;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One pack of all operations in all twists, from which a sequence draws: none comes twice before
 * all have come.
 */
final class Pack {
  /** How often a change is drawn that is not drawn once: what others need must be there. */
  private static final Map<Operation, Integer> OFTEN =
      Map.ofEntries(
          entry(Operation.CREATE_DATAMART, 4),
          entry(Operation.CREATE_EMBED, 6),
          entry(Operation.UPDATE_DATAMART, 4),
          entry(Operation.UPDATE_EMBED, 6),
          entry(Operation.RENAME_EMBED, 4),
          entry(Operation.DELETE_DATAMART, 3),
          entry(Operation.DELETE_EMBED, 2),
          entry(Operation.CREATE_DATA_APP, 2),
          entry(Operation.CREATE_API_TOKEN, 3),
          entry(Operation.ROTATE_API_TOKEN, 2),
          entry(Operation.CREATE_GUEST_TOKEN, 2));

  /** A call of an operation in a twist. */
  record Card(Operation operation, Twist twist) {}

  private final Random random;
  private final Level level;
  private final List<Operation> drawn;
  private final List<Operation> changes;
  private final List<Card> cards = new ArrayList<>();

  /**
   * @param level whose rules are looked for: what is not of it is left to other sequences
   */
  Pack(CheckContext context, Level level, Random random) {
    this.random = random;
    this.level = level;
    boolean hasName = !context.app().name().isEmpty();
    this.drawn = Arrays.stream(Operation.values()).filter(each -> isDrawn(each, hasName)).toList();
    this.changes =
        drawn.stream()
            .filter(Operation::isChange)
            .flatMap(each -> Collections.nCopies(OFTEN.getOrDefault(each, 1), each).stream())
            .toList();
  }

  /** Metrics are not the run's own, and a guest token is asked for by the name of a data app. */
  private static boolean isDrawn(Operation operation, boolean hasName) {
    return operation != Operation.PUBLISH_METRIC
        && (operation != Operation.CREATE_GUEST_TOKEN || hasName);
  }

  Card next() {
    if (cards.isEmpty()) {
      for (Operation operation : drawn) {
        for (Twist twist : Twist.values()) {
          if (twist.fits(operation) && isLookedFor(twist)) {
            cards.addAll(Collections.nCopies(twist.ways(), new Card(operation, twist)));
          }
        }
      }
      Collections.shuffle(cards, random);
    }
    return cards.remove(cards.size() - 1);
  }

  /** An operation that changes something, those that others need more often. */
  Operation change() {
    return changes.get(random.nextInt(changes.size()));
  }

  private boolean isLookedFor(Twist twist) {
    return twist == Twist.NONE || twist.isDecided() == (level == Level.SHOULD);
  }
}
