package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.Noun;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some lists show of a part of the server.
 *
 * @param shown by their words
 * @param twice what was listed more than once
 */
public record Look(Scope scope, Map<String, Thing> shown, Set<String> twice) {

  /** Nothing seen yet. */
  public Look() {
    this(new Scope(), new TreeMap<>(), new TreeSet<>());
  }

  /** Holds it against a model; in words what is otherwise, if anything. */
  public Optional<String> differenceFrom(Model model) {
    StringJoiner words = new StringJoiner("; ").setEmptyValue("");
    for (Thing thing : model.things()) {
      Thing seen = shown.get(thing.words());
      if (scope.covers(thing) && seen == null && thing.isCertain()) {
        words.add(thing.words() + " is gone");
      } else if (scope.covers(thing) && seen != null) {
        Match.difference(thing.item(), seen.item())
            .ifPresent(difference -> words.add(thing.words() + ": " + difference));
      }
    }
    shown.values().stream()
        .filter(seen -> model.thing(seen.words()) == null && !model.mayHaveCome(seen))
        .forEach(seen -> words.add(seen.words() + " is there"));
    twice.forEach(thing -> words.add(thing + " is listed twice"));
    return Optional.of(words.toString()).filter(text -> !text.isEmpty());
  }

  /** Lets a model know all that was seen, and forget what was not. */
  public void teach(Model model) {
    model.learn(scope, shown.values());
  }

  /** Notes what a list shows. */
  public void add(Thing thing) {
    if (shown.put(thing.words(), thing) != null) {
      twice.add(thing.words());
    }
  }

  /** The items of these nouns and owners, by the words of what they show. */
  public Map<String, ObjectNode> items(Collection<Noun> nouns, Collection<String> owners) {
    Map<String, ObjectNode> items = new TreeMap<>();
    for (Thing thing : shown.values()) {
      boolean isOwned = thing.noun().owner() != null;
      if (nouns.contains(thing.noun()) && (!isOwned || owners.contains(thing.owner()))) {
        items.put(thing.words(), thing.item());
      }
    }
    return items;
  }
}
