package dev.datamart.conformance.run;

import static java.util.Objects.requireNonNull;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.SideFinding;
import dev.datamart.conformance.contract.Level;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Shows every exchange of the run to the requirements that watch, beside the checks. */
final class Watchers implements AutoCloseable {
  private static final int MOST_WAITING = 8 << 20;

  private final List<Requirement> watching;
  private final List<Requirement> unwatched;
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final SeenAnswers right = new SeenAnswers();
  private final Set<String> places = ConcurrentHashMap.newKeySet();
  private final Queue<SideFinding> seen = new ConcurrentLinkedQueue<>();
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "watchers");
            thread.setDaemon(true);
            return thread;
          });

  Watchers(List<Requirement> catalogue, List<Instance> chosen, Wire wire) {
    Set<String> ids =
        chosen.stream().map(each -> each.requirement().id()).collect(Collectors.toSet());
    Map<Boolean, List<Requirement>> rules =
        catalogue.stream()
            .filter(requirement -> requirement.watch() != null)
            .collect(Collectors.partitioningBy(requirement -> ids.contains(requirement.id())));
    this.watching = requireNonNull(rules.get(true));
    this.unwatched = requireNonNull(rules.get(false));
    if (!watching.isEmpty()) {
      wire.observe(this::queue);
    }
  }

  /** What rules for every answer find of which the run has no requirement, and of that level. */
  Optional<Finding> unwatched(Exchange exchange, Level level) {
    return unwatched.stream()
        .filter(requirement -> requirement.level() == level)
        .flatMap(requirement -> requireNonNull(requirement.watch()).look(exchange).stream())
        .findFirst();
  }

  /** Who sends waits while so much is still to be looked at that memory would run out. */
  private void queue(Exchange exchange) {
    int size = Math.min(exchange.body().length() + 1, MOST_WAITING);
    room.acquireUninterruptibly(size);
    if (executor.isShutdown()) {
      room.release(size);
      return;
    }
    executor.execute(
        () -> {
          try {
            look(exchange);
          } finally {
            room.release(size);
          }
        });
  }

  /** Whether any exchange of that operation in that family was looked at. */
  boolean saw(Operation operation, Family family) {
    return places.contains(operation + "/" + family);
  }

  private void look(Exchange exchange) {
    places.add(exchange.call().operation() + "/" + exchange.call().family());
    SeenAnswers.Answer answer = SeenAnswers.Answer.of(exchange);
    if (right.knows(answer)) {
      return;
    }
    boolean isRight = true;
    for (Requirement requirement : watching) {
      isRight &= isRight(requirement, exchange);
    }
    if (isRight) {
      right.add(answer);
    }
  }

  private boolean isRight(Requirement requirement, Exchange exchange) {
    Call call = exchange.call();
    try {
      Optional<SideFinding> finding =
          requireNonNull(requirement.watch())
              .look(exchange)
              .map(
                  found ->
                      new SideFinding(requirement.id(), call.operation(), call.family(), found));
      finding.ifPresent(this::take);
      return finding.isEmpty();
    } catch (RuntimeException | Error unexpected) {
      faults.putIfAbsent(
          Instance.place(requirement.id(), call.operation(), call.family()), unexpected.toString());
      return false;
    }
  }

  /** What broke the watch of a requirement at an exchange of an operation, if anything did. */
  Optional<String> fault(Instance instance) {
    return Optional.ofNullable(faults.get(instance.place()));
  }

  /** Hears of what a check has found in passing; more of the same tell nothing more. */
  void take(SideFinding finding) {
    String place = Instance.place(finding.requirement(), finding.operation(), finding.family());
    int count = counts.computeIfAbsent(place, first -> new AtomicInteger()).incrementAndGet();
    if (count <= Result.MOST_FINDINGS) {
      seen.add(finding);
    }
  }

  /** Waits until all exchanges so far have been looked at. */
  void drain() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The watchers did not finish");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  List<SideFinding> findings() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
