package dev.datamart.conformance.wire;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time. */
public final class Burst {
  private static final int SIDE_BY_SIDE = 10;

  private Burst() {}

  /** Begins all of them at the same moment; what they gave, in the order in which they stand. */
  public static <T> List<T> of(List<? extends Callable<T>> tasks) {
    CountDownLatch start = new CountDownLatch(tasks.size());
    List<Callable<T>> together =
        tasks.stream()
            .<Callable<T>>map(
                task ->
                    () -> {
                      start.countDown();
                      start.await();
                      return task.call();
                    })
            .toList();
    return run(together, tasks.size());
  }

  /** Does them some at a time, for a far server's sake; what they gave, as they stand. */
  public static <T> List<T> sideBySide(List<? extends Callable<T>> tasks) {
    return run(tasks, SIDE_BY_SIDE);
  }

  private static <T> List<T> run(List<? extends Callable<T>> tasks, int most) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(most, tasks.size())));
    try {
      List<Future<T>> begun = tasks.stream().map(task -> threads.submit(task)).toList();
      return begun.stream().map(Burst::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
