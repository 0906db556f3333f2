package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockOptions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.GrizzlyFuture;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Bounds what one caller can take from the others: how many connections there are, how long a
 * request may take to arrive, and how much may lie ready for somebody who asks and does not listen.
 */
final class ConnectionLimits extends BaseFilter {

  /** Some megabytes: a caller who has left so much unread is not going to read it. */
  private static final int MOST_UNREAD_BYTES = 16 * 1024 * 1024;

  /** So many beyond the limit still hear why they are turned away; others are just cut. */
  private static final int TURNED_AWAY_WITH_WORDS = 100;

  private final int most;
  private final int seconds;
  private final Set<Connection<?>> open = ConcurrentHashMap.newKeySet();
  private final Set<Connection<?>> tooMany = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Connection<?>, Long> arriving = new ConcurrentHashMap<>();

  ConnectionLimits(MockOptions options) {
    most = options.maxConnections();
    seconds = options.requestSeconds();
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    if (open.size() >= most) {
      tooMany.add(connection);
      if (tooMany.size() > TURNED_AWAY_WITH_WORDS) {
        connection.terminateSilently();
      }
    } else {
      open.add(connection);
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    open.remove(context.getConnection());
    tooMany.remove(context.getConnection());
    arriving.remove(context.getConnection());
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    if (tooMany.contains(connection)) {
      refuse(connection, Detail.TOO_MANY_CONNECTIONS.refusal());
      return context.getStopAction();
    }
    arriving.putIfAbsent(connection, System.nanoTime());
    return context.getInvokeAction();
  }

  /** Takes note that a request is whole; returns whether its caller still listens. */
  boolean isHeard(Connection<?> connection) {
    arriving.remove(connection);
    boolean isDeaf =
        connection instanceof NIOConnection nio
            && nio.getAsyncWriteQueue().spaceInBytes() > MOST_UNREAD_BYTES;
    if (isDeaf) {
      connection.terminateSilently();
    }
    return !isDeaf;
  }

  /** Turns away those whose request is taking too long; asked now and then. */
  void refuseLate() {
    long now = System.nanoTime();
    arriving.forEach(
        (connection, since) -> {
          boolean isLate = now - since > TimeUnit.SECONDS.toNanos(seconds);
          if (isLate && arriving.remove(connection, since)) {
            refuse(connection, Detail.TOO_SLOW.refusal(seconds));
          }
        });
  }

  /** Answers below HTTP, since there is no whole request to answer. */
  private static void refuse(Connection<?> connection, Refusal refusal) {
    Answer answer = Refusals.of(refusal);
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(answer.status());
    text.append(answer.status() == 429 ? " Too Many Requests\r\n" : " Bad Request\r\n");
    for (Answer.Header header : answer.headers()) {
      text.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    text.append("Content-Type: ").append(answer.contentType());
    text.append("\r\nContent-Length: ").append(answer.body().length);
    text.append("\r\nConnection: close\r\n\r\n");
    text.append(new String(answer.body(), StandardCharsets.UTF_8));
    Buffer bytes = Buffers.wrap(null, text.toString().getBytes(StandardCharsets.UTF_8));
    GrizzlyFuture<?> unused = connection.write(bytes);
    connection.closeSilently();
  }
}
