package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Secrets;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server during one run: how to reach it, what is there, and what the run made on it. */
public final class RunContext {
  private final Wire wire;
  private final Secrets secrets;
  private final Tokens tokens;
  private final TargetFixtures ground;
  private final String runId;
  private final Family family;
  private final long seed;
  private final Queue<SideFinding> remarks = new ConcurrentLinkedQueue<>();
  private final Remover removal = new Remover(this);
  private volatile Set<String> accompanied = Set.of();
  private volatile boolean readOnly;
  private final Map<String, String> deadKeys = new HashMap<>();
  private final Queue<CreatedThings> ledgers = new ConcurrentLinkedQueue<>();
  private final Supplier<TargetFixtures> otherGroundSource;
  private @Nullable App otherApp;
  private @Nullable TargetFixtures otherGround;
  private @Nullable NotApplicable noOtherGround;

  /**
   * @param otherGround finds out what the second organization has, or throws {@link NotApplicable}
   *     when that is too little; asked at most once
   * @param family the family in which fixtures are made
   * @param seed of everything random
   */
  public RunContext(
      Wire wire,
      Secrets secrets,
      Tokens tokens,
      TargetFixtures ground,
      Supplier<TargetFixtures> otherGround,
      String runId,
      Family family,
      long seed) {
    this.wire = wire;
    this.secrets = secrets;
    this.tokens = tokens;
    this.ground = ground;
    this.otherGroundSource = otherGround;
    this.runId = runId;
    this.family = family;
    this.seed = seed;
    wire.observe(secrets::learn);
  }

  public Wire wire() {
    return wire;
  }

  public Secrets secrets() {
    return secrets;
  }

  public Tokens tokens() {
    return tokens;
  }

  public TargetFixtures ground() {
    return ground;
  }

  /** What every name begins with that this run gives to something. */
  public String prefix() {
    return "dck-" + runId + "-";
  }

  public String runId() {
    return runId;
  }

  long seed() {
    return seed;
  }

  /** A call in the family in which fixtures are made. */
  Call fixture(Operation operation) {
    return Call.of(
        operation, RequestLine.of(operation, family).isPresent() ? family : Family.KEBAB);
  }

  public void remark(SideFinding remark) {
    remarks.add(remark);
  }

  public List<SideFinding> remarks() {
    return List.copyOf(remarks);
  }

  CreatedThings openLedger() {
    CreatedThings ledger = new CreatedThings();
    ledgers.add(ledger);
    return ledger;
  }

  void close(CreatedThings ledger) {
    removal.of(ledger);
    ledgers.remove(ledger);
  }

  /** A data app of the second organization, made at the first call. */
  synchronized App otherApp() {
    App made = otherApp;
    if (made == null) {
      String token = tokens.otherServiceToken();
      made = makeApp(prefix() + "other", token, openLedger());
      otherApp = made;
    }
    return made;
  }

  /** Says for which operations and families the run has checks that exercise them. */
  public void accompany(Set<String> operationsInFamilies) {
    accompanied = Set.copyOf(operationsInFamilies);
  }

  /** Says that the run may change nothing, whatever a check asks for. */
  public void onlyRead() {
    readOnly = true;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  boolean isAccompanied(Operation operation, Family inFamily) {
    return accompanied.contains(operation + "/" + inFamily);
  }

  /** A key that no longer works, made by the first who asks for one of this kind. */
  synchronized String deadKey(String kind, Function<CreatedThings, String> maker) {
    String known = deadKeys.get(kind);
    if (known == null) {
      known = maker.apply(openLedger());
      deadKeys.put(kind, known);
    }
    return known;
  }

  /** What the second organization had before the run; not applicable when that is too little. */
  synchronized TargetFixtures otherGround() {
    NotApplicable lacking = noOtherGround;
    if (lacking != null) {
      throw new NotApplicable(String.valueOf(lacking.getMessage()));
    }
    TargetFixtures known = otherGround;
    return known == null ? discoverOtherGround() : known;
  }

  private TargetFixtures discoverOtherGround() {
    tokens.otherServiceToken();
    try {
      TargetFixtures found = otherGroundSource.get();
      otherGround = found;
      return found;
    } catch (NotApplicable lacking) {
      noOtherGround = lacking;
      throw lacking;
    }
  }

  /** Makes a data app with a key, or blocks. */
  App makeApp(String name, String serviceToken, CreatedThings ledger) {
    if (readOnly) {
      throw new NotApplicable("--read-only makes no API key; give one with --api-key");
    }
    Exchange app =
        noted(ledger, fixture(Operation.CREATE_DATA_APP).with("name", name).as(serviceToken));
    need(app.ok(), app, "200");
    Exchange key =
        noted(
            ledger,
            fixture(Operation.CREATE_API_TOKEN)
                .with("dataAppName", name)
                .with("name", name)
                .as(serviceToken));
    need(key.ok() && key.json().path("key").isTextual(), key, "200 with a key");
    return new App(name, key.json().path("key").textValue());
  }

  private Exchange noted(CreatedThings ledger, Call call) {
    Exchange exchange = wire.send(call);
    ledger.note(exchange);
    return exchange;
  }

  /** Blocks on the operation of the exchange unless all is well. */
  static void need(boolean well, Exchange exchange, String expected) {
    if (!well) {
      throw new Blocked(
          Contract.root(exchange.call().operation()),
          new Finding(expected, exchange.summary(), exchange));
    }
  }

  /** Removes what is left of everything that this run made, newest first. */
  public void removeAll() {
    List<CreatedThings> open = List.copyOf(ledgers);
    for (int i = open.size() - 1; i >= 0; i--) {
      removal.of(open.get(i));
    }
  }

  /** Names of things that the run made and could not remove. */
  public List<String> leftovers() {
    return removal.leftovers();
  }
}
