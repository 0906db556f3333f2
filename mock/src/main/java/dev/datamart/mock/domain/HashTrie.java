package dev.datamart.mock.domain;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in no order: a hash trie of 32 branches, so that a million entries are four or
 * five steps away and a change copies as many small arrays. Keys and values must not be null.
 */
final class HashTrie<K, V> {

  private static final HashTrie<?, ?> EMPTY = new HashTrie<>(TrieNode.EMPTY, 0);

  private final TrieNode root;
  private final int size;

  private HashTrie(TrieNode root, int size) {
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
    return (V) root.get(TrieNode.hash(key), 0, key);
  }

  /** Returns the map with this entry, in the place of the one with an equal key. */
  HashTrie<K, V> with(K key, V value) {
    boolean isNew = root.get(TrieNode.hash(key), 0, key) == null;
    return new HashTrie<>(root.with(TrieNode.hash(key), 0, key, value), isNew ? size + 1 : size);
  }

  /** Returns the map without that key; the map itself when it has no such key. */
  HashTrie<K, V> without(Object key) {
    TrieNode left = root.without(TrieNode.hash(key), 0, key);
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
}
