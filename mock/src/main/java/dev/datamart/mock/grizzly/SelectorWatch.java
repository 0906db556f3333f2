package dev.datamart.mock.grizzly;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * Notices when a thread that watches sockets is no more: the server would go on listening, and
 * answer nobody.
 */
final class SelectorWatch {

  /** Grizzly adds it to the name of such a thread as long as it works. */
  private static final String MARK = "SelectorRunner";

  private static final AtomicInteger SERVERS = new AtomicInteger();

  private final String name = "datamart-mock-io-" + SERVERS.incrementAndGet();
  private final List<Thread> seen = new ArrayList<>();
  private boolean isOver;

  /** Returns the pool whose threads are watched. */
  ThreadPoolConfig pool() {
    return ThreadPoolConfig.defaultConfig().setPoolName(name);
  }

  /** Takes it that they end from now on. */
  synchronized void end() {
    isOver = true;
  }

  /** Tells, once, when one that worked before does no more. */
  synchronized void check() {
    if (!isOver && !seen.stream().allMatch(SelectorWatch::works)) {
      isOver = true;
      Uncaught.tell(new InternalError("A thread that watches sockets has died."));
    } else if (seen.isEmpty()) {
      Thread[] all = new Thread[Thread.activeCount() + 64];
      int count = Thread.enumerate(all);
      for (int i = 0; i < count; i++) {
        if (all[i].getName().startsWith(name + "(") && works(all[i])) {
          seen.add(all[i]);
        }
      }
    }
  }

  private static boolean works(Thread thread) {
    return thread.isAlive() && thread.getName().contains(MARK);
  }
}
