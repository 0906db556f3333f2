package dev.datamart.mock.clock;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes identifiers: UUIDs that never repeat, and come in the same order from the same seed. */
public final class IdSource {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final AtomicLong counter = new AtomicLong();
  private volatile long seed;

  public IdSource(long seed) {
    this.seed = seed;
  }

  /** Starts over with the sequence of that seed. */
  public void reseed(long newSeed) {
    seed = newSeed;
    counter.set(0);
  }

  /** Returns the next identifier, a UUID of version 4 in lower case. */
  public String next() {
    long high = nextLong();
    long low = mix(high ^ ~seed);
    return new UUID((high & 0xffffffffffff0fffL) | 0x4000L, (low >>> 2) | 0x8000000000000000L)
        .toString();
  }

  /** Returns the next number of the sequence, to seed another with. */
  public long nextLong() {
    long step = counter.incrementAndGet();
    return mix(seed + step * GOLDEN_GAMMA);
  }

  /** The finalizer of SplittableRandom: a bijection, so two steps never meet. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
