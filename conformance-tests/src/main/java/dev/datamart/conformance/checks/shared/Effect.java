package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a step can do to the things that are listed. */
public enum Effect {
  APPEARS(Difference::added, " and nothing else appears"),
  CHANGES(Difference::changed, " and nothing else changes"),
  IS_GONE(Difference::gone, " and nothing else is gone");

  private final Function<Difference, Set<String>> part;
  private final String words;

  Effect(Function<Difference, Set<String>> part, String words) {
    this.part = part;
    this.words = words;
  }

  /** Demands that a step did this to these things and nothing to any other. */
  public void alone(CheckContext s, Difference difference, Set<String> things) {
    int all = difference.added().size() + difference.changed().size() + difference.gone().size();
    s.demand(
        part.apply(difference).equals(things) && all == things.size(),
        String.join(", ", new TreeSet<>(things)) + words,
        difference.words());
  }

  /** Demands that an accepted call does this to one thing and nothing to any other. */
  public void alone(CheckContext s, Runnable step, String... things) {
    alone(s, s.difference(step), Set.of(things));
  }

  /** How a difference names a datamart. */
  public static String datamart(String name) {
    return "datamart \"" + name + '"';
  }

  /** How a difference names a data app. */
  public static String dataApp(String name) {
    return "data app \"" + name + '"';
  }

  /** How a difference names an embed. */
  public static String embed(String id) {
    return "embed " + id;
  }
}
