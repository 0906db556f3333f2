package dev.datamart.mock.memory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * What many hold for one purpose, within one budget. When it is used up, those who hold most let go
 * of their oldest, so that nobody who holds little loses it to a busy neighbour. Counting costs the
 * same however many they are; letting go makes room for a while. Safe for threads.
 */
public final class FairBudget {

  private final ByteBudget total;
  private final Set<Share> shares = ConcurrentHashMap.newKeySet();

  public FairBudget(ByteBudget total) {
    this.total = total;
  }

  public long most() {
    return total.most();
  }

  public long used() {
    return total.used();
  }

  /**
   * Begins to count for one more holder.
   *
   * @param shrink lets go of the oldest until the holder has no more than so many bytes
   */
  public Share open(LongConsumer shrink) {
    Share share = new Share(shrink);
    shares.add(share);
    return share;
  }

  /** Sees to it that no more is held than may be. Not to be called with a holder's lock. */
  public void settle() {
    if (total.isExceeded()) {
      letGo();
    }
  }

  private synchronized void letGo() {
    if (total.isExceeded()) {
      long level = level(total.most() - total.most() / 4);
      shares.stream().filter(s -> s.bytes.used() > level).forEach(s -> s.shrink.accept(level));
    }
  }

  /** Returns what each may hold at most, so that all together hold no more than that. */
  private long level(long room) {
    long[] held = shares.stream().mapToLong(share -> share.bytes.used()).sorted().toArray();
    long left = room;
    for (int i = 0; i < held.length; i++) {
      long level = left / (held.length - i);
      if (held[i] > level) {
        return level;
      }
      left -= held[i];
    }
    return left;
  }

  /** What one of them holds. */
  public final class Share {

    private final ByteBudget bytes = new ByteBudget(Long.MAX_VALUE);
    private final LongConsumer shrink;

    private Share(LongConsumer shrink) {
      this.shrink = shrink;
    }

    public long used() {
      return bytes.used();
    }

    /** Counts bytes that are held from now on; a negative number counts bytes that were let go. */
    public void add(long more) {
      bytes.add(more);
      total.add(more);
    }

    /** Ends the counting; what is held is let go by the holder, before or after. */
    public void close() {
      shares.remove(this);
      add(-used());
    }
  }
}
