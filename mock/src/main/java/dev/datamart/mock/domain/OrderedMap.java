package dev.datamart.mock.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A persistent collection in order of creation: found by key, read by page. A change makes a new
 * map that shares all but the path to what changed, so it costs the logarithm of the size.
 *
 * @param <V> what stands in it
 */
public final class OrderedMap<V extends Keyed> implements Iterable<V> {

  private static final OrderedMap<?> EMPTY = new OrderedMap<>(HashTrie.empty(), RankedArray.none());

  /** A value and its place in the order of creation; places grow and are never given twice. */
  private record Slot<V>(int place, V value) {}

  private final HashTrie<String, Slot<V>> byKey;
  private final RankedArray<V> inOrder;

  private OrderedMap(HashTrie<String, Slot<V>> byKey, RankedArray<V> inOrder) {
    this.byKey = byKey;
    this.inOrder = inOrder;
  }

  @SuppressWarnings("unchecked") // The empty one holds nothing of any type.
  public static <V extends Keyed> OrderedMap<V> empty() {
    return (OrderedMap<V>) EMPTY;
  }

  /** Returns a map with these values in their order; of two with one key, the later stays. */
  public static <V extends Keyed> OrderedMap<V> of(Collection<V> values) {
    OrderedMap<V> map = empty();
    for (V value : values) {
      map = map.with(value);
    }
    return map;
  }

  public int size() {
    return inOrder.size();
  }

  public Optional<V> find(String key) {
    return Optional.ofNullable(get(key));
  }

  /** Returns the value of exactly that key, or null. */
  public @Nullable V get(String key) {
    Slot<V> slot = byKey.get(key);
    return slot == null ? null : slot.value();
  }

  public boolean has(String key) {
    return byKey.get(key) != null;
  }

  /** Returns the map with this value: in the place of the one with its key, else at the end. */
  public OrderedMap<V> with(V value) {
    Slot<V> old = byKey.get(value.key());
    int place = old == null ? inOrder.next() : old.place();
    return new OrderedMap<>(
        byKey.with(value.key(), new Slot<>(place, value)),
        old == null ? inOrder.plus(value) : inOrder.with(place, value));
  }

  /** Returns the map without the value of that key; the map itself when there is none. */
  public OrderedMap<V> without(String key) {
    Slot<V> old = byKey.get(key);
    return old == null
        ? this
        : new OrderedMap<>(byKey.without(key), inOrder.with(old.place(), null));
  }

  /** Returns the values from one index of the order, inclusive, to another, exclusive. */
  public List<V> range(int from, int to) {
    int end = Math.min(to, size());
    if (from >= end) {
      return List.of();
    }
    List<V> values = new ArrayList<>(end - from);
    inOrder.collect(from, end, values);
    return Collections.unmodifiableList(values);
  }

  /** Returns all values in order of creation. */
  public List<V> all() {
    return range(0, size());
  }

  /**
   * A value, and the one in another map under the same key; null for none.
   *
   * @param place where it stands in the order of its map
   */
  record Pair<V>(int place, @Nullable V one, @Nullable V other) {}

  /**
   * Returns what is another object in the other map: in this map's order, then what only the other
   * has. Costs what differs where one was made from the other.
   */
  List<Pair<V>> compare(OrderedMap<V> that) {
    List<Pair<V>> pairs = new ArrayList<>(1);
    List<Pair<V>> there = new ArrayList<>(1);
    byKey.compare(
        that.byKey,
        (key, one, other) -> {
          if (one == null && other != null) {
            there.add(new Pair<>(other.place(), null, other.value()));
          } else if (one != null && (other == null || other.value() != one.value())) {
            V value = other == null ? null : other.value();
            pairs.add(new Pair<>(one.place(), one.value(), value));
          }
        });
    pairs.sort(Comparator.comparingInt(Pair::place));
    there.sort(Comparator.comparingInt(Pair::place));
    pairs.addAll(there);
    return pairs;
  }

  @Override
  public Iterator<V> iterator() {
    return all().iterator();
  }
}
