package dev.datamart.mock.http;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs what has to wait, so that no thread that watches sockets ever does. */
final class Later implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Later.class.getName());

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "datamart-mock-later");
            thread.setDaemon(true);
            return thread;
          });

  /** Runs the task once, so many milliseconds from now. */
  void after(long millis, Runnable task) {
    ScheduledFuture<?> unused = executor.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
  }

  /** Runs the task again and again, so many milliseconds after it ended. */
  void every(long millis, Runnable task) {
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.SEVERE, "What was put off failed", failure);
    }
  }
}
