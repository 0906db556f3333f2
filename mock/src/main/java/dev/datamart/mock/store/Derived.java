package dev.datamart.mock.store;

import dev.datamart.mock.memory.FairBudget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was worked out from one state, kept while that state is the current one. */
final class Derived {

  /** A caller can ask for any page: what is kept is bounded, what is answered is not. */
  private static final int MOST = 64;

  private final FairBudget.Share share;
  private final Map<Object, Object> values = new ConcurrentHashMap<>(4);
  private long bytes;
  private boolean isOver;

  /** Counts what it keeps in that share. */
  Derived(FairBudget.Share share) {
    this.share = share;
  }

  @Nullable Object get(Object key) {
    return values.get(key);
  }

  synchronized void put(Object key, Object value, long weight) {
    if (!isOver && values.size() < MOST && values.putIfAbsent(key, value) == null) {
      bytes += weight;
      share.add(weight);
    }
  }

  synchronized void clear() {
    values.clear();
    share.add(-bytes);
    bytes = 0;
  }

  /** Keeps nothing from now on. */
  synchronized void end() {
    isOver = true;
    clear();
  }
}
