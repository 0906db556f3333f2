package dev.datamart.mock.domain;

import dev.datamart.mock.domain.HashTrie.Comparing;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of the trie. The array has the entries first, key beside value, then the steps below; a
 * bit in one of the two maps says that there is an entry, or a step, for that part of the hash.
 * Where the hash is used up, the array has all entries of that hash and the maps are empty.
 */
final class TrieNode {
  static final TrieNode EMPTY = new TrieNode(0, 0, new Object[0]);
  private static final int BITS = 5;
  private static final int HASH_BITS = 32;

  private final int entries;
  private final int steps;
  private final Object[] slots;

  TrieNode(int entries, int steps, Object[] slots) {
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

  TrieNode with(int hash, int shift, Object key, Object value) {
    if (shift >= HASH_BITS) {
      int at = collisionAt(key);
      return new TrieNode(0, 0, at < 0 ? inserted(slots.length, key, value) : set(at + 1, value));
    }
    int bit = bit(hash, shift);
    if ((steps & bit) != 0) {
      TrieNode changed = below(bit).with(hash, shift + BITS, key, value);
      return new TrieNode(entries, steps, set(stepAt(bit), changed));
    }
    int at = entryAt(bit);
    if ((entries & bit) == 0) {
      return new TrieNode(entries | bit, steps, inserted(at, key, value));
    }
    if (slots[at].equals(key)) {
      return new TrieNode(entries, steps, set(at + 1, value));
    }
    TrieNode both =
        EMPTY
            .with(hash(slots[at]), shift + BITS, slots[at], slots[at + 1])
            .with(hash, shift + BITS, key, value);
    return deepened(bit, at, both);
  }

  TrieNode without(int hash, int shift, Object key) {
    if (shift >= HASH_BITS) {
      int at = collisionAt(key);
      return at < 0 ? this : new TrieNode(0, 0, removed(at));
    }
    int bit = bit(hash, shift);
    if ((entries & bit) != 0) {
      int at = entryAt(bit);
      return slots[at].equals(key) ? new TrieNode(entries ^ bit, steps, removed(at)) : this;
    }
    if ((steps & bit) == 0) {
      return this;
    }
    TrieNode old = below(bit);
    TrieNode left = old.without(hash, shift + BITS, key);
    if (left == old) {
      return this;
    }
    return left.isSingleEntry()
        ? flattened(bit, left)
        : new TrieNode(entries, steps, set(stepAt(bit), left));
  }

  void forEach(BiConsumer<Object, Object> action) {
    int firstStep = slots.length - Integer.bitCount(steps);
    for (int at = 0; at < firstStep; at += 2) {
      action.accept(slots[at], slots[at + 1]);
    }
    for (int at = firstStep; at < slots.length; at++) {
      ((TrieNode) slots[at]).forEach(action);
    }
  }

  /** Tells what differs from the other node; what both share is passed over. */
  void compare(TrieNode other, int shift, Comparing<Object, Object> found) {
    if (this == other) {
      return;
    }
    if (shift >= HASH_BITS) {
      forEach((key, value) -> tell(key, value, other.get(0, shift, key), found));
      other.forEach((key, value) -> tellNew(key, value, get(0, shift, key), found));
      return;
    }
    int there = entries | steps | other.entries | other.steps;
    for (; there != 0; there &= there - 1) {
      compare(Integer.lowestOneBit(there), other, shift, found);
    }
  }

  private void compare(int bit, TrieNode other, int shift, Comparing<Object, Object> found) {
    if ((steps & other.steps & bit) != 0) {
      below(bit).compare(other.below(bit), shift + BITS, found);
      return;
    }
    if ((entries & other.entries & bit) != 0) {
      int at = entryAt(bit);
      int otherAt = other.entryAt(bit);
      if (slots[at] == other.slots[otherAt] && slots[at + 1] == other.slots[otherAt + 1]) {
        return;
      }
    }
    forEachAt(bit, (key, value) -> tell(key, value, other.get(hash(key), shift, key), found));
    other.forEachAt(bit, (key, value) -> tellNew(key, value, get(hash(key), shift, key), found));
  }

  private static void tell(
      Object key, Object value, @Nullable Object other, Comparing<Object, Object> found) {
    if (value != other) {
      found.differ(key, value, other);
    }
  }

  private static void tellNew(
      Object key, Object value, @Nullable Object before, Comparing<Object, Object> found) {
    if (before == null) {
      found.differ(key, null, value);
    }
  }

  private void forEachAt(int bit, BiConsumer<Object, Object> action) {
    if ((entries & bit) != 0) {
      action.accept(slots[entryAt(bit)], slots[entryAt(bit) + 1]);
    } else if ((steps & bit) != 0) {
      below(bit).forEach(action);
    }
  }

  static int hash(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
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

  private TrieNode below(int bit) {
    return (TrieNode) slots[stepAt(bit)];
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
  private TrieNode deepened(int bit, int at, TrieNode step) {
    TrieNode without = new TrieNode(entries ^ bit, steps | bit, removed(at));
    Object[] copy = new Object[slots.length - 1];
    int place =
        copy.length - Integer.bitCount(without.steps) + Integer.bitCount(without.steps & (bit - 1));
    System.arraycopy(without.slots, 0, copy, 0, place);
    System.arraycopy(without.slots, place, copy, place + 1, copy.length - place - 1);
    copy[place] = step;
    return new TrieNode(without.entries, without.steps, copy);
  }

  /** Puts the one entry that is left of a step in the place of the step. */
  private TrieNode flattened(int bit, TrieNode single) {
    int from = stepAt(bit);
    Object[] copy = new Object[slots.length - 1];
    System.arraycopy(slots, 0, copy, 0, from);
    System.arraycopy(slots, from + 1, copy, from, copy.length - from);
    TrieNode without = new TrieNode(entries, steps ^ bit, copy);
    return new TrieNode(
        entries | bit,
        without.steps,
        without.inserted(without.entryAt(bit), single.slots[0], single.slots[1]));
  }
}
