package dev.datamart.conformance.wire;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends what waits too long for an answer, to the last byte of it. One thread looks at all that wait
 * every now and then: the HTTP client's own timers wake a thread for each request, and end with the
 * headers.
 */
final class Overdue {
  private static final int EVERY_MILLIS = 20;

  private static final Set<Waiting> WAITING = ConcurrentHashMap.newKeySet();

  /** Something to wait for. */
  @FunctionalInterface
  interface Wait<T> {
    T until() throws IOException, InterruptedException;
  }

  static {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "overdue answers");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(
            () -> WAITING.forEach(Waiting::look),
            EVERY_MILLIS,
            EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private Overdue() {}

  /** What came of waiting; throws {@link HttpTimeoutException} when the time is up before. */
  static <T> T after(Duration atMost, Wait<T> wait) throws IOException, InterruptedException {
    Waiting waiting = new Waiting(Thread.currentThread(), System.nanoTime() + atMost.toNanos());
    WAITING.add(waiting);
    try {
      return wait.until();
    } catch (IOException | InterruptedException failed) {
      if (waiting.isEnded()) {
        HttpTimeoutException late = new HttpTimeoutException("the time is up");
        late.initCause(failed);
        throw late;
      }
      throw failed;
    } finally {
      WAITING.remove(waiting);
      waiting.close();
    }
  }

  private static final class Waiting {
    private final Thread thread;
    private final long until;
    private boolean isEnded;
    private boolean isClosed;

    Waiting(Thread thread, long until) {
      this.thread = thread;
      this.until = until;
    }

    synchronized void look() {
      if (!isClosed && !isEnded && System.nanoTime() - until >= 0) {
        isEnded = true;
        thread.interrupt();
      }
    }

    synchronized boolean isEnded() {
      return isEnded;
    }

    /** The thread goes on with something else, which the interruption was not meant for. */
    synchronized void close() {
      isClosed = true;
      if (isEnded) {
        boolean unused = Thread.interrupted();
      }
    }
  }
}
