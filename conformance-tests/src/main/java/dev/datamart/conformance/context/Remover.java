package dev.datamart.conformance.context;

import dev.datamart.conformance.wire.Burst;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.NoAnswer;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes away again what the run made. */
final class Remover {
  private static final int A_FEW = 3;

  private final RunContext world;
  private final Queue<String> leftovers = new ConcurrentLinkedQueue<>();

  Remover(RunContext world) {
    this.world = world;
  }

  /** Names of things that could not be removed. */
  List<String> leftovers() {
    return List.copyOf(leftovers);
  }

  /** Removes what stands in a ledger and takes it out, the newest first. */
  void of(CreatedThings ledger) {
    List<CreatedThings.Entry> entries = ledger.takeSince(0);
    for (int from = 0, to = 0; from < entries.size(); from = to) {
      Operation removal = entries.get(from).removal();
      while (to < entries.size() && entries.get(to).removal() == removal) {
        to++;
      }
      removeAlike(entries.subList(from, to));
    }
  }

  /** Many of a kind side by side, since none of them hangs on another. */
  private void removeAlike(List<CreatedThings.Entry> entries) {
    if (entries.size() <= A_FEW) {
      entries.forEach(this::remove);
    } else {
      Burst.sideBySide(
          entries.stream().map(entry -> (Callable<Boolean>) () -> remove(entry)).toList());
    }
  }

  private boolean remove(CreatedThings.Entry entry) {
    try {
      Call call = world.fixture(entry.removal()).with(argument(entry.removal()), entry.name());
      return world.wire().send(call.authorization(entry.authorization())).ok();
    } catch (NoAnswer unreachable) {
      leftovers.add(entry.name());
      return false;
    }
  }

  private static String argument(Operation removal) {
    return switch (removal) {
      case DELETE_EMBED -> "embedId";
      case DELETE_DATA_APP -> "name";
      default -> "datamartName";
    };
  }
}
