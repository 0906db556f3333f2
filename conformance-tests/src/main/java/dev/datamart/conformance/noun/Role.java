package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import java.util.function.Function;

/**
 * What an operation is to a noun.
 *
 * @param valid the arguments of a call that a conforming server accepts: the parents of all wrong
 *     ones
 * @param prediction what an accepted call leaves in the list item
 */
public record Role(Verb verb, Noun noun, Function<Stock, ObjectNode> valid, Prediction prediction) {

  /** A list or look-up, which changes nothing. */
  static Role read(Verb verb, Noun noun, Function<Stock, ObjectNode> valid) {
    return new Role(verb, noun, valid, Prediction.NONE);
  }

  /** A list of everything that the token reaches. */
  static Role list(Noun noun) {
    return read(Verb.LIST, noun, stock -> Json.object());
  }

  static Role create(Noun noun, Function<Stock, ObjectNode> draft, Prediction prediction) {
    return new Role(Verb.CREATE, noun, draft, prediction);
  }

  /** A change of one that is there, which the arguments need not name. */
  static Role change(Noun noun, Function<Stock, ObjectNode> change, Prediction prediction) {
    return new Role(
        Verb.CHANGE, noun, stock -> named(noun, stock).setAll(change.apply(stock)), prediction);
  }

  static Role delete(Noun noun) {
    return new Role(Verb.DELETE, noun, stock -> named(noun, stock), Prediction.NONE);
  }

  static ObjectNode named(Noun noun, Stock stock) {
    return Json.object(noun.argument(), stock.a(noun));
  }
}
