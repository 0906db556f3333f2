package dev.datamart.conformance.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.Expected;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Noun.Place;
import dev.datamart.conformance.noun.Noun.Reference;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Role;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reference model of the contract: what is on the server after each exchange, as far as an
 * organization's own calls put it there. Knows the contract alone; what that leaves open it learns
 * from the first list that shows it. Calls that a check sends at once reach it from many threads.
 */
public final class Model {
  private final Map<String, Thing> things = new TreeMap<>();
  private final Scope seen = new Scope();

  /** Everything that is there now. */
  synchronized List<Thing> things() {
    return List.copyOf(things.values());
  }

  /** The one of a noun with this key, of any owner. */
  public synchronized Optional<Thing> find(Noun noun, String key) {
    return all(noun).stream().filter(thing -> thing.key().equals(key)).findFirst();
  }

  /** All of a noun. */
  public synchronized List<Thing> all(Noun noun) {
    return things.values().stream().filter(thing -> thing.noun().equals(noun)).toList();
  }

  /** The data app of the API token of a call; empty when it carries another kind of token. */
  public synchronized String app(Call call) {
    return find(ApiTokens.NOUN, token(call)).map(Thing::owner).orElse("");
  }

  /** The token that a call carries; empty for none. */
  public static String token(Call call) {
    String authorization = call.authorization();
    return authorization == null ? "" : authorization.substring(authorization.indexOf(' ') + 1);
  }

  /**
   * Takes in what an accepted call changes. What is not accepted changes nothing.
   *
   * @return false when nothing can be said any more of what the call was about, as when it was
   *     accepted against the contract
   */
  public synchronized boolean take(Exchange exchange) {
    Call call = exchange.call();
    Role role = Nouns.role(call.operation());
    if (!exchange.isDone() || !call.operation().isChange()) {
      return true;
    }
    if (!WellSaid.is(call)) {
      return false;
    }
    return switch (role.verb()) {
      case LIST, READ -> true;
      case CREATE -> create(role, exchange);
      case ROTATE -> rotate(role, exchange);
      // What a run does not make is not known to it, and no list that it looks at shows it.
      case CHANGE -> !role.noun().isMade() || change(role, call.arguments());
      case DELETE -> delete(role.noun(), named(role.noun(), call.arguments()));
    };
  }

  private static String named(Noun noun, ObjectNode arguments) {
    return arguments.path(noun.argument()).asText();
  }

  private boolean create(Role role, Exchange exchange) {
    Noun noun = role.noun();
    String key = noun.made(exchange);
    if (key == null || find(noun, key).isPresent()) {
      return false;
    }
    String argument = noun.ownerArgument();
    String owner =
        argument == null
            ? app(exchange.call())
            : exchange.call().arguments().path(argument).asText();
    made(role, exchange, key, noun.owner() == null ? "" : owner);
    return true;
  }

  private void made(Role role, Exchange exchange, String key, String owner) {
    ObjectNode item = Expected.object();
    role.prediction().write(item, exchange.call().arguments(), key);
    put(new Thing(role.noun(), key, owner, item));
  }

  private boolean rotate(Role role, Exchange exchange) {
    Optional<Thing> old = find(role.noun(), token(exchange.call()));
    String key = Json.text(exchange.json(), "/" + role.noun().answered());
    if (old.isEmpty() || key == null || find(role.noun(), key).isPresent()) {
      return false;
    }
    // Whether a key that is running out, or has, is listed is only decided.
    put(old.get().uncertain());
    made(role, exchange, key, old.get().owner());
    return true;
  }

  private boolean change(Role role, ObjectNode arguments) {
    Optional<Thing> named = find(role.noun(), named(role.noun(), arguments));
    named.ifPresent(
        thing -> {
          ObjectNode item = thing.item().deepCopy();
          role.prediction().write(item, arguments, thing.key());
          put(thing.showing(item));
        });
    return named.isPresent();
  }

  private boolean delete(Noun noun, String key) {
    Optional<Thing> named = find(noun, key);
    named.ifPresent(this::remove);
    return named.isPresent();
  }

  /** Takes a thing away, with all that belongs to it or refers to it. */
  private void remove(Thing thing) {
    things.remove(thing.words());
    seen.forget(thing.key());
    List.copyOf(things.values()).stream()
        .filter(other -> goesWith(other, thing))
        .forEach(this::remove);
    showInOwner(thing);
  }

  private static boolean goesWith(Thing other, Thing gone) {
    Reference reference = other.noun().reference();
    boolean isOwned = gone.noun().equals(other.noun().owner()) && other.owner().equals(gone.key());
    return isOwned
        || (reference != null
            && reference.noun().equals(gone.noun())
            && other.item().at(reference.pointer()).asText().equals(gone.key()));
  }

  private void put(Thing thing) {
    things.put(thing.words(), thing);
    showInOwner(thing);
  }

  /** Lets the list item of the owner show what it has of the noun. */
  private void showInOwner(Thing thing) {
    Place place = thing.noun().place();
    Noun ownerNoun = thing.noun().owner();
    if (place == null || ownerNoun == null) {
      return;
    }
    find(ownerNoun, thing.owner())
        .ifPresent(
            owner -> {
              ObjectNode item = owner.item().deepCopy();
              ArrayNode list = Json.array();
              all(thing.noun()).stream()
                  .filter(each -> each.owner().equals(owner.key()))
                  .forEach(each -> list.add(inOwner(each)));
              item.put(place.count(), list.size());
              item.set(place.list(), list.isEmpty() ? Expected.NOTHING : list);
              item.set("updatedAt", Expected.OPEN);
              things.put(owner.words(), owner.showing(item));
            });
  }

  private static ObjectNode inOwner(Thing thing) {
    ObjectNode shown = Expected.object(thing.noun().key(), thing.key());
    shown.set("name", thing.item().path("name"));
    return shown;
  }

  /** Forgets what was expected where lists were looked at, and takes what they showed. */
  public synchronized void learn(Scope scope, Collection<Thing> shown) {
    seen.add(scope);
    things.values().removeIf(thing -> scope.covers(thing) && thing.isCertain());
    // What need not be listed need not be listed again either.
    shown.forEach(
        seen -> things.merge(seen.words(), seen, (known, it) -> known.showing(it.item())));
  }

  /**
   * Whether a thing may have been there before anybody looked: made by the server together with its
   * owner, or of an owner that is none of ours.
   */
  synchronized boolean mayHaveCome(Thing thing) {
    Noun owner = thing.noun().owner();
    boolean isOfOthers = owner != null && find(owner, thing.owner()).isEmpty();
    return (thing.noun().mayComeWithOwner() || isOfOthers) && !seen.covers(thing);
  }

  /** The thing of these words, if there is one. */
  public synchronized @Nullable Thing thing(String words) {
    return things.get(words);
  }
}
