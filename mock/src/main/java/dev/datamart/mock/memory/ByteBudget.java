package dev.datamart.mock.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * So many bytes that one purpose may hold. It only counts: whoever finds it exceeded lets something
 * go. Safe for threads.
 */
public final class ByteBudget {

  private final long most;
  private final AtomicLong used = new AtomicLong();

  /** Makes a budget of that many bytes. */
  public ByteBudget(long most) {
    this.most = most;
  }

  /** Makes a budget of one part in so many of the largest heap that this JVM may have. */
  public static ByteBudget ofHeap(int parts) {
    return new ByteBudget(Runtime.getRuntime().maxMemory() / parts);
  }

  public long most() {
    return most;
  }

  public long used() {
    return used.get();
  }

  /** Counts bytes that are held from now on; a negative number counts bytes that were let go. */
  public void add(long bytes) {
    used.addAndGet(bytes);
  }

  public boolean isExceeded() {
    return used.get() > most;
  }
}
