package dev.datamart.mock.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One request, all of which has arrived, and the way back to its caller. */
public interface HttpExchange extends RequestHead {

  /** Returns what stood behind the question mark, each char one byte; null when there was none. */
  @Nullable String query();

  @Nullable String userAgent();

  /**
   * Returns the body.
   *
   * @throws dev.datamart.mock.problem.Refusal when it is larger than the limit, in bytes
   */
  byte[] body(int limit) throws IOException;

  /** Runs the task so many milliseconds from now; the caller waits, but no thread does. */
  void later(long millis, Runnable task);

  /** Sends the answer, and ends the exchange. */
  default void send(Answer answer) {
    send(answer, Delivery.WHOLE);
  }

  /** Sends as much of the answer as the delivery lets through, and ends the exchange. */
  void send(Answer answer, Delivery delivery);
}
