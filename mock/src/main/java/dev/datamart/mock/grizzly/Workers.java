package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works out what takes long, so that no thread that watches sockets does. */
final class Workers implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Workers.class.getName());

  private static final int THREADS = 2;
  private static final int MOST_WAITING = 200;

  /** What the bodies of those who wait may take, as one part of the heap. */
  private static final int WAITING_PARTS = 6;

  private final ByteBudget waiting = ByteBudget.ofHeap(WAITING_PARTS);

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "datamart-mock-worker");
            thread.setDaemon(true);
            return thread;
          });

  Workers() {
    executor.allowCoreThreadTimeOut(true);
  }

  /**
   * Hands over the answer when it has been worked out; a refusal when it cannot be.
   *
   * @param bytes how large the request is that waits
   */
  void answer(long bytes, Callable<Answer> work, Consumer<Answer> then) {
    waiting.add(bytes);
    try {
      if (waiting.isExceeded()) {
        throw new RejectedExecutionException();
      }
      executor.execute(
          () -> {
            Answer answer = done(work);
            waiting.add(-bytes);
            then.accept(answer);
          });
    } catch (RejectedExecutionException tooMuch) {
      waiting.add(-bytes);
      then.accept(Refusals.of(Detail.TOO_MUCH_WORK.refusal()));
    }
  }

  private static Answer done(Callable<Answer> work) {
    try {
      return work.call();
    } catch (OutOfMemoryError tooMuch) {
      LOG.log(Level.SEVERE, "There was not enough memory for a request of the control plane");
      return Refusals.of(Detail.TOO_LARGE_FOR_MEMORY.refusal());
    } catch (Exception | StackOverflowError unexpected) {
      LOG.log(Level.SEVERE, "The control plane failed", unexpected);
      return Refusals.of(Refusal.of(Problem.UNEXPECTED_FAILURE));
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
