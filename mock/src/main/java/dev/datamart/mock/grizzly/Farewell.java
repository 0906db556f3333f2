package dev.datamart.mock.grizzly;

import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.HttpDate;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * The last answer on a connection, written below HTTP, since there is no whole request to answer.
 * What still comes is read for a moment and thrown away: closing at once would make the caller's
 * system throw the answer away instead.
 */
final class Farewell {

  private static final Logger LOG = Logger.getLogger(Farewell.class.getName());

  private static final int LINGER_MILLIS = 1_000;

  private Farewell() {}

  static <L> void say(Connection<L> connection, Answer answer, DelayedTasks later) {
    connection.write(
        bytes(answer),
        new EmptyCompletionHandler<WriteResult<Buffer, L>>() {
          @Override
          public void completed(WriteResult<Buffer, L> result) {
            endOutput(connection);
          }
        });
    endSoon(connection, later);
  }

  /** Ends the connection when the caller has had time to read its answer. */
  static void endSoon(Connection<?> connection, DelayedTasks later) {
    later.after(LINGER_MILLIS, connection::terminateSilently);
  }

  private static void endOutput(Connection<?> connection) {
    try {
      if (connection instanceof NIOConnection nio
          && nio.getChannel() instanceof SocketChannel channel) {
        channel.shutdownOutput();
      }
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The caller went away before the connection was ended", gone);
    }
  }

  private static Buffer bytes(Answer answer) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ');
    head.append(HttpStatus.getHttpStatus(answer.status()).getReasonPhrase()).append("\r\n");
    for (Answer.Header header : answer.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    head.append("Content-Type: ").append(answer.contentType()).append("\r\n");
    head.append("Content-Length: ").append(answer.body().length).append("\r\n");
    head.append("Date: ").append(HttpDate.of(Instant.now())).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    head.append(new String(answer.body(), StandardCharsets.UTF_8));
    return Buffers.wrap(null, head.toString().getBytes(StandardCharsets.UTF_8));
  }
}
