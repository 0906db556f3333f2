package dev.datamart.conformance.context;

import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was made on the server and is still there, in the order of making. */
final class CreatedThings {
  /** One thing that was made. */
  record Entry(Noun noun, String key, String authorization) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Consumer<Exchange> hearer;

  /**
   * @param hearer is told of every exchange that this learns from
   */
  CreatedThings(Consumer<Exchange> hearer) {
    this.hearer = hearer;
  }

  /** Learns from an exchange what was made or removed, wanted or not. */
  synchronized void note(Exchange exchange) {
    hearer.accept(exchange);
    Role role = Nouns.role(exchange.call().operation());
    String authorization = exchange.call().authorization();
    if (!exchange.isDone() || authorization == null) {
      return;
    }
    if (role.verb() == Verb.CREATE) {
      add(role.noun(), role.noun().made(exchange), exchange.call());
    } else if (role.verb() == Verb.DELETE) {
      String key = Json.text(exchange.call().arguments(), "/" + role.noun().argument());
      remove(role.noun(), String.valueOf(key));
    }
  }

  /** Learns the key of what a call made; null when nobody knows it. */
  synchronized void add(Noun noun, @Nullable String key, Call create) {
    String authorization = create.authorization();
    if (key != null && authorization != null) {
      entries.add(new Entry(noun, key, authorization));
    }
  }

  /** The newest alone: two organizations may each have a thing of the name. */
  private void remove(Noun noun, String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).noun().equals(noun) && entries.get(i).key().equals(key)) {
        entries.remove(i);
        return;
      }
    }
  }

  /** Takes out all entries, newest first. */
  synchronized List<Entry> take() {
    List<Entry> taken = new ArrayList<>(entries);
    entries.clear();
    Collections.reverse(taken);
    return taken;
  }

  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }
}
