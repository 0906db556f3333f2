package dev.datamart.conformance.context;

import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.contract.RequestLine;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What a server has of the API, by what it claims and by all its answers. No operation of this API
 * says that there is no such path or that the server failed: where nothing else is ever said, there
 * is no operation that anything could be asked of. A 404 with one of the codes that the operation
 * refuses with was said by the operation, if with the wrong status.
 */
public final class Offer {
  /** What is expected of an operation that every server has. */
  public static final String IS_THERE = "the operation is there";

  private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405, 501);

  private static final int FAILED = 500;

  /** Said before anybody has looked at the path. */
  private static final Set<Integer> TELLING_NOTHING = Set.of(401, 429);

  private record Place(Operation operation, Family family) {}

  private final Wire wire;
  private final Profile profile;

  /** What shows that there is no such operation; empty where something shows that there is. */
  private final Map<Place, Optional<Exchange>> seen = new ConcurrentHashMap<>();

  private final Set<Place> settled = ConcurrentHashMap.newKeySet();

  public Offer(Wire wire, Profile profile) {
    this.wire = wire;
    this.profile = profile;
    wire.observe(this::note);
  }

  public Wire wire() {
    return wire;
  }

  private void note(Exchange exchange) {
    Call call = exchange.call();
    boolean asked =
        RequestLine.of(call.operation(), call.family()).filter(call.spelling()::equals).isPresent();
    if (asked && !TELLING_NOTHING.contains(exchange.status())) {
      Optional<Exchange> absence =
          Optional.of(exchange)
              .filter(
                  it ->
                      it.status() >= FAILED
                          || (NO_SUCH_PATH.contains(it.status()) && !isRefusal(it)));
      seen.merge(
          new Place(call.operation(), call.family()),
          absence,
          (before, now) -> before.isEmpty() ? before : now.isEmpty() ? now : before);
    }
  }

  private static boolean isRefusal(Exchange exchange) {
    Call call = exchange.call();
    return call.operation().problems(call.family()).stream()
        .anyMatch(problem -> problem.code().equals(exchange.code()));
  }

  /** Whether no answer shows that it is there, and it was not asked once more to make sure. */
  boolean isInDoubt(Operation operation, Family family) {
    Place place = new Place(operation, family);
    boolean isThere = seen.containsKey(place) && absence(operation, family).isEmpty();
    return !isThere && !settled.contains(place);
  }

  /** It was asked once more. */
  void settle(Operation operation, Family family) {
    settled.add(new Place(operation, family));
  }

  /** The sentence for what shows that there is no such operation. */
  public static String words(Exchange absence) {
    String why = NO_SUCH_PATH.contains(absence.status()) ? "not implemented" : "broken";
    return why + ": every request to it is answered so: " + absence.summary();
  }

  /** What shows that there is no such operation, once that is settled. */
  public Optional<Exchange> settledAbsence(Operation operation, Family family) {
    return settled.contains(new Place(operation, family))
        ? absence(operation, family)
        : Optional.empty();
  }

  /** An answer that shows that there is no such operation, if none shows otherwise. */
  Optional<Exchange> absence(Operation operation, Family family) {
    return seen.getOrDefault(new Place(operation, family), Optional.empty());
  }

  private boolean has(Operation operation, Family family) {
    return profile.claims(operation, family) && absence(operation, family).isEmpty();
  }

  /** Whether it is claimed and, as far as is known, there, in whatever family. */
  public boolean has(Operation operation) {
    return operation.families().stream().anyMatch(family -> has(operation, family));
  }

  /**
   * Sends a call that makes or looks at what a check needs: in another family where the wanted one
   * is without the operation. Blocks where all are.
   */
  public Exchange send(Call call) {
    Call spelled = spelled(call);
    Exchange exchange = wire.send(spelled);
    if (absence(spelled.operation(), spelled.family()).isEmpty()) {
      return exchange;
    }
    if (!has(call.operation())) {
      throw new Blocked(exchange, "200");
    }
    return send(call);
  }

  /** Only what a check is about is sent as it is, whatever comes; the rest has to be there. */
  Exchange send(Call call, Operation subject, Family family) {
    if (call.operation() != subject) {
      return send(call);
    }
    return call.family() == family ? wire.send(call) : sendAsSpelled(call);
  }

  /** Sends a call as it is spelled, and blocks where there is no such operation. */
  private Exchange sendAsSpelled(Call call) {
    if (!profile.claims(call.operation(), call.family())) {
      throw unclaimed(call.operation().id() + "/" + call.family().word());
    }
    Exchange exchange = wire.send(call);
    if (absence(call.operation(), call.family()).isPresent()) {
      throw new Blocked(exchange, "200");
    }
    return exchange;
  }

  private Call spelled(Call call) {
    Operation operation = call.operation();
    return family(operation, call.family(), family -> has(operation, family))
        .or(() -> family(operation, call.family(), family -> profile.claims(operation, family)))
        .map(family -> family == call.family() ? call : call.in(family))
        .orElseThrow(() -> unclaimed(operation.id()));
  }

  /**
   * The family in which to look for what was made, if any is claimed, or to remove it, claimed or
   * not: it has to go.
   */
  Optional<Family> toCleanUp(Operation operation, Family wanted) {
    if (!operation.isChange() && !profile.claims(operation)) {
      return Optional.empty();
    }
    return family(operation, wanted, family -> absence(operation, family).isEmpty())
        .or(() -> Optional.of(Contract.spelled(operation, wanted)));
  }

  private static Optional<Family> family(
      Operation operation, Family wanted, Predicate<Family> which) {
    Family first = Contract.spelled(operation, wanted);
    return which.test(first)
        ? Optional.of(first)
        : operation.families().stream().filter(which).findFirst();
  }

  private static NotApplicable unclaimed(String operation) {
    boolean isKeyMaking =
        Set.of(Operation.CREATE_DATA_APP.id(), Operation.CREATE_API_TOKEN.id()).contains(operation);
    String instead = isKeyMaking ? "; --api-key gives a key without it" : "";
    return new NotApplicable(
        "builds on " + operation + ", which the profile does not claim" + instead);
  }
}
