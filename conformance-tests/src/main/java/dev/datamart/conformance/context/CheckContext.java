package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The stage of one check: it asks, makes what it needs, and says what it expects. */
public final class CheckContext implements AutoCloseable {
  private final CheckSlot lane;
  private final RunContext world;
  private final Operation subject;
  private final Family family;
  private final CreatedThings ledger;
  private @Nullable Random random;
  private volatile @Nullable Exchange last;

  public CheckContext(CheckSlot lane, Operation subject, Family family) {
    this(lane, subject, family, lane.world().openLedger());
  }

  private CheckContext(CheckSlot lane, Operation subject, Family family, CreatedThings ledger) {
    this.lane = lane;
    this.world = lane.world();
    this.subject = subject;
    this.family = family;
    this.ledger = ledger;
  }

  /** The operation that the check is about. */
  public Operation subject() {
    return subject;
  }

  public Family family() {
    return family;
  }

  public RunContext world() {
    return world;
  }

  CheckSlot lane() {
    return lane;
  }

  public TargetFixtures ground() {
    return world.ground();
  }

  public Given given() {
    return new Given(this);
  }

  /** Whether other checks of this run have the subject succeed and be refused in this family. */
  public boolean accompanied() {
    return world.isAccompanied(subject, family);
  }

  /** A call of the subject that a conforming server accepts, with all that it needs in place. */
  public Call accepted() {
    return accepted(subject);
  }

  /** A call that a conforming server accepts, in the family of the check. */
  public Call accepted(Operation operation) {
    return new ValidCalls(this, given()).call(operation);
  }

  /**
   * A call of the subject that would be accepted, aimed at things that the lane keeps for requests
   * which are to be refused. The check has to spoil it before sending.
   */
  public Call bait() {
    CheckContext keeper = new CheckContext(lane, subject, family, lane.ledger());
    return new ValidCalls(this, lane.baits().stock(keeper.given())).call(subject);
  }

  /** A call in the family of the check, with the token that the operation wants. */
  public Call call(Operation operation, @Nullable Object... namesAndValues) {
    Call call =
        Call.of(operation, RequestLine.of(operation, family).isPresent() ? family : Family.KEBAB);
    return call.arguments(Json.object(namesAndValues)).as(token(operation));
  }

  /** A call that makes or looks at a fixture, whatever the family of the check. */
  Call fixture(Operation operation, @Nullable Object... namesAndValues) {
    return world.fixture(operation).arguments(Json.object(namesAndValues)).as(token(operation));
  }

  /** The token that an operation is called with, when nothing else is said. */
  public String token(Operation operation) {
    return switch (operation.need()) {
      case SERVICE -> world.tokens().serviceToken();
      case DATA_APP -> app().key();
      case EITHER -> {
        String service = world.tokens().service();
        yield service == null ? app().key() : service;
      }
    };
  }

  /** The data app whose key is used unless another is named. */
  public App app() {
    return lane.first();
  }

  /** Another data app of the same organization. */
  public App secondApp() {
    return lane.second();
  }

  /** Chance that is the same for the same check in every run with the same seed. */
  public Random random() {
    Random known = random;
    if (known == null) {
      known = new Random(world.seed() * 31 + (subject.id() + family).hashCode());
      random = known;
    }
    return known;
  }

  /** A name that nothing has yet. */
  public String unused() {
    return lane.unused();
  }

  public Exchange send(Call call) {
    if (call.operation().isChange()) {
      if (world.isReadOnly()) {
        throw new NotApplicable("--read-only was given");
      }
      lane.touched();
    }
    Exchange exchange = world.wire().send(call);
    ledger.note(exchange);
    last = exchange;
    return exchange;
  }

  public Exchange send(Operation operation, @Nullable Object... namesAndValues) {
    return send(call(operation, namesAndValues));
  }

  public Expectation expect(Exchange exchange) {
    return new Expectation(this, exchange);
  }

  /** Blocks the check unless a step on its way succeeded. */
  public Exchange require(Exchange step) {
    RunContext.need(step.ok(), step, "200");
    return step;
  }

  /** Everything in the reach of the check, as it is now. */
  public Snapshot look() {
    return lane.look(Contract.concernsDataApps(subject));
  }

  /** What a step changes, seen by looking at everything before and after it. */
  public Difference difference(Runnable step) {
    Snapshot before = look();
    try {
      step.run();
    } catch (RuntimeException failed) {
      spoilt();
      throw failed;
    }
    return before.to(look());
  }

  /** Something happened to things that the lane keeps: they are made anew for the next check. */
  public void spoilt() {
    lane.baits().renew();
  }

  /** Demands that a step changes nothing. */
  public void unchanged(Runnable step) {
    Difference difference = difference(step);
    if (!difference.isEmpty()) {
      spoilt();
      throw fail("nothing changes", difference.words(), last);
    }
  }

  /** Items of an unpaged list, by the text at a member; blocks when the list cannot be had. */
  public Map<String, JsonNode> items(Call list, String member) {
    Exchange exchange = send(list);
    RunContext.need(
        exchange.ok() && exchange.json().path("data").isArray(), exchange, "200 with a data list");
    Map<String, JsonNode> items = new LinkedHashMap<>();
    exchange.json().path("data").forEach(item -> items.put(item.path(member).asText(), item));
    return items;
  }

  /** All datamarts of the organization by name, read in the family of fixtures. */
  public Map<String, JsonNode> datamarts() {
    return items(fixture(Operation.LIST_DATAMARTS), "name");
  }

  /** The embeds of a data app by id, read in the family of fixtures. */
  public Map<String, JsonNode> embeds(App app) {
    return items(fixture(Operation.LIST_EMBEDS).as(app.key()), "embedId");
  }

  /** The listed datamart of that name; it is a violation when there is none. */
  public JsonNode datamart(String name) {
    return listed(datamarts(), "datamart \"" + name + "\"", name);
  }

  /** The listed embed of that id in the first data app; it is a violation when there is none. */
  public JsonNode embed(String id) {
    return listed(embeds(app()), "embed " + id, id);
  }

  private JsonNode listed(Map<String, JsonNode> items, String what, String key) {
    JsonNode item = items.get(key);
    if (item == null) {
      throw fail(what + " is listed", "it is not", last);
    }
    return item;
  }

  public void demand(boolean holds, String expected, String came) {
    if (!holds) {
      throw fail(expected, came, last);
    }
  }

  /** The violation to throw. */
  public Violated fail(String expected, String came, @Nullable Exchange exchange) {
    return new Violated(List.of(new Finding(expected, came, exchange)));
  }

  /** Says in passing that another requirement is not met by an exchange. */
  void remark(String requirement, Exchange exchange, String expected, String came) {
    Call call = exchange.call();
    world.remark(
        new SideFinding(
            requirement, call.operation(), call.family(), new Finding(expected, came, exchange)));
  }

  /** Removes what the check made. */
  @Override
  public void close() {
    if (ledger.mark() > 0) {
      lane.touched();
    }
    world.close(ledger);
  }
}
