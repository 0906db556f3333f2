package dev.datamart.conformance.sequence;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.spec.Family;
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
record Step(Move move, Family family, int app, int datamart, int embed, int number) {
  private static final int NAMES = 3;

  /** A step drawn by chance, more often than not about something that the model has. */
  static Step draw(Random random, List<Family> families, int number, OldModel model) {
    Move move = Move.LOTS.get(random.nextInt(Move.LOTS.size()));
    Family wanted = families.get(random.nextInt(families.size()));
    Family family = Contract.spelled(move.operation(), wanted);
    List<Integer> embeds = List.copyOf(model.embeds().keySet());
    List<Integer> datamarts = List.copyOf(model.datamarts().keySet());
    boolean known = random.nextInt(4) > 0;
    int embed =
        known && !embeds.isEmpty()
            ? embeds.get(random.nextInt(embeds.size()))
            : random.nextInt(number + 1);
    OldModel.EmbedState state = model.embeds().get(embed);
    int app = known && state != null ? state.app() : random.nextInt(2);
    boolean fresh = move == Move.CREATE_DATAMART || datamarts.isEmpty() || !known;
    int datamart = fresh ? random.nextInt(NAMES) : datamarts.get(random.nextInt(datamarts.size()));
    return new Step(move, family, app, datamart, embed, number);
  }
}
