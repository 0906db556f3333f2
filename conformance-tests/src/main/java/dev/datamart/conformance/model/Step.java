package dev.datamart.conformance.model;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.contract.Operation;
import java.util.List;
import java.util.Random;

/**
 * One step of a sequence, in symbols: what it is called on the server is settled when it is played.
 *
 * @param app 0 or 1
 * @param datamart which of the few names
 * @param embed which of the embeds made so far, by the number of the step that made it
 * @param number of the step in the sequence as first drawn
 */
public record Step(
    Operation operation, Family family, int app, int datamart, int embed, int number) {
  private static final int NAMES = 3;
  private static final List<Operation> OPERATIONS =
      List.of(
          Operation.CREATE_DATAMART,
          Operation.CREATE_DATAMART,
          Operation.CREATE_EMBED,
          Operation.CREATE_EMBED,
          Operation.CREATE_EMBED,
          Operation.UPDATE_DATAMART,
          Operation.DELETE_DATAMART,
          Operation.UPDATE_EMBED,
          Operation.RENAME_EMBED,
          Operation.DELETE_EMBED);

  /** A step drawn by chance, in one of these families where the operation exists there. */
  static Step draw(Random random, List<Family> families, int number) {
    Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
    Family wanted = families.get(random.nextInt(families.size()));
    Family family = operation.in(wanted).isPresent() ? wanted : Family.KEBAB;
    int embed = number == 0 ? 0 : random.nextInt(number);
    return new Step(operation, family, random.nextInt(2), random.nextInt(NAMES), embed, number);
  }
}
