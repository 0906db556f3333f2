package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Look;
import dev.datamart.conformance.model.Thing;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.NoAnswer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the checks of a slot see of the server, and that it is as the slot's oracle predicts. */
final class Looks {
  private final CheckSlot slot;
  private final Oracle oracle;
  private final Set<Noun> shown = ConcurrentHashMap.newKeySet();
  private final AtomicLong touches = new AtomicLong();
  private @Nullable Map<String, JsonNode> last;
  private long lastTouch;
  private List<Noun> lastNouns = List.of();

  Looks(CheckSlot slot) {
    this.slot = slot;
    this.oracle = slot.oracle();
  }

  /** Something may have changed. */
  void touched() {
    // Without a lock: who looks may have to make a data app, and who makes one gets here.
    touches.incrementAndGet();
  }

  /** Looks at these nouns when something was changed and nobody has looked since. */
  void verify(List<Noun> nouns) {
    if (oracle.isDue() && !slot.run().wire().isDead()) {
      try {
        look(nouns);
      } catch (Hindrance | NoAnswer unable) {
        // Who asks for the list itself tells it.
      }
    }
  }

  /** Whether what there is of a noun can be looked at on this server. */
  boolean shows(Noun noun) {
    if (!shown.contains(noun)) {
      try {
        Collection<App> apps = noun.owner() == null ? List.of() : slot.standing().values();
        lists(usual()).read(noun, apps, new Look());
      } catch (Hindrance | NoAnswer none) {
        return false;
      }
      shown.add(noun);
    }
    return true;
  }

  /** What is there of these nouns; not asked again while nothing was sent that could change it. */
  synchronized Map<String, JsonNode> look(List<Noun> nouns) {
    Map<String, JsonNode> things = last;
    if (things == null || lastTouch != touches.get() || !lastNouns.equals(nouns)) {
      Look look = new Look();
      // What is lost is found again by seeing everything.
      boolean isLost = oracle.isLost();
      List<Noun> asked = isLost ? allInReach() : nouns;
      // Before anything is listed, since the first look makes the data app of the slot.
      boolean isOwned = asked.stream().anyMatch(noun -> noun.owner() != null);
      Map<String, App> standing = isOwned ? slot.standing() : Map.of();
      long touch = touches.get();
      List<App> all = isOwned ? allApps() : List.of();
      lookAt(asked, isLost ? all : inQuestion(all, standing.values()), usual(), look)
          .ifPresent(this::alsoFound);
      things = new TreeMap<>(look.items(nouns, standing.keySet()));
      last = things;
      lastTouch = touch;
      lastNouns = nouns;
    }
    return things;
  }

  /** Data apps that a change may have been about: those that stay, and those that calls named. */
  private List<App> inQuestion(List<App> all, Collection<App> standing) {
    Map<String, App> apps = new LinkedHashMap<>();
    standing.forEach(app -> apps.put(app.name(), app));
    oracle.named(all).forEach(app -> apps.put(app.name(), app));
    return List.copyOf(apps.values());
  }

  /** The door through which is looked when no other is named. */
  private Door usual() {
    return new Door(slot.run().setup().family(), false, false, false);
  }

  /** What is not as predicted when everything is looked at through this door, if anything. */
  synchronized Optional<Finding> unpredicted(Door door) {
    last = null;
    return lookAt(allInReach(), allApps(), door, new Look());
  }

  private Lists lists(Door door) {
    return new Lists(slot, door, slot::isOurs);
  }

  private Optional<Finding> lookAt(List<Noun> nouns, Collection<App> apps, Door door, Look look) {
    long moment = oracle.moment();
    nouns.forEach(noun -> lists(door).read(noun, apps, look));
    return oracle.judge(look, moment, door);
  }

  /** Every noun that is made and listed, as far as the tokens reach. */
  private List<Noun> allInReach() {
    return Nouns.ALL.stream()
        .filter(Noun::isSeen)
        .filter(noun -> !noun.isAdministered() || slot.run().tokens().service() != null)
        .filter(this::shows)
        .toList();
  }

  private void alsoFound(Finding finding) {
    Call call = Objects.requireNonNull(finding.exchange()).call();
    String requirement = Contract.predicted(call.operation());
    slot.run()
        .setup()
        .aside()
        .accept(new SideFinding(requirement, call.operation(), call.family(), finding));
  }

  /** All data apps in reach, each with a token that works; what is not known of one is empty. */
  private List<App> allApps() {
    Map<String, App> apps = new LinkedHashMap<>();
    apps.put(slot.first().name(), slot.first());
    for (Thing app : oracle.model().all(DataApps.NOUN)) {
      String key =
          oracle.model().all(ApiTokens.NOUN).stream()
              .filter(token -> token.isCertain() && token.owner().equals(app.key()))
              .map(Thing::key)
              .findFirst()
              .orElse("");
      apps.putIfAbsent(app.key(), new App(app.key(), key));
    }
    return List.copyOf(apps.values());
  }
}
