package dev.datamart.conformance.run;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.Blocked;
import dev.datamart.conformance.scene.Ground;
import dev.datamart.conformance.scene.Lane;
import dev.datamart.conformance.scene.NotApplicable;
import dev.datamart.conformance.scene.Tokens;
import dev.datamart.conformance.scene.World;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.Pace;
import dev.datamart.conformance.wire.Secrets;
import dev.datamart.conformance.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs the chosen checks against one server, several at a time, and cleans up behind them. */
public final class Runner {
  private static final int SILENCES_THAT_END_IT = 8;

  private final List<Requirement> catalogue;
  private final RunSettings settings;
  private final Progress progress;
  private final Queue<Result> results = new ConcurrentLinkedQueue<>();
  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger silences = new AtomicInteger();
  private final long started = System.nanoTime();

  public Runner(List<Requirement> catalogue, RunSettings settings, Progress progress) {
    this.catalogue = List.copyOf(catalogue);
    this.settings = settings;
    this.progress = progress;
  }

  /** The finished run; throws {@link Unusable} when the server cannot be checked at all. */
  public Run run() {
    List<Instance> chosen = longestFirst(settings.selection().of(catalogue));
    Secrets secrets = secrets();
    Wire wire = new Wire(settings.baseUrl(), Pace.atMost(settings.requestsPerSecond()));
    Watchers watchers = new Watchers(chosen, wire);
    try {
      Discovery discovery = new Discovery(wire, settings.tokens(), settings.given());
      identify(discovery, wire);
      Ground ground = discovery.ground();
      World world =
          new World(
              wire,
              secrets,
              settings.tokens(),
              ground,
              () -> otherGround(wire),
              RunId.fresh(),
              primaryFamily(),
              settings.seed());
      world.accompany(accompanied(chosen));
      if (settings.readOnly()) {
        world.onlyRead();
      }
      runIn(world, chosen, watchers);
      return finished(world.runId(), ground, secrets, leftovers(world), wire);
    } catch (Blocked broken) {
      chosen.forEach(instance -> add(Outcome.blocked(instance, broken), chosen.size()));
      Ground none = new Ground("", List.of(), "", List.of(), List.of());
      settle(watchers);
      return finished("", none, secrets, List.of(), wire);
    } catch (NoAnswer silent) {
      throw new Unusable("The server stopped answering: " + silent.getMessage() + ".");
    } finally {
      watchers.close();
    }
  }

  /** So that no lane is left alone with a long check at the end. */
  private static List<Instance> longestFirst(List<Instance> instances) {
    List<Instance> sorted = new ArrayList<>(instances);
    sorted.sort(Comparator.comparing(instance -> !instance.requirement().is(Trait.LONG)));
    return sorted;
  }

  /** Operations in families that are seen both to succeed and to be refused. */
  private static Set<String> accompanied(List<Instance> chosen) {
    Set<String> refused = new HashSet<>();
    Set<String> succeeding = new HashSet<>();
    for (Instance instance : chosen) {
      String place = instance.operation() + "/" + instance.family();
      if (instance.requirement().id().equals(instance.operation().root())) {
        succeeding.add(place);
      }
      if (instance.requirement().problems().contains(instance.operation().unauthenticated())) {
        refused.add(place);
      }
    }
    succeeding.retainAll(refused);
    return succeeding;
  }

  /** A token that is not accepted says nothing about the server, so no check may meet it. */
  private void identify(Discovery discovery, Wire wire) {
    discovery.identify(settings.tokens().service() == null ? "--api-key" : "--service-token");
    if (settings.tokens().otherService() != null) {
      otherDiscovery(wire).identify("--other-service-token");
    }
  }

  private Discovery otherDiscovery(Wire wire) {
    return new Discovery(wire, new Tokens(settings.tokens().otherService(), null, null), Map.of());
  }

  private Ground otherGround(Wire wire) {
    try {
      return otherDiscovery(wire).ground();
    } catch (Unusable lacking) {
      throw new NotApplicable("the second organization has no " + lacking.lack());
    }
  }

