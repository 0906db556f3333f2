package dev.datamart.mock.grizzly;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Notices when a thread that watches sockets is no more: the server would go on listening, and
 * answer nobody.
 */
final class SelectorWatch {

  /** Grizzly adds it to the name of such a thread as long as it works. */
  private static final String MARK = "SelectorRunner";

  private final List<Thread> threads;
  private boolean isOver;

  /** Watches those threads that are there now. */
  SelectorWatch() {
    Thread[] all = new Thread[Thread.activeCount() + 64];
    Thread.currentThread().getThreadGroup().enumerate(all);
    threads = Arrays.stream(all).filter(Objects::nonNull).filter(SelectorWatch::works).toList();
  }

  /** Takes it that they end from now on. */
  synchronized void end() {
    isOver = true;
  }

  synchronized void check() {
    if (!isOver && !threads.stream().allMatch(SelectorWatch::works)) {
      isOver = true;
      Uncaught.tell(new InternalError("A thread that watches sockets has died."));
    }
  }

  private static boolean works(Thread thread) {
    return thread.isAlive() && thread.getName().contains(MARK);
  }
}
