package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What some lists show of a part of the server.
 *
 * @param shown by their words
 */
public record Look(Scope scope, Map<String, Thing> shown) {

  /** Nothing seen yet. */
  public Look() {
    this(new Scope(), new TreeMap<>());
  }

  /** Holds it against a model; in words what is otherwise, if anything. */
  public Optional<String> differenceFrom(Model model) {
    StringJoiner words = new StringJoiner("; ").setEmptyValue("");
    for (Thing thing : model.things().values()) {
      Thing seen = shown.get(thing.words());
      if (scope.covers(thing) && seen == null && thing.isCertain()) {
        words.add(thing.words() + " is gone");
      } else if (scope.covers(thing) && seen != null) {
        Match.difference(thing.item(), seen.item())
            .ifPresent(difference -> words.add(thing.words() + ": " + difference));
      }
    }
    shown.values().stream()
        .filter(seen -> model.thing(seen.words()) == null)
        .forEach(seen -> words.add(seen.words() + " is there"));
    return Optional.of(words.toString()).filter(text -> !text.isEmpty());
  }

  /** Lets a model know all that was seen, and forget what was not. */
  public void teach(Model model) {
    model.learn(scope, shown.values());
  }

  /** Notes what a list shows. */
  public void add(Thing thing) {
    shown.put(thing.words(), thing);
  }

  /** The items by the words of what they show. */
  public Map<String, ObjectNode> items() {
    Map<String, ObjectNode> items = new TreeMap<>();
    shown.forEach((words, thing) -> items.put(words, thing.item()));
    return items;
  }
}
