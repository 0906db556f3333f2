package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of the server in which one check at a time works: two data apps and a range of names. */
public final class CheckSlot {
  private final RunContext world;
  private final String tag;
  private final AtomicInteger names = new AtomicInteger();
  private final CreatedThings ledger;
  private final RefusalFixtures baits = new RefusalFixtures();
  private final Set<String> oddNames = ConcurrentHashMap.newKeySet();
  private @Nullable App first;
  private @Nullable App second;
  private @Nullable Snapshot last;
  private boolean lastWithApps;

  public CheckSlot(RunContext world, int number) {
    this.world = world;
    this.tag = world.prefix() + number + "-";
    this.ledger = world.openLedger();
  }

  /** Removes what the lane made for its checks. */
  public void close() {
    world.close(ledger);
  }

  RefusalFixtures baits() {
    return baits;
  }

  CreatedThings ledger() {
    return ledger;
  }

  RunContext world() {
    return world;
  }

  /** A name that nothing has yet. */
  String unused() {
    return tag + names.incrementAndGet();
  }

  /** Counts a name outside the lane's range as the lane's. */
  void adopt(String oddName) {
    oddNames.add(oddName);
  }

  synchronized App first() {
    App app = first;
    if (app == null) {
      String given = world.tokens().apiKey();
      boolean makesNone = world.tokens().service() == null || world.isReadOnly();
      app = makesNone && given != null ? new App("", given) : make("a");
      first = app;
    }
    return app;
  }

  synchronized App second() {
    App app = second;
    if (app == null) {
      app = make("b");
      second = app;
      last = null;
    }
    return app;
  }

  private App make(String letter) {
    return world.makeApp(tag + letter, world.tokens().serviceToken(), ledger);
  }

  /** Something may have changed. */
  synchronized void touched() {
    last = null;
  }

  /** What the lane looks like now; not asked again while nothing was sent that could change it. */
  synchronized Snapshot look(boolean withApps) {
    Snapshot known = last;
    if (known == null || lastWithApps != withApps) {
      known = new Snapshot(things(withApps));
      last = known;
      lastWithApps = withApps;
    }
    return known;
  }

  private Map<String, JsonNode> things(boolean withApps) {
    Map<String, JsonNode> things = new TreeMap<>();
    App one = first();
    App two = second;
    Exchange datamarts = ask(Operation.LIST_DATAMARTS, datamartToken());
    datamarts.json().path("data").forEach(item -> addDatamart(things, item));
    addEmbeds(things, one);
    if (two != null) {
      addEmbeds(things, two);
    }
    if (withApps) {
      Exchange apps = ask(Operation.LIST_DATA_APPS, world.tokens().serviceToken());
      for (JsonNode item : apps.json().path("data")) {
        String name = item.path("name").asText();
        if (name.startsWith(tag)) {
          things.put("data app \"" + name + "\"", ContractMembers.DATA_APP.of(item));
        }
      }
      Stream.of(one, two, baits.dataApp())
          .filter(app -> app != null && !app.name().isEmpty())
          .forEach(app -> addKeys(things, app.name()));
    }
    return things;
  }

  /** Only what asks for data apps looks for their keys, since that is a request for each. */
  private void addKeys(Map<String, JsonNode> things, String dataApp) {
    Call list =
        world
            .fixture(Operation.LIST_API_TOKENS)
            .with("dataAppName", dataApp)
            .as(world.tokens().serviceToken());
    for (JsonNode item : ask(list).json().path("data")) {
      things.put(
          "API key " + item.path("key").asText() + " of data app \"" + dataApp + "\"",
          ContractMembers.API_TOKEN.of(item));
    }
  }

  private String datamartToken() {
    String service = world.tokens().service();
    return service == null ? first().key() : service;
  }

  private void addDatamart(Map<String, JsonNode> things, JsonNode item) {
    String name = Json.text(item, "/name");
    if (name != null && (name.startsWith(tag) || oddNames.contains(name))) {
      things.put("datamart \"" + name + "\"", ContractMembers.DATAMART.of(item));
    }
  }

  private void addEmbeds(Map<String, JsonNode> things, App app) {
    Exchange embeds = ask(Operation.LIST_EMBEDS, app.key());
    for (JsonNode item : embeds.json().path("data")) {
      things.put("embed " + item.path("embedId").asText(), ContractMembers.EMBED.of(item));
    }
  }

  private Exchange ask(Operation operation, String token) {
    return ask(world.fixture(operation).as(token));
  }

  private Exchange ask(Call call) {
    Exchange exchange = world.wire().send(call);
    RunContext.need(
        exchange.ok() && exchange.json().path("data").isArray(), exchange, "200 with a data list");
    return exchange;
  }
}