  private Run finished(
      String runId, Ground ground, Secrets secrets, List<String> leftovers, Wire wire) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    return new Run(
        settings,
        scope(),
        runId,
        ground,
        secrets,
        sorted(),
        leftovers,
        wire.count(),
        wire.slowings(),
        took);
  }

  private Scope scope() {
    int all = Selection.everything().of(catalogue).size();
    return new Scope(settings.selection().of(catalogue).size(), all);
  }

  private void runIn(World world, List<Instance> chosen, Watchers watchers) {
    Thread hook = new Thread(world::removeAll, "clean up");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      runLanes(world, chosen);
    } finally {
      world.removeAll();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    addLost(chosen);
    watchers.drain();
    world.remarks().forEach(watchers::take);
    settle(watchers);
  }

  /** A check without a result did not pass: its lane ended before it. */
  private void addLost(List<Instance> chosen) {
    Set<Instance> lost = new HashSet<>(chosen);
    results.forEach(result -> lost.remove(result.instance()));
    lost.forEach(
        instance -> add(Outcome.fault(instance, "its lane ended before the check"), chosen.size()));
  }

  /** What is still there after everything was removed, by name; looked for, not remembered. */
  private List<String> leftovers(World world) {
    List<String> left = new ArrayList<>(world.leftovers());
    if (!settings.readOnly()) {
      try {
        new Cleanup(world.wire(), settings.tokens(), world.runId())
            .remove().stream().map(Cleanup::resisted).filter(Objects::nonNull).forEach(left::add);
      } catch (NoAnswer silent) {
        left.add("whatever begins with " + world.prefix() + ", since the server fell silent");
      }
    }
    return left;
  }

  private void runLanes(World world, List<Instance> chosen) {
    Map<Shift, List<Instance>> shifts =
        chosen.stream()
            .collect(
                Collectors.groupingBy(
                    Shift::of, () -> new EnumMap<>(Shift.class), Collectors.toList()));
    int lanes = Math.min(Math.max(chosen.size(), 1), laneCount(world));
    List<Lane> all = IntStream.range(0, lanes).mapToObj(n -> new Lane(world, n)).toList();
    shifts.forEach(
        (shift, instances) -> {
          Queue<Instance> queue = new ConcurrentLinkedQueue<>(instances);
          inParallel(
              shift == Shift.ALONE ? all.subList(0, 1) : all,
              lane -> work(lane, queue, chosen.size()));
        });
    inParallel(all, Lane::close);
  }

  /** What runs side by side. The shifts follow one another, each when the one before is done. */
  private enum Shift {
    CHANGING,
    READING,
    ALONE;

    static Shift of(Instance instance) {
      boolean isAlone = instance.requirement().is(Trait.ALONE);
      boolean onlyReads = instance.requirement().is(Trait.READS_ONLY);
      return !isAlone ? CHANGING : onlyReads ? READING : ALONE;
    }
  }

  private static void inParallel(List<Lane> lanes, Consumer<Lane> work) {
    List<Thread> threads =
        lanes.stream().map(lane -> new Thread(() -> work.accept(lane), "lane")).toList();
    threads.forEach(Thread::start);
    threads.forEach(Runner::join);
  }

  private int laneCount(World world) {
    if (settings.lanes() > 0) {
      return settings.lanes();
    }
    boolean keyOnly = world.tokens().service() == null;
    return keyOnly ? 1 : world.wire().quickestAnswerTime().toMillis() < 20 ? 4 : 24;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Lane lane, Queue<Instance> queue, int all) {
    for (Instance next = queue.poll(); next != null; next = queue.poll()) {
      runOne(lane, next, all);
    }
  }

  private void runOne(Lane lane, Instance instance, int all) {
    if (settings.readOnly() && !instance.requirement().is(Trait.READS_ONLY)) {
      add(Outcome.notApplicable(instance, "--read-only was given"), all);
    } else if (silences.get() >= SILENCES_THAT_END_IT) {
      add(Outcome.couldNotRun(instance, "the server had stopped answering"), all);
    } else {
      add(guarded(instance, lane), all);
    }
  }

  /** Whatever goes wrong inside a check is told as its result, lest the check be missing. */
  private Result guarded(Instance instance, Lane lane) {
    try {
      Result result = Outcome.of(instance, lane);
      if (result.verdict() == Verdict.COULD_NOT_RUN) {
        silences.incrementAndGet();
      } else {
        silences.set(0);
      }
      return result;
    } catch (RuntimeException | Error unexpected) {
      return Outcome.fault(instance, unexpected.toString());
    }
  }

  private void add(Result result, int all) {
    results.add(result);
    progress.done(result, judged.incrementAndGet(), all);
  }

  private void settle(Watchers watchers) {
    List<Result> settled = new Settlement(catalogue, List.copyOf(results)).with(watchers);
    results.clear();
    settled.forEach(result -> results.add(settings.known().judged(result)));
  }

  private List<Result> sorted() {
    List<Instance> order =
        catalogue.stream().flatMap(requirement -> Instance.of(requirement).stream()).toList();
    List<Result> inOrder = new ArrayList<>(results);
    Map<Instance, Integer> position = new HashMap<>();
    order.forEach(instance -> position.put(instance, position.size()));
    inOrder.sort(
        Comparator.comparingInt(
            result -> position.getOrDefault(result.instance(), Integer.MAX_VALUE)));
    return inOrder;
  }

  private Secrets secrets() {
    Secrets secrets = new Secrets();
    addSecret(secrets, settings.tokens().service(), "DATAMART_SERVICE_TOKEN");
    addSecret(secrets, settings.tokens().apiKey(), "DATAMART_API_KEY");
    addSecret(secrets, settings.tokens().otherService(), "DATAMART_OTHER_SERVICE_TOKEN");
    return secrets;
  }

  private static void addSecret(Secrets secrets, @Nullable String value, String name) {
    if (value != null) {
      secrets.add(value, name);
    }
  }

  private Family primaryFamily() {
    var families = settings.selection().families();
    return families.contains(Family.KEBAB) || families.isEmpty()
        ? Family.KEBAB
        : families.contains(Family.CAMEL) ? Family.CAMEL : Family.VERB;
  }
}
