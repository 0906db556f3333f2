package dev.datamart.conformance.model;

import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
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

  /** A step drawn by chance, more often than not about something that the model has. */
  static Step draw(Random random, List<Family> families, int number, Model model) {
    Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
    Family wanted = families.get(random.nextInt(families.size()));
    Family family = RequestLine.of(operation, wanted).isPresent() ? wanted : Family.KEBAB;
    List<Integer> embeds = List.copyOf(model.embeds().keySet());
    List<Integer> datamarts = List.copyOf(model.datamarts().keySet());
    boolean known = random.nextInt(4) > 0;
    int embed =
        known && !embeds.isEmpty()
            ? embeds.get(random.nextInt(embeds.size()))
            : random.nextInt(number + 1);
    Model.EmbedState state = model.embeds().get(embed);
    int app = known && state != null ? state.app() : random.nextInt(2);
    boolean fresh = operation == Operation.CREATE_DATAMART || datamarts.isEmpty() || !known;
    int datamart = fresh ? random.nextInt(NAMES) : datamarts.get(random.nextInt(datamarts.size()));
    return new Step(operation, family, app, datamart, embed, number);
  }
}
