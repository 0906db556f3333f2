package dev.datamart.conformance.run;

import dev.datamart.conformance.context.CheckSlot;
import dev.datamart.conformance.context.Offer;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.context.Setup;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Secrets;
import dev.datamart.conformance.wire.TimeLimit;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the chosen checks against one server, several at a time, and cleans up behind them. */
public final class Runner {
  private static final String ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789z";

  private final List<Requirement> catalogue;
  private final RunSettings settings;
  private final Progress progress;
  private final List<Instance> chosen;
  private final String unclaimed;
  private final Queue<Result> results = new ConcurrentLinkedQueue<>();
  private final AtomicInteger judged = new AtomicInteger();
  private final long started = System.nanoTime();

  public Runner(List<Requirement> catalogue, RunSettings settings, Progress progress) {
    this.catalogue = List.copyOf(catalogue);
    this.settings = settings;
    this.progress = progress;
    this.unclaimed = "not claimed: " + String.join(", ", settings.profile().unclaimed());
    // So that no slot is left alone with a long check at the end.
    this.chosen =
        settings.selection().of(catalogue).stream()
            .sorted(Comparator.comparing(instance -> !instance.requirement().is(Trait.LONG)))
            .toList();
  }

  /** The finished run; throws {@link Unusable} when the server cannot be checked at all. */
  public Run run() {
    Secrets secrets = settings.tokens().secrets();
    Wire wire =
        new Wire(
            settings.baseUrl(),
            RequestPacing.atMost(settings.requestsPerSecond()),
            TimeLimit.of(settings.timeout()));
    Watchers watchers = new Watchers(catalogue, chosen, wire);
    try {
      identify(wire);
      wire.observe(secrets::learn);
      Offer offer = new Offer(wire, settings.profile());
      String runId = freshId();
      RunContext run =
          new RunContext(
              new Setup(
                  offer,
                  settings.tokens(),
                  Discovery.of(offer, settings),
                  Discovery.ofOther(offer, settings),
                  runId,
                  primaryFamily(),
                  settings.seed(),
                  settings.sequences(),
                  settings.readOnly(),
                  accompanied(),
                  watchers::take,
                  watchers::unwatched));
      runIn(run);
      watchers.drain();
      settle(watchers, offer);
      return finished(run.hasMade() ? runId : "", secrets, run.leftovers(), wire);
    } catch (NoAnswer silent) {
      throw unusable(new Unusable(silent.sentence(settings.baseUrl())), secrets, wire);
    } catch (Unusable unusable) {
      throw unusable(unusable, secrets, wire);
    } finally {
      watchers.close();
    }
  }

  /** Reports are written all the same, so that none of an earlier run is taken for this one's. */
  private Unusable unusable(Unusable unusable, Secrets secrets, Wire wire) {
    if (unusable.exitCode() == ExitCode.USAGE) {
      return unusable;
    }
    String reason = String.valueOf(unusable.getMessage());
    addMissing(each -> Result.of(each, Verdict.COULD_NOT_RUN, reason));
    return unusable.after(finished("", secrets, List.of(), wire));
  }

  /** Thirteen letters and digits, so that no two runs ever share a name. */
  private static String freshId() {
    return new SecureRandom()
        .ints(13, 0, ID_LETTERS.length())
        .mapToObj(i -> ID_LETTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** Operations in families that are seen both to succeed and to be refused. */
  private Set<String> accompanied() {
    Set<String> succeeding =
        places(each -> each.requirement().id().equals(Contract.root(each.operation())));
    succeeding.retainAll(
        places(
            each ->
                each.requirement()
                    .problems()
                    .contains(Contract.unauthenticated(each.operation()))));
    return succeeding;
  }

  private Set<String> places(Predicate<Instance> which) {
    return chosen.stream()
        .filter(which)
        .map(instance -> instance.operation() + "/" + instance.family())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A token that is not accepted says nothing about the server, so no check may meet it. */
  private void identify(Wire wire) {
    Tokens tokens = settings.tokens();
    new TargetProbe(wire, tokens, settings.profile())
        .prove(tokens.service() == null ? "--api-key" : "--service-token");
    if (tokens.otherService() != null) {
      Tokens theirs = new Tokens(tokens.otherService(), null, null);
      new TargetProbe(wire, theirs, settings.profile()).prove("--other-service-token");
    }
  }

  private Run finished(String runId, Secrets secrets, List<String> leftovers, Wire wire) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    return new Run(
        settings,
        chosen.size(),
        Selection.everything().of(catalogue).size(),
        runId,
        secrets,
        sorted(),
        leftovers,
        wire.count(),
        wire.pace().slowings(),
        took);
  }

  private void runIn(RunContext run) {
    Thread hook = new Thread(run::removeAll, "clean up");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int slots = settings.slots() > 0 ? settings.slots() : CheckSlots.suiting(run);
      new CheckSlots(run, slots)
          .run(chosen, (instance, slot) -> add(result(run.wire(), instance, slot)));
    } finally {
      run.removeAll();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    // A check without a result did not pass: its slot ended before it.
    addMissing(each -> CheckExecution.fault(each, "its lane ended before the check"));
  }

  private void addMissing(Function<Instance, Result> made) {
    Set<Instance> missing = new LinkedHashSet<>(chosen);
    results.forEach(result -> missing.remove(result.instance()));
    missing.forEach(each -> add(made.apply(each)));
  }

  private Result result(Wire wire, Instance instance, CheckSlot slot) {
    if (!settings.profile().claims(instance.operation(), instance.family())) {
      return Result.of(instance, Verdict.NOT_APPLICABLE, unclaimed);
    }
    if (settings.readOnly() && !instance.requirement().is(Trait.READS_ONLY)) {
      return Result.of(instance, Verdict.NOT_APPLICABLE, "--read-only was given");
    }
    if (wire.isDead()) {
      return Result.of(instance, Verdict.COULD_NOT_RUN, "the server had stopped answering");
    }
    if (wire.isTimeUp()) {
      return Result.of(instance, Verdict.COULD_NOT_RUN, CheckExecution.TIME_IS_UP);
    }
    try {
      return CheckExecution.of(instance, slot);
    } catch (RuntimeException | Error unexpected) {
      // Whatever goes wrong inside a check is told as its result, lest the check be missing.
      return CheckExecution.fault(instance, unexpected.toString());
    }
  }

  private void add(Result result) {
    results.add(result);
    progress.done(result, judged.incrementAndGet(), chosen.size());
  }

  private void settle(Watchers watchers, Offer offer) {
    Predicate<Instance> isAbsent =
        each -> offer.settledAbsence(each.operation(), each.family()).isPresent();
    List<Result> merged =
        new VerdictMerger(catalogue, List.copyOf(results), isAbsent).with(watchers);
    results.clear();
    merged.forEach(result -> results.add(settings.known().judged(result)));
  }

  private List<Result> sorted() {
    List<Instance> order = Selection.everything().of(catalogue);
    Map<Instance, Integer> position = new HashMap<>();
    order.forEach(instance -> position.put(instance, position.size()));
    return results.stream()
        .sorted(
            Comparator.comparingInt(
                result -> position.getOrDefault(result.instance(), Integer.MAX_VALUE)))
        .toList();
  }

  /** The most recommended of those that were chosen. */
  private Family primaryFamily() {
    return settings.selection().families().stream()
        .min(Comparator.naturalOrder())
        .orElse(Family.KEBAB);
  }
}
