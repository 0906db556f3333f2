package dev.datamart.mock.domain;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in no order: a hash trie of 32 branches, so that a million entries are four or
 * five steps away and a change copies as many small arrays. Keys and values must not be null.
 */
final class HashTrie<K, V> {

  private static final HashTrie<?, ?> EMPTY = new HashTrie<>(Node.EMPTY, 0);

  private final Node root;
  private final int size;

  private HashTrie(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // The empty one holds nothing of any type.
  static <K, V> HashTrie<K, V> empty() {
    return (HashTrie<K, V>) EMPTY;
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // Only values of this type come in.
  @Nullable V get(Object key) {
    return (V) root.get(spread(key), 0, key);
  }

  /** Returns the map with this entry, in the place of the one with an equal key. */
  HashTrie<K, V> with(K key, V value) {
    boolean isNew = root.get(spread(key), 0, key) == null;
    return new HashTrie<>(root.with(spread(key), 0, key, value), isNew ? size + 1 : size);
  }

  /** Returns the map without that key; the map itself when it has no such key. */
  HashTrie<K, V> without(Object key) {
    Node left = root.without(spread(key), 0, key);
    return left == root ? this : size == 1 ? empty() : new HashTrie<>(left, size - 1);
  }

  @SuppressWarnings("unchecked") // Only keys and values of these types come in.
  void forEach(BiConsumer<K, V> action) {
    root.forEach((BiConsumer<Object, Object>) (BiConsumer<?, ?>) action);
  }

  /** Hears of a key whose value is another object in one map than in another. */
  @FunctionalInterface
  interface Comparing<K, V> {
    void differ(K key, @Nullable V one, @Nullable V other);
  }

  /** Tells what differs from the other map. What both share is passed over, however much it is. */
  @SuppressWarnings("unchecked") // Only keys and values of these types come in.
  void compare(HashTrie<K, V> other, Comparing<K, V> found) {
    root.compare(other.root, 0, (Comparing<Object, Object>) (Comparing<?, ?>) found);
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  /**
   * One step of the trie. The array has the entries first, key beside value, then the steps below;
   * a bit in one of the two maps says that there is an entry, or a step, for that part of the hash.
   * Where the hash is used up, the array has all entries of that hash and the maps are empty.
   */
  private static final class Node {
    static final Node EMPTY = new Node(0, 0, new Object[0]);
    private static final int BITS = 5;
    private static final int HASH_BITS = 32;

    private final int entries;
    private final int steps;
    private final Object[] slots;

    Node(int entries, int steps, Object[] slots) {
      this.entries = entries;
      this.steps = steps;
      this.slots = slots;
    }

    @Nullable Object get(int hash, int shift, Object key) {
      if (shift >= HASH_BITS) {
        int at = collisionAt(key);
        return at < 0 ? null : slots[at + 1];
      }
      int bit = bit(hash, shift);
      if ((entries & bit) != 0) {
        int at = entryAt(bit);
        return slots[at].equals(key) ? slots[at + 1] : null;
      }
      return (steps & bit) == 0 ? null : below(bit).get(hash, shift + BITS, key);
    }

    Node with(int hash, int shift, Object key, Object value) {
      if (shift >= HASH_BITS) {
        int at = collisionAt(key);
        return new Node(0, 0, at < 0 ? inserted(slots.length, key, value) : set(at + 1, value));
      }
      int bit = bit(hash, shift);
      if ((steps & bit) != 0) {
        Node changed = below(bit).with(hash, shift + BITS, key, value);
        return new Node(entries, steps, set(stepAt(bit), changed));
      }
      int at = entryAt(bit);
      if ((entries & bit) == 0) {
        return new Node(entries | bit, steps, inserted(at, key, value));
      }
      if (slots[at].equals(key)) {
        return new Node(entries, steps, set(at + 1, value));
      }
      Node both =
          EMPTY
              .with(spread(slots[at]), shift + BITS, slots[at], slots[at + 1])
              .with(hash, shift + BITS, key, value);
      return deepened(bit, at, both);
    }

    Node without(int hash, int shift, Object key) {
      if (shift >= HASH_BITS) {
        int at = collisionAt(key);
        return at < 0 ? this : new Node(0, 0, removed(at));
      }
      int bit = bit(hash, shift);
      if ((entries & bit) != 0) {
        int at = entryAt(bit);
        return slots[at].equals(key) ? new Node(entries ^ bit, steps, removed(at)) : this;
      }
      if ((steps & bit) == 0) {
        return this;
      }
      Node old = below(bit);
      Node left = old.without(hash, shift + BITS, key);
      if (left == old) {
        return this;
      }
      return left.isSingleEntry()
          ? flattened(bit, left)
          : new Node(entries, steps, set(stepAt(bit), left));
    }

    void forEach(BiConsumer<Object, Object> action) {
      int firstStep = slots.length - Integer.bitCount(steps);
      for (int at = 0; at < firstStep; at += 2) {
        action.accept(slots[at], slots[at + 1]);
      }
      for (int at = firstStep; at < slots.length; at++) {
        ((Node) slots[at]).forEach(action);
      }
    }

    void compare(Node other, int shift, Comparing<Object, Object> found) {
      if (this == other) {
        return;
      }
      forEachBeside(
          other.steps,
          (key, value) -> {
            Object there = other.get(spread(key), shift, key);
            if (there != value) {
              found.differ(key, value, there);
            }
          });
      other.forEachBeside(
          steps,
          (key, value) -> {
            if (get(spread(key), shift, key) == null) {
              found.differ(key, null, value);
            }
          });
      for (int both = steps & other.steps; both != 0; both &= both - 1) {
        int bit = Integer.lowestOneBit(both);
        below(bit).compare(other.below(bit), shift + BITS, found);
      }
    }

    /** Takes every entry but those below the steps that another node has as well. */
    private void forEachBeside(int othersSteps, BiConsumer<Object, Object> action) {
      int firstStep = slots.length - Integer.bitCount(steps);
      for (int at = 0; at < firstStep; at += 2) {
        action.accept(slots[at], slots[at + 1]);
      }
      for (int own = steps & ~othersSteps; own != 0; own &= own - 1) {
        below(Integer.lowestOneBit(own)).forEach(action);
      }
    }

    private static int bit(int hash, int shift) {
      return 1 << ((hash >>> shift) & 31);
    }

    private int entryAt(int bit) {
      return 2 * Integer.bitCount(entries & (bit - 1));
    }

    private int stepAt(int bit) {
      return slots.length - Integer.bitCount(steps) + Integer.bitCount(steps & (bit - 1));
    }

    private Node below(int bit) {
      return (Node) slots[stepAt(bit)];
    }

    private int collisionAt(Object key) {
      for (int at = 0; at < slots.length; at += 2) {
        if (slots[at].equals(key)) {
          return at;
        }
      }
      return -1;
    }

    private boolean isSingleEntry() {
      return slots.length == 2 && steps == 0;
    }

    private Object[] set(int at, Object value) {
      Object[] copy = slots.clone();
      copy[at] = value;
      return copy;
    }

    private Object[] inserted(int at, Object key, Object value) {
      Object[] copy = Arrays.copyOf(slots, slots.length + 2);
      System.arraycopy(slots, at, copy, at + 2, slots.length - at);
      copy[at] = key;
      copy[at + 1] = value;
      return copy;
    }

    private Object[] removed(int at) {
      Object[] copy = new Object[slots.length - 2];
      System.arraycopy(slots, 0, copy, 0, at);
      System.arraycopy(slots, at + 2, copy, at, copy.length - at);
      return copy;
    }

    /** Puts a step in the place of the entry at that index. */
    private Node deepened(int bit, int at, Node step) {
      Node without = new Node(entries ^ bit, steps | bit, removed(at));
      Object[] copy = new Object[slots.length - 1];
      int place =
          copy.length
              - Integer.bitCount(without.steps)
              + Integer.bitCount(without.steps & (bit - 1));
      System.arraycopy(without.slots, 0, copy, 0, place);
      System.arraycopy(without.slots, place, copy, place + 1, copy.length - place - 1);
      copy[place] = step;
      return new Node(without.entries, without.steps, copy);
    }

    /** Puts the one entry that is left of a step in the place of the step. */
    private Node flattened(int bit, Node single) {
      int from = stepAt(bit);
      Object[] copy = new Object[slots.length - 1];
      System.arraycopy(slots, 0, copy, 0, from);
      System.arraycopy(slots, from + 1, copy, from, copy.length - from);
      Node without = new Node(entries, steps ^ bit, copy);
      return new Node(
          entries | bit,
          without.steps,
          without.inserted(without.entryAt(bit), single.slots[0], single.slots[1]));
    }
  }
}
