package dev.datamart.mock.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A persistent collection in order of creation: found by key, read by page. A change makes a new
 * shelf that shares all but the path to what changed, so it costs the logarithm of the size.
 *
 * @param <V> what stands on it
 */
public final class Shelf<V extends Named> implements Iterable<V> {

  /** A value and its place in the order of creation; places grow and are never given twice. */
  private record Slot<V>(long place, V value) {}

  private final PMap<String, Slot<V>> byKey;
  private final PVector<Slot<V>> inOrder;
  private final long nextPlace;

  private Shelf(PMap<String, Slot<V>> byKey, PVector<Slot<V>> inOrder, long nextPlace) {
    this.byKey = byKey;
    this.inOrder = inOrder;
    this.nextPlace = nextPlace;
  }

  /** Returns a shelf with nothing on it. */
  public static <V extends Named> Shelf<V> empty() {
    return new Shelf<>(HashTreePMap.empty(), TreePVector.empty(), 0);
  }

  /** Returns a shelf with these values in their order; of two with one key, the later stays. */
  public static <V extends Named> Shelf<V> of(Collection<V> values) {
    Shelf<V> shelf = empty();
    for (V value : values) {
      shelf = shelf.with(value);
    }
    return shelf;
  }

  /** Returns how many values stand here. */
  public int size() {
    return inOrder.size();
  }

  /** Returns the value of exactly that key. */
  public Optional<V> find(String key) {
    return Optional.ofNullable(get(key));
  }

  /** Returns the value of exactly that key, or null. */
  public @Nullable V get(String key) {
    Slot<V> slot = byKey.get(key);
    return slot == null ? null : slot.value();
  }

  /** Returns whether a value of exactly that key stands here. */
  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Returns the shelf with this value: in the place of the one with its key, else at the end. */
  public Shelf<V> with(V value) {
    Slot<V> old = byKey.get(value.key());
    if (old == null) {
      Slot<V> slot = new Slot<>(nextPlace, value);
      return new Shelf<>(byKey.plus(value.key(), slot), inOrder.plus(slot), nextPlace + 1);
    }
    Slot<V> slot = new Slot<>(old.place(), value);
    return new Shelf<>(
        byKey.plus(value.key(), slot), inOrder.with(indexOf(old.place()), slot), nextPlace);
  }

  /** Returns the shelf without the value of that key; the shelf itself when there is none. */
  public Shelf<V> without(String key) {
    Slot<V> old = byKey.get(key);
    return old == null
        ? this
        : new Shelf<>(byKey.minus(key), inOrder.minus(indexOf(old.place())), nextPlace);
  }

  /** Returns the values from one index of the order, inclusive, to another, exclusive. */
  public List<V> range(int from, int to) {
    int end = Math.min(to, size());
    return from >= end ? List.of() : inOrder.subList(from, end).stream().map(Slot::value).toList();
  }

  /** Returns all values in order of creation. */
  public List<V> all() {
    return range(0, size());
  }

  @Override
  public Iterator<V> iterator() {
    Iterator<Slot<V>> slots = inOrder.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return slots.hasNext();
      }

      @Override
      public V next() {
        return slots.next().value();
      }
    };
  }

  private int indexOf(long place) {
    int low = 0;
    int high = inOrder.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inOrder.get(middle).place() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
