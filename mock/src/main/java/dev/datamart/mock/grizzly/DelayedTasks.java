package dev.datamart.mock.grizzly;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs what has to wait, so that no thread that watches sockets ever does. */
final class DelayedTasks implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(DelayedTasks.class.getName());

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "datamart-mock-later");
            thread.setDaemon(true);
            return thread;
          });

  /** Tasks that are waiting for their time. */
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

  private volatile boolean isHurrying;

  /** Runs the task once, so many milliseconds from now; sooner when everything has to end. */
  void after(long millis, Runnable task) {
    // A new object for each call, so that the same task can wait twice.
    Runnable once = () -> run(task);
    waiting.add(once);
    ScheduledFuture<?> unused =
        executor.schedule(() -> take(once), isHurrying ? 0 : millis, TimeUnit.MILLISECONDS);
  }

  /** Lets everything that waits happen now: nobody who was promised an answer goes without. */
  void hurry() {
    isHurrying = true;
    waiting.forEach(task -> executor.execute(() -> take(task)));
  }

  private void take(Runnable task) {
    if (waiting.remove(task)) {
      task.run();
    }
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
    } catch (Error fatal) {
      Uncaught.tell(fatal);
    }
  }
}
