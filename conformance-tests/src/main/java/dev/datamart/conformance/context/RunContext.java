package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.noun.ApiTokens;
import dev.datamart.conformance.noun.DataApps;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.noun.Nouns;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One server during one run: how to reach it, what is there, and what the run made on it. */
public final class RunContext {
  /**
   * What is settled before the first check.
   *
   * @param otherTarget finds out what the second organization has, or throws {@link NotApplicable}
   *     when that is too little; asked at most once
   * @param family the family in which fixtures are made
   * @param seed of everything random
   * @param sequences how many random sequences are played
   * @param readOnly whether the run may change nothing, whatever a check asks for
   * @param accompanied for which operations in families other checks see success and refusal
   * @param aside hears what is found in passing
   */
  public record Setup(
      Wire wire,
      Tokens tokens,
      TargetFixtures target,
      Supplier<TargetFixtures> otherTarget,
      String runId,
      Family family,
      long seed,
      Sequencing sequences,
      boolean readOnly,
      Set<String> accompanied,
      Consumer<SideFinding> aside) {}

  private final Setup setup;
  private final Cleaner cleaner;
  private final Once<TargetFixtures> otherTarget;
  private final Queue<CreatedThings> created = new ConcurrentLinkedQueue<>();
  private final Map<String, App> shared = new ConcurrentHashMap<>();

  public RunContext(Setup setup) {
    this.setup = setup;
    this.cleaner = new Cleaner(setup.wire(), setup.family());
    this.otherTarget = new Once<>(setup.otherTarget());
  }

  /** Of everything random. */
  public long seed() {
    return setup.seed();
  }

  /** How many random sequences are played, and of what length. */
  public Sequencing sequences() {
    return setup.sequences();
  }

  Setup setup() {
    return setup;
  }

  public Wire wire() {
    return setup.wire();
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
    CreatedThings things = new CreatedThings(hearer);
    created.add(things);
    return things;
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
    return otherTarget.get();
  }

  /** A data app of the second organization, made at the first call. */
  App otherApp() {
    String token = tokens().otherServiceToken();
    return shared("other", exchange -> {}, made -> makeApp(prefix() + "other", token, made));
  }

  /** Makes a data app with an API token, or blocks. */
  App makeApp(String name, String serviceToken, CreatedThings things) {
    if (setup.readOnly()) {
      throw new NotApplicable("--read-only makes no API key; give one with --api-key");
    }
    Call app = fixture(DataApps.NOUN.create()).with("name", name);
    key(noted(things, app.as(serviceToken)));
    Call token = fixture(ApiTokens.NOUN.create()).with("dataAppName", name).with("name", name);
    return new App(name, key(noted(things, token.as(serviceToken))));
  }

  private Exchange noted(CreatedThings things, Call call) {
    Exchange exchange = wire().send(call);
    things.note(exchange);
    return exchange;
  }

  /** The key of what was made; blocks when nothing was. */
  static String key(Exchange create) {
    Noun noun = Nouns.role(create.call().operation()).noun();
    String told = noun.answered();
    String key = noun.made(create);
    if (!create.ok() || key == null) {
      throw new Blocked(create, told == null ? "200" : "200 with " + withArticle(told));
    }
    return key;
  }

  private static String withArticle(String word) {
    return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  /** The items of a list; blocks when it cannot be had. */
  public static JsonNode items(Exchange list) {
    JsonNode data = list.json().path("data");
    Blocked.unless(list.ok() && data.isArray(), list, "200 with a data list");
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
