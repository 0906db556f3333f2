package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.noun.Verb;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One server during one run: how to reach it, what is there, and what the run made on it. */
public final class RunContext {
  private final Setup setup;
  private final Cleaner cleaner;
  private final Queue<CreatedThings> created = new ConcurrentLinkedQueue<>();
  private final Map<String, App> shared = new ConcurrentHashMap<>();
  private volatile boolean hasMade;

  public RunContext(Setup setup) {
    this.setup = setup;
    this.cleaner =
        new Cleaner(wire(), operation -> setup.offer().toCleanUp(operation, setup.family()));
  }

  /** Of everything random. */
  public long seed() {
    return setup.seed();
  }

  /** What is wrong with an answer by rules of a level that no requirement of the run watches. */
  public Optional<Finding> unwatched(Exchange exchange, Level ofLevel) {
    return setup.unwatched().apply(exchange, ofLevel);
  }

  /** How many random sequences are played, and of what length. */
  public Sequencing sequences() {
    return setup.sequences();
  }

  Setup setup() {
    return setup;
  }

  public Wire wire() {
    return offer().wire();
  }

  public Offer offer() {
    return setup.offer();
  }

  public Tokens tokens() {
    return setup.tokens();
  }

  /** What every name begins with that this run gives to something. */
  public String prefix() {
    return prefix(setup.runId());
  }

  /** What every name begins with that a run gives to something; empty for any run. */
  public static String prefix(String runId) {
    return runId.isEmpty() ? "dck-" : "dck-" + runId + "-";
  }

  /** A call in the family in which fixtures are made. */
  Call fixture(Operation operation) {
    return Call.of(operation, Contract.spelled(operation, setup.family()));
  }

  CreatedThings remember(Consumer<Exchange> hearer) {
    CreatedThings things =
        new CreatedThings(
            exchange -> {
              if (exchange.isDone() && isCreate(exchange.call().operation())) {
                hasMade = true;
              }
              hearer.accept(exchange);
            });
    created.add(things);
    return things;
  }

  /** Whether the server ever said that it made something for this run. */
  public boolean hasMade() {
    return hasMade;
  }

  private static boolean isCreate(Operation operation) {
    return Nouns.role(operation).verb() == Verb.CREATE;
  }

  void remove(CreatedThings things) {
    cleaner.remove(things);
    created.remove(things);
  }

  /** A data app that the whole run shares, made by the first who asks for one of this kind. */
  App shared(String kind, Consumer<Exchange> hearer, Function<CreatedThings, App> maker) {
    return shared.computeIfAbsent(kind, first -> maker.apply(remember(hearer)));
  }

  /** What the second organization had before the run; not applicable when that is too little. */
  TargetFixtures otherTarget() {
    tokens().otherServiceToken();
    return setup.otherTarget();
  }

  /** A data app of the second organization, made at the first call. */
  App otherApp() {
    String token = tokens().otherServiceToken();
    return shared("other", exchange -> {}, made -> makeApp(prefix() + "other", token, made));
  }

  /** Whether the run makes keys of its own, or has to do with one that was given. */
  public boolean makesKeys() {
    if (tokens().service() == null || tokens().apiKey() == null || setup.readOnly()) {
      return tokens().service() != null;
    }
    for (Operation making : List.of(DataApps.NOUN.create(), ApiTokens.NOUN.create())) {
      try {
        // Without a name, so that nothing is made.
        offer().send(fixture(making).as(tokens().serviceToken()));
      } catch (Hindrance none) {
        return false;
      }
    }
    return true;
  }

  /** Makes a data app with an API token, or blocks. */
  App makeApp(String name, String serviceToken, CreatedThings things) {
    if (setup.readOnly()) {
      throw new NotApplicable("--read-only makes no API key; give one with --api-key");
    }
    Call app = fixture(DataApps.NOUN.create()).with("name", name);
    key(noted(things, app.as(serviceToken)), things);
    Call token = fixture(ApiTokens.NOUN.create()).with("dataAppName", name).with("name", name);
    return new App(name, key(noted(things, token.as(serviceToken)), things));
  }

  private Exchange noted(CreatedThings things, Call call) {
    Exchange exchange = offer().send(call);
    things.note(exchange);
    return exchange;
  }

  /** The key of what was made, told by the answer or by the list; blocks when nothing was. */
  String key(Exchange create, CreatedThings things) {
    Noun noun = Nouns.role(create.call().operation()).noun();
    String told = noun.answered();
    String key = noun.made(create);
    if (key == null && create.isDone()) {
      key = listedKey(noun, create.call());
      things.add(noun, key, create.call());
    }
    if (!create.isDone() || key == null) {
      throw new Blocked(create, told == null ? "200" : "200 with " + withArticle(told));
    }
    return key;
  }

  /** Looks the name up that was given to what was made; null when it is not listed. */
  private @Nullable String listedKey(Noun noun, Call create) {
    Call list = fixture(noun.list()).authorization(create.authorization());
    String owner = noun.ownerArgument();
    Call whole = owner == null ? list : list.with(owner, create.arguments().path(owner).asText());
    String name = create.arguments().path("name").asText();
    return Json.stream(items(offer().send(whole)))
        .filter(item -> item.path("name").asText().equals(name))
        .map(item -> item.path(noun.key()).asText(null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String withArticle(String word) {
    return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  /** The items of a list; blocks when it cannot be had. */
  public static JsonNode items(Exchange list) {
    JsonNode data = list.json().path("data");
    Blocked.unless(list.isDone() && data.isArray(), list, "200 with a data list");
    return data;
  }

  /** Removes what is left of everything that this run made, newest first. */
  public void removeAll() {
    List<CreatedThings> open = new ArrayList<>(created);
    Collections.reverse(open);
    open.forEach(cleaner::remove);
  }

  /** What is still there of this run's after everything was removed; looked for, not remembered. */
  public List<String> leftovers() {
    List<String> left = new ArrayList<>(cleaner.unreachable());
    if (!setup.readOnly()) {
      try {
        cleaner.sweep(tokens(), prefix()).stream()
            .filter(removal -> !removal.succeeded())
            .forEach(removal -> left.add(removal.thing()));
      } catch (NoAnswer silent) {
        left.add("whatever begins with " + prefix() + ", since the server fell silent");
      }
    }
    return left;
  }
}
