package dev.datamart.conformance.checks.shared;

import static dev.datamart.conformance.checks.shared.Effect.APPEARS;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.noun.Datamarts;
import dev.datamart.conformance.noun.Embeds;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
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
    Nouns.ALL.stream()
        .filter(noun -> things.stream().anyMatch(thing -> thing.startsWith(noun.word() + " ")))
        .forEach(s::requireSeen);
    int all = difference.added().size() + difference.changed().size() + difference.gone().size();
    s.demand(
        part.apply(difference).equals(things) && all == things.size(),
        String.join(", ", new TreeSet<>(things)) + words,
        difference.words());
  }

  /** Demands that a step does this to these things and nothing to any other. */
  public void alone(CheckContext s, Runnable step, String... things) {
    alone(s, s.difference(step), Set.of(things));
  }

  /**
   * Demands that an accepted call does this to what it makes or names and nothing to any other, of
   * which one is of the same kind. Gives the key of what the call was about.
   */
  public String alone(CheckContext s, Call call) {
    Noun noun = Nouns.role(call.operation()).noun();
    s.given().a(noun);
    AtomicReference<String> made = new AtomicReference<>();
    Difference difference =
        s.difference(
            () -> {
              Exchange answer = s.send(call);
              s.expect(answer).succeeds();
              made.set(this == APPEARS ? s.key(answer) : "");
            });
    String named = call.arguments().path(noun.argument()).asText();
    String key = this == APPEARS ? String.valueOf(made.get()) : named;
    alone(s, difference, Set.of(noun.described(key)));
    return key;
  }

  /** How a difference names a datamart. */
  public static String datamart(String name) {
    return Datamarts.NOUN.described(name);
  }

  /** How a difference names an embed. */
  public static String embed(String id) {
    return Embeds.NOUN.described(id);
  }
}
