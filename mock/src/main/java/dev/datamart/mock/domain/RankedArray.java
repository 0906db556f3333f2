package dev.datamart.mock.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent array whose places are given once, in order, and may fall empty: what stands in it
 * keeps its place, and is also found by its rank among what is left. A trie of 32 branches over the
 * place's number; every step counts what stands below it.
 *
 * @param next the place that the next value gets
 */
record RankedArray<V>(Step root, int shift, int next) {

  private static final int BITS = 5;
  private static final int BRANCHES = 1 << BITS;

  /** A step of the trie: values at the lowest level, else steps; null where nothing is left. */
  private record Step(int count, @Nullable Object[] below) {
    static final Step EMPTY = new Step(0, new Object[BRANCHES]);

    Step with(int index, @Nullable Object value, int newCount) {
      @Nullable Object[] copy = below.clone();
      copy[index] = value;
      return new Step(newCount, copy);
    }
  }

  private static final RankedArray<?> NONE = new RankedArray<>(Step.EMPTY, 0, 0);

  @SuppressWarnings("unchecked") // The empty one holds nothing of any type.
  static <V> RankedArray<V> none() {
    return (RankedArray<V>) NONE;
  }

  /** Returns how many places are taken. */
  int size() {
    return root.count();
  }

  /** Returns the array with this value at its end. */
  RankedArray<V> plus(V value) {
    boolean isFull = next >>> shift >= BRANCHES;
    Step top = isFull ? Step.EMPTY.with(0, root, root.count()) : root;
    int height = isFull ? shift + BITS : shift;
    return new RankedArray<>(put(top, height, next, value), height, next + 1);
  }

  /** Returns the array with another value, or with null for none, at a place that is taken. */
  RankedArray<V> with(int place, @Nullable V value) {
    return new RankedArray<>(put(root, shift, place, value), shift, next);
  }

  /** Adds the values of these ranks to the list: from one, inclusive, to another, exclusive. */
  void collect(int from, int to, List<V> into) {
    collect(root, shift, from, to, into);
  }

  private static Step put(Step step, int height, int place, @Nullable Object value) {
    int index = (place >>> height) & (BRANCHES - 1);
    Object old = step.below()[index];
    if (height == 0) {
      int count = step.count() + (value == null ? 0 : 1) - (old == null ? 0 : 1);
      return step.with(index, value, count);
    }
    Step before = old == null ? Step.EMPTY : (Step) old;
    Step after = put(before, height - BITS, place, value);
    int count = step.count() + after.count() - before.count();
    return step.with(index, after.count() == 0 ? null : after, count);
  }

  @SuppressWarnings("unchecked") // Only values of this type come in.
  private static <V> void collect(Step step, int height, int from, int to, List<V> into) {
    int rank = 0;
    for (int index = 0; index < BRANCHES && rank < to; index++) {
      Object there = step.below()[index];
      if (there != null) {
        int count = height == 0 ? 1 : ((Step) there).count();
        if (rank + count > from && height == 0) {
          into.add((V) there);
        } else if (rank + count > from) {
          collect((Step) there, height - BITS, from - rank, to - rank, into);
        }
        rank += count;
      }
    }
  }
}
