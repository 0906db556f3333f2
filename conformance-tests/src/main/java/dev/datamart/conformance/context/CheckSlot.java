package dev.datamart.conformance.context;

import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.spec.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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
  private final Oracle oracle;
  private final Looks looks;

  public CheckSlot(RunContext run, int number) {
    this.run = run;
    this.tag = run.prefix() + number + "-";
    this.oracle = new Oracle(run.tokens());
    this.created = run.remember(oracle::hearAside);
    this.looks = new Looks(this);
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

  Oracle oracle() {
    return oracle;
  }

  /** What the checks of the slot see. */
  Looks looks() {
    return looks;
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

  /** Whether a thing of the whole organization is the slot's, by its key. */
  boolean isOurs(String key) {
    return key.startsWith(tag) || oddKeys.contains(key);
  }

  /** The data app whose API token is used unless another is named. */
  App first() {
    return first.get();
  }

  /** Another data app of the same organization. */
  App second() {
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
    looks.touched();
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

  /**
   * The data apps that stay from check to check, by name; the first one is made when it is not. The
   * one that is kept for refusals holds nothing but keys, and is here without any: what else is in
   * it is looked at when a call has named it.
   */
  Map<String, App> standing() {
    Map<String, App> apps = new LinkedHashMap<>();
    apps.put(first().name(), first());
    App two = second.known();
    if (two != null) {
      apps.put(two.name(), two);
    }
    String keptApp = kept.get(DataApps.NOUN);
    if (keptApp != null) {
      apps.putIfAbsent(keptApp, new App(keptApp, ""));
    }
    return apps;
  }
}
