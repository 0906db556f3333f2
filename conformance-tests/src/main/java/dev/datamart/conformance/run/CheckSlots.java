package dev.datamart.conformance.run;

import dev.datamart.conformance.context.CheckSlot;
import dev.datamart.conformance.context.RunContext;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Wire;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spreads checks over slots, in shifts of what may run side by side.
 *
 * @param most how many slots there may be at once
 */
record CheckSlots(RunContext run, int most) {
  private static final int NEAR_MILLIS = 20;
  private static final int SLOTS_TO_A_NEAR_SERVER = 4;
  private static final int SLOTS_TO_A_FAR_SERVER = 24;

  /** How many slots keep a server at work whose answers take as long as this one's did so far. */
  static int suiting(RunContext run) {
    // Checks that share a data app would see what others do in it.
    return !run.makesKeys()
        ? 1
        : isNear(run.wire()) ? SLOTS_TO_A_NEAR_SERVER : SLOTS_TO_A_FAR_SERVER;
  }

  static boolean isNear(Wire wire) {
    return wire.pace().quickest().toMillis() < NEAR_MILLIS;
  }

  /** Hands each instance to the work once, with the slot that is free for it. */
  void run(List<Instance> chosen, BiConsumer<Instance, CheckSlot> work) {
    Map<Shift, List<Instance>> shifts =
        chosen.stream()
            .collect(
                Collectors.groupingBy(
                    Shift::of, () -> new EnumMap<>(Shift.class), Collectors.toList()));
    int count = Math.min(Math.max(chosen.size(), 1), most);
    List<CheckSlot> all = IntStream.range(0, count).mapToObj(n -> new CheckSlot(run, n)).toList();
    shifts.forEach(
        (shift, instances) -> {
          Queue<Instance> queue = new ConcurrentLinkedQueue<>(instances);
          inParallel(
              shift == Shift.ALONE ? all.subList(0, 1) : all, slot -> drain(queue, slot, work));
        });
    inParallel(all, CheckSlot::close);
  }

  private static void drain(
      Queue<Instance> queue, CheckSlot slot, BiConsumer<Instance, CheckSlot> work) {
    for (Instance next = queue.poll(); next != null; next = queue.poll()) {
      work.accept(next, slot);
    }
  }

  private static void inParallel(List<CheckSlot> slots, Consumer<CheckSlot> work) {
    List<Thread> threads =
        slots.stream().map(slot -> new Thread(() -> work.accept(slot), "slot")).toList();
    threads.forEach(Thread::start);
    threads.forEach(CheckSlots::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What runs side by side. First comes what tells which operations there are at all. The shifts
   * follow one another, each when the one before is done.
   */
  private enum Shift {
    ROOTS,
    CHANGING,
    READING,
    ALONE;

    static Shift of(Instance instance) {
      boolean isAlone = instance.requirement().is(Trait.ALONE);
      boolean onlyReads = instance.requirement().is(Trait.READS_ONLY);
      boolean isRoot = instance.requirement().id().equals(Contract.root(instance.operation()));
      return isRoot ? ROOTS : !isAlone ? CHANGING : onlyReads ? READING : ALONE;
    }
  }
}
