package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import dev.datamart.spec.TokenNeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes away what runs made: what one remembers, or what is found by the beginning of its name. */
public final class Cleaner {
  /** What became of a thing that was found, in words. */
  public record Removal(String thing, boolean succeeded) {}

  private static final int A_FEW = 3;

  private final Wire wire;
  private final Function<Operation, Optional<Family>> family;
  private final Queue<String> unreachable = new ConcurrentLinkedQueue<>();

  /**
   * @param family in which an operation is asked, if it is
   */
  public Cleaner(Wire wire, Function<Operation, Optional<Family>> family) {
    this.wire = wire;
    this.family = family;
  }

  /** Keys of things that could not be asked away, since nothing answered. */
  List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  /** Removes what was made and forgets it, the newest first. */
  void remove(CreatedThings made) {
    List<CreatedThings.Entry> entries = made.take();
    for (int from = 0, to = 0; from < entries.size(); from = to) {
      Noun noun = entries.get(from).noun();
      while (to < entries.size() && entries.get(to).noun().equals(noun)) {
        to++;
      }
      if (noun.operation(Verb.DELETE).isPresent()) {
        removeAlike(entries.subList(from, to), made);
      }
    }
  }

  /** Many of a kind side by side, since none of them hangs on another. */
  private void removeAlike(List<CreatedThings.Entry> entries, CreatedThings made) {
    if (entries.size() <= A_FEW) {
      entries.forEach(entry -> remove(entry, made));
    } else {
      Burst.sideBySide(
          entries.stream().map(entry -> (Callable<Boolean>) () -> remove(entry, made)).toList());
    }
  }

  private boolean remove(CreatedThings.Entry entry, CreatedThings made) {
    try {
      Optional<Exchange> removal = removal(entry.noun(), entry.key(), entry.authorization());
      removal.ifPresent(made::note);
      return removal.filter(Exchange::isDone).isPresent();
    } catch (NoAnswer silent) {
      unreachable.add(entry.key());
      return false;
    }
  }

  /** What came of removing it; nothing where the server does not have what removes it. */
  private Optional<Exchange> removal(Noun noun, String key, String authorization) {
    return call(noun.operation(Verb.DELETE).orElseThrow())
        .map(call -> call.with(noun.argument(), key).authorization(authorization))
        .map(wire::sendToCleanUp);
  }

  /** Removes everything whose name begins so, as far as the tokens reach. */
  public List<Removal> sweep(Tokens tokens, String prefix) {
    List<Removal> removals = new ArrayList<>();
    sweep(tokens.service(), TokenNeed.SERVICE, prefix, removals);
    sweep(tokens.otherService(), TokenNeed.SERVICE, prefix, removals);
    sweep(tokens.apiKey(), TokenNeed.DATA_APP, prefix, removals);
    return removals;
  }

  private void sweep(
      @Nullable String token, TokenNeed kind, String prefix, List<Removal> removals) {
    List<Noun> nouns = new ArrayList<>(Nouns.ALL);
    Collections.reverse(nouns);
    for (Noun noun : nouns) {
      if (token != null
          && noun.isSwept()
          && Set.of(kind, TokenNeed.EITHER).contains(noun.list().need())) {
        sweep(noun, "Bearer " + token, prefix, removals);
      }
    }
  }

  private void sweep(Noun noun, String authorization, String prefix, List<Removal> removals) {
    Optional<Call> list = call(noun.list()).map(call -> call.authorization(authorization));
    if (list.isEmpty()) {
      return;
    }
    for (JsonNode item : wire.sendToCleanUp(list.get()).json().path("data")) {
      String name = item.path("name").asText();
      if (name.startsWith(prefix)) {
        String key = item.path(noun.key()).asText();
        removals.add(
            new Removal(
                noun.word() + " " + name,
                removal(noun, key, authorization).filter(Exchange::isDone).isPresent()));
      }
    }
  }

  private Optional<Call> call(Operation operation) {
    return family.apply(operation).map(each -> Call.of(operation, each));
  }
}
