package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in no order: a hash trie of 32 branches, so that a million entries are four or
 * five steps away and a change copies as many small arrays. Keys and values must not be null.
 */
record HashTrie<K, V>(Node root, int size) {

  private static final HashTrie<?, ?> EMPTY = new HashTrie<>(Node.EMPTY, 0);

  @SuppressWarnings("unchecked") // The empty one holds nothing of any type.
  static <K, V> HashTrie<K, V> empty() {
    return (HashTrie<K, V>) EMPTY;
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
    return get(key) == null ? this : new HashTrie<>(root.without(spread(key), 0, key), size - 1);
  }

  @SuppressWarnings("unchecked") // Only keys and values of these types come in.
  void forEach(BiConsumer<K, V> action) {
    root.forEach((BiConsumer<Object, Object>) (BiConsumer<?, ?>) action);
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  /**
   * One step of the trie. Each bit of the map that is set, for a part of the hash, has two slots:
   * the key and the value of an entry, or null and the step below. Where the hash is used up, the
   * slots have all entries of that hash and the map says nothing.
   */
  private record Node(int map, @Nullable Object[] slots) {
    static final Node EMPTY = new Node(0, new Object[0]);
    private static final int BITS = 5;
    private static final int HASH_BITS = 32;

    @Nullable Object get(int hash, int shift, Object key) {
      int at = find(hash, shift, key);
      if (at < 0) {
        return null;
      }
      Object there = slots[at];
      return there == null
          ? below(at).get(hash, shift + BITS, key)
          : there.equals(key) ? slots[at + 1] : null;
    }

    Node with(int hash, int shift, Object key, @Nullable Object value) {
      int at = find(hash, shift, key);
      if (at < 0) {
        return inserted(~at, bit(hash, shift), key, value);
      }
      Object there = slots[at];
      if (there == null) {
        return replaced(at, null, below(at).with(hash, shift + BITS, key, value));
      }
      if (there.equals(key)) {
        return replaced(at, there, value);
      }
      Node one = EMPTY.with(spread(there), shift + BITS, there, slots[at + 1]);
      return replaced(at, null, one.with(hash, shift + BITS, key, value));
    }

    /** Takes out a key that is there; what has one entry left becomes that entry. */
    Node without(int hash, int shift, Object key) {
      int at = find(hash, shift, key);
      if (slots[at] != null) {
        return removed(at, bit(hash, shift));
      }
      Node left = below(at).without(hash, shift + BITS, key);
      return left.slots.length == 2 && left.slots[0] != null
          ? replaced(at, left.slots[0], left.slots[1])
          : replaced(at, null, left);
    }

    void forEach(BiConsumer<Object, Object> action) {
      for (int at = 0; at < slots.length; at += 2) {
        Object key = slots[at];
        if (key == null) {
          below(at).forEach(action);
        } else {
          action.accept(key, requireNonNull(slots[at + 1]));
        }
      }
    }

    private static int bit(int hash, int shift) {
      return 1 << ((hash >>> shift) & 31);
    }

    /** Returns where the slots of that key are; where they should be, inverted, when none are. */
    private int find(int hash, int shift, Object key) {
      if (shift < HASH_BITS) {
        int bit = bit(hash, shift);
        int at = 2 * Integer.bitCount(map & (bit - 1));
        return (map & bit) == 0 ? ~at : at;
      }
      int at = 0;
      while (at < slots.length && !key.equals(slots[at])) {
        at += 2;
      }
      return at < slots.length ? at : ~at;
    }

    private Node below(int at) {
      return (Node) requireNonNull(slots[at + 1]);
    }

    private Node replaced(int at, @Nullable Object key, @Nullable Object value) {
      @Nullable Object[] copy = slots.clone();
      copy[at] = key;
      copy[at + 1] = value;
      return new Node(map, copy);
    }

    private Node inserted(int at, int bit, Object key, @Nullable Object value) {
      @Nullable Object[] copy = Arrays.copyOf(slots, slots.length + 2);
      System.arraycopy(slots, at, copy, at + 2, slots.length - at);
      copy[at] = key;
      copy[at + 1] = value;
      return new Node(map | bit, copy);
    }

    private Node removed(int at, int bit) {
      @Nullable Object[] copy = Arrays.copyOf(slots, slots.length - 2);
      System.arraycopy(slots, at + 2, copy, at, copy.length - at);
      return new Node(map & ~bit, copy);
    }
  }
}
