package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an accepted call leaves in the list item of the thing that it is about. */
@FunctionalInterface
public interface Prediction {
  /** What changes nothing that a list shows of the thing itself. */
  Prediction NONE = (item, arguments, key) -> {};

  /**
   * Writes what the contract determines and leaves open what it does not ({@link Expected}).
   *
   * @param item as known before the call; for a new thing with nothing in it
   * @param arguments of the call
   * @param key of the thing
   */
  void write(ObjectNode item, ObjectNode arguments, String key);
}
