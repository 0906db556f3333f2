package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A part of the server in which one check at a time works: two data apps and a range of names. */
public final class CheckSlot {
  private final RunContext run;
  private final String tag;
  private final AtomicInteger names = new AtomicInteger();
  private final CreatedThings created;
  private final Map<Noun, String> kept = new HashMap<>();
  private final Set<String> oddKeys = ConcurrentHashMap.newKeySet();
  private final Once<App> first = new Once<>(this::givenOrMade);
  private final Once<App> second = new Once<>(() -> make("b"));
  private final Set<Noun> shown = ConcurrentHashMap.newKeySet();
  private @Nullable Map<String, JsonNode> last;
  private List<Noun> lastNouns = List.of();

  public CheckSlot(RunContext run, int number) {
    this.run = run;
    this.tag = run.prefix() + number + "-";
    this.created = run.remember();
  }

  /** Removes what the slot made for its checks. */
  public void close() {
    run.remove(created);
  }

  /**
   * Keys of things that requests aim at which have to be refused. Made once and used again, since a
   * conforming server leaves them as they are.
   */
  Map<Noun, String> kept() {
    return kept;
  }

  CreatedThings created() {
    return created;
  }

  RunContext run() {
    return run;
  }

  /** A name that nothing has yet. */
  String unused() {
    return tag + names.incrementAndGet();
  }

  /** Counts a thing as the slot's, also when its name is outside the slot's range. */
  void adopt(String key) {
    if (!key.startsWith(tag)) {
      oddKeys.add(key);
    }
  }

  /** The data app whose API token is used unless another is named. */
  App first() {
    return first.get();
  }

  /** Another data app of the same organization. */
  synchronized App second() {
    if (second.known() == null) {
      last = null;
    }
    return second.get();
  }

  private App givenOrMade() {
    String given = run.tokens().apiKey();
    boolean makesNone =
        run.tokens().service() == null
            || run.setup().readOnly()
            || !run.offer().has(DataApps.NOUN.create())
            || !run.offer().has(ApiTokens.NOUN.create());
    return makesNone && given != null ? new App("", given) : make("a");
  }

  private App make(String letter) {
    return run.makeApp(tag + letter, run.tokens().serviceToken(), created);
  }

  /** The token that an operation is called with, when nothing else is said. */
  String token(Operation operation) {
    String service = run.tokens().service();
    return switch (operation.need()) {
      case SERVICE -> run.tokens().serviceToken();
      case DATA_APP -> first().key();
      case EITHER -> service == null ? first().key() : service;
    };
  }

  /** Something may have changed. */
  synchronized void touched() {
    last = null;
  }

  /** Whether what there is of a noun can be looked at on this server. */
  boolean shows(Noun noun) {
    if (!shown.contains(noun)) {
      try {
        look(List.of(noun));
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
    if (things == null || !lastNouns.equals(nouns)) {
      things = new TreeMap<>();
      // Before anything is listed, since the first look makes the data app of the slot.
      boolean owned = nouns.stream().anyMatch(noun -> noun.owner() != null);
      List<App> apps = owned ? apps() : List.of();
      for (Noun noun : nouns) {
        add(noun, apps, things);
      }
      last = things;
      lastNouns = nouns;
    }
    return things;
  }

  /** The data apps in reach; what is not known of one is empty. */
  private List<App> apps() {
    List<App> apps = new ArrayList<>(List.of(first()));
    App two = second.known();
    if (two != null) {
      apps.add(two);
    }
    String keptApp = kept.get(DataApps.NOUN);
    if (keptApp != null) {
      apps.add(new App(keptApp, ""));
    }
    return apps;
  }

  private void add(Noun noun, List<App> apps, Map<String, JsonNode> things) {
    Call list = run.fixture(noun.list()).as(token(noun.list()));
    String argument = noun.ownerArgument();
    if (noun.owner() == null) {
      add(noun, list, "", things);
      return;
    }
    for (App app : apps) {
      if (argument == null && !app.key().isEmpty()) {
        add(noun, list.as(app.key()), "", things);
      } else if (argument != null && !app.name().isEmpty()) {
        String ofOwner = " of " + DataApps.NOUN.described(app.name());
        add(noun, list.with(argument, app.name()), ofOwner, things);
      }
    }
  }

  private void add(Noun noun, Call list, String ofOwner, Map<String, JsonNode> things) {
    for (JsonNode item : RunContext.items(run.offer().send(list))) {
      String key = item.path(noun.key()).asText();
      if (noun.owner() != null || key.startsWith(tag) || oddKeys.contains(key)) {
        things.put(noun.described(key) + ofOwner, noun.known(item));
      }
    }
  }
}
