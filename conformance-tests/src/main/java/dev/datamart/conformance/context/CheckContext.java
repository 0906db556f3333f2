package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.model.Model;
import dev.datamart.conformance.noun.Noun;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one check works with: it asks, makes what it needs, and says what it expects. */
public final class CheckContext implements AutoCloseable {
  private final CheckSlot slot;
  private final RunContext run;
  private final Operation subject;
  private final Family family;
  private final CreatedThings created;
  private final Random random;
  private final Sender sender;
  private volatile @Nullable Exchange last;

  public CheckContext(CheckSlot slot, Operation subject, Family family) {
    this(slot, subject, family, slot.run().remember(slot.oracle()::hear));
  }

  private CheckContext(CheckSlot slot, Operation subject, Family family, CreatedThings created) {
    this.slot = slot;
    this.run = slot.run();
    this.subject = subject;
    this.family = family;
    this.created = created;
    this.sender = new Sender(slot, subject, family, created);
    this.random = new Random(run.setup().seed() * 31 + (subject.id() + family).hashCode());
  }

  /** The operation that the check is about. */
  public Operation subject() {
    return subject;
  }

  public Family family() {
    return family;
  }

  /** The family of the check; the recommended one stands for all of them, mixed. */
  public List<Family> families() {
    return family == Family.KEBAB ? List.of(Family.values()) : List.of(family);
  }

  public RunContext run() {
    return run;
  }

  /** What the contract predicts of what is there. */
  public Model model() {
    return slot.oracle().model();
  }

  /** What is not as predicted when everything is looked at through a door, if anything. */
  public Optional<Finding> unpredicted(Door door) {
    return slot.looks().unpredicted(door);
  }

  CheckSlot slot() {
    return slot;
  }

  public TargetFixtures target() {
    return run.setup().target();
  }

  public Given given() {
    return new Given(this, target(), new HashMap<>());
  }

  /** Whether other checks of this run have the subject succeed and be refused in this family. */
  public boolean accompanied() {
    return run.setup().accompanied().contains(subject + "/" + family);
  }

  /** A call of the subject that a conforming server accepts, with all that it needs in place. */
  public Call accepted() {
    return accepted(subject);
  }

  /** A call that a conforming server accepts, in the family of the check. */
  public Call accepted(Operation operation) {
    return given().valid(call(operation));
  }

  /**
   * A call of the subject that would be accepted, aimed at things that the slot keeps for requests
   * which are to be refused. The check has to spoil it before sending.
   */
  public Call bait() {
    CheckContext keeper = new CheckContext(slot, subject, family, slot.created());
    return new Given(keeper, target(), slot.kept()).valid(call(subject));
  }

  /**
   * A call of the subject in the right shape, to be refused whatever it names: like {@link #bait}
   * or, where nothing can be made that it could name, with made-up names.
   */
  public Call shaped() {
    return Hindrance.ifAny(this::bait)
        .orElseGet(() -> call(subject).arguments(given().madeUp(subject)));
  }

  /** The key of what an accepted call of the check has made, told by the answer or by the list. */
  public String key(Exchange create) {
    return run.key(create, created);
  }

  /** A call in the family of the check, with the token that the operation wants. */
  public Call call(Operation operation, @Nullable Object... namesAndValues) {
    return Call.of(operation, Contract.spelled(operation, family))
        .arguments(Json.object(namesAndValues))
        .as(token(operation));
  }

  /** A call that makes or looks at a fixture, whatever the family of the check. */
  Call fixture(Operation operation, @Nullable Object... namesAndValues) {
    return run.fixture(operation).arguments(Json.object(namesAndValues)).as(token(operation));
  }

  /** The token that an operation is called with, when nothing else is said. */
  public String token(Operation operation) {
    return slot.token(operation);
  }

  /** The data app whose key is used unless another is named. */
  public App app() {
    return slot.first();
  }

  /** Another data app of the same organization. */
  public App secondApp() {
    return slot.second();
  }

  /** Chance that is the same for the same check in every run with the same seed. */
  public Random random() {
    return random;
  }

  /** A name that nothing has yet. */
  public String unused() {
    return slot.unused();
  }

  public Exchange send(Call call) {
    Exchange exchange = sender.send(call);
    last = exchange;
    return exchange;
  }

  /** Sends a call that another family does for as well, where the server lacks the one named. */
  public Exchange sendAnyhow(Call call) {
    Exchange exchange = sender.sendAnyhow(call);
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
    Blocked.unless(step.isDone(), step, "200");
    return step;
  }

  /** Everything in the reach of the check, as it is now. */
  public Map<String, JsonNode> look() {
    return slot.looks().look(sender.seen());
  }

  /** Blocks the check unless what there is of a noun can be seen. */
  public void requireSeen(Noun noun) {
    if (!slot.looks().shows(noun)) {
      slot.looks().look(List.of(noun));
    }
  }

  /** What a step changes, seen by looking at everything before and after it. */
  public Difference difference(Runnable step) {
    List<Noun> nouns = sender.seen();
    Map<String, JsonNode> before = slot.looks().look(nouns);
    try {
      step.run();
    } catch (RuntimeException failed) {
      spoilt();
      throw failed;
    }
    return Difference.between(before, slot.looks().look(nouns));
  }

  /** Something happened to things that the slot keeps: they are made anew for the next check. */
  public void spoilt() {
    slot.kept().clear();
  }

  /** Demands that a step changes nothing. */
  public void unchanged(Runnable step) {
    Difference difference = difference(step);
    if (!difference.isEmpty()) {
      spoilt();
      throw fail("nothing changes", difference.words(), last);
    }
  }

  /** What lists show, read one by one. */
  public Listed listed() {
    return new Listed(this);
  }

  public void demand(boolean holds, String expected, String came) {
    if (!holds) {
      throw fail(expected, came);
    }
  }

  /** The violation to throw, shown by the last exchange. */
  Violated fail(String expected, String came) {
    return fail(expected, came, last);
  }

  /** The violation to throw. */
  public Violated fail(String expected, String came, @Nullable Exchange exchange) {
    return new Violated(List.of(new Finding(expected, came, exchange)));
  }

  /** Removes what the check made so far. */
  public void removeMade() {
    if (!created.isEmpty()) {
      slot.looks().touched();
    }
    run.remove(created);
  }

  /** Removes what the check made. */
  @Override
  public void close() {
    sender.verify();
    removeMade();
  }
}
