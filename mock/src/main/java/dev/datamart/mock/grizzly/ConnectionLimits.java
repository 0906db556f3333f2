package dev.datamart.mock.grizzly;

import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.framing.RequestReader;
import dev.datamart.mock.memory.ByteBudget;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockOptions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Bounds what one caller can take from the others: how many connections there are, how long a
 * request may take to arrive, how much of requests that are not whole is held, and how much may lie
 * ready for somebody who asks and does not listen.
 */
final class ConnectionLimits extends BaseFilter {

  /** A caller who has left so much unread is not going to read it. */
  private static final int MOST_UNREAD_BYTES = 16 * 1024 * 1024;

  private static final int LEAST_UNREAD_BYTES = 64 * 1024;

  /** What may lie ready for all callers together, as one part of the heap. */
  private static final int UNREAD_PARTS = 8;

  /** What may be held of requests that are not whole, as one part of the heap. */
  private static final int ARRIVING_PARTS = 8;

  /** Who is sending a request, and since when. */
  private record Arrival(long sinceNanos, RequestReader reader) {}

  private final int most;
  private final int seconds;
  private final ByteBudget arrivingBytes = ByteBudget.ofHeap(ARRIVING_PARTS);
  private final ByteBudget unreadBytes = ByteBudget.ofHeap(UNREAD_PARTS);
  private final DelayedTasks later;
  private final Set<Connection<?>> open = ConcurrentHashMap.newKeySet();
  private final Map<Connection<?>, Arrival> arriving = new ConcurrentHashMap<>();

  ConnectionLimits(MockOptions options, DelayedTasks later) {
    most = options.maxConnections();
    seconds = options.requestSeconds();
    this.later = later;
  }

  /** Returns where the room of what is not whole is counted. */
  ByteBudget arriving() {
    return arrivingBytes;
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    Connection<?> connection = context.getConnection();
    if (open.size() >= most) {
      dismiss(connection, Detail.TOO_MANY_CONNECTIONS.refusal());
    } else {
      open.add(connection);
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    open.remove(context.getConnection());
    arriving.remove(context.getConnection());
    return context.getInvokeAction();
  }

  /** What a caller says that was turned away is not listened to. */
  @Override
  public NextAction handleRead(FilterChainContext context) {
    return open.contains(context.getConnection())
        ? context.getInvokeAction()
        : context.getStopAction();
  }

  /** Takes note that a part of a request is there; makes room when that is too much. */
  void waitsFor(Connection<?> connection, RequestReader reader) {
    arriving.putIfAbsent(connection, new Arrival(System.nanoTime(), reader));
    while (arrivingBytes.isExceeded() && dismissSlowest()) {
      // Those who have been at it longest make room for those who are quick.
    }
  }

  private boolean dismissSlowest() {
    Optional<Map.Entry<Connection<?>, Arrival>> slowest =
        arriving.entrySet().stream()
            .min(Comparator.comparingLong(each -> each.getValue().sinceNanos()));
    slowest.ifPresent(
        each -> refuseArrival(each.getKey(), each.getValue(), Detail.TOO_MUCH_ARRIVING.refusal()));
    return slowest.isPresent();
  }

  private void refuseArrival(Connection<?> connection, Arrival arrival, Refusal refusal) {
    if (arriving.remove(connection, arrival)) {
      arrival.reader().close();
      dismiss(connection, refusal);
    }
  }

  /** Takes note that a request is whole; returns whether its caller still listens. */
  boolean isHeard(Connection<?> connection) {
    arriving.remove(connection);
    long share = unreadBytes.most() / Math.max(1, open.size());
    long mostUnread = Math.max(LEAST_UNREAD_BYTES, Math.min(MOST_UNREAD_BYTES, share));
    boolean isDeaf =
        connection instanceof NIOConnection nio
            && nio.getAsyncWriteQueue().spaceInBytes() > mostUnread;
    if (isDeaf) {
      connection.terminateSilently();
    }
    return !isDeaf;
  }

  /** Turns away those whose request is taking too long; asked now and then. */
  void refuseLate() {
    long now = System.nanoTime();
    arriving.forEach(
        (connection, arrival) -> {
          if (now - arrival.sinceNanos() > TimeUnit.SECONDS.toNanos(seconds)) {
            refuseArrival(connection, arrival, Detail.TOO_SLOW.refusal(seconds));
          }
        });
  }

  /** Says why, and listens no more. */
  void dismiss(Connection<?> connection, Refusal refusal) {
    open.remove(connection);
    Farewell.say(connection, Refusals.of(refusal), later);
  }
}
