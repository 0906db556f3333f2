package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/**
 * All things of one kind.
 *
 * @param byOwner under the key of what owns them
 * @param bySecret those whose key is a secret, whoever owns them; else empty
 */
record Things<T extends Keyed>(
    HashTrie<String, OrderedMap<T>> byOwner, HashTrie<String, T> bySecret, int count) {

  static <T extends Keyed> Things<T> none() {
    return new Things<>(HashTrie.empty(), HashTrie.empty(), 0);
  }

  OrderedMap<T> of(String owner) {
    OrderedMap<T> there = byOwner.get(owner);
    return there == null ? OrderedMap.empty() : there;
  }

  Things<T> with(String owner, T thing, boolean isSecret) {
    OrderedMap<T> before = of(owner);
    OrderedMap<T> after = before.with(thing);
    return new Things<>(
        byOwner.with(owner, after),
        isSecret ? bySecret.with(thing.key(), thing) : bySecret,
        count + after.size() - before.size());
  }

  Things<T> without(String owner, String key) {
    OrderedMap<T> left = of(owner).without(key);
    return new Things<>(
        left.size() == 0 ? byOwner.without(owner) : byOwner.with(owner, left),
        bySecret.size() == 0 ? bySecret : bySecret.without(key),
        count - 1);
  }

  /** Returns those that another owns. */
  Things<T> withoutAllOf(String owner) {
    HashTrie<String, T> secrets = bySecret;
    OrderedMap<T> gone = of(owner);
    if (secrets.size() > 0) {
      for (T thing : gone) {
        secrets = secrets.without(thing.key());
      }
    }
    return new Things<>(byOwner.without(owner), secrets, count - gone.size());
  }

  @Nullable T secret(String key) {
    return bySecret.get(key);
  }
}
