package dev.datamart.mock.domain;

/**
 * All things of one kind.
 *
 * @param own those that the organization itself owns
 * @param owned the others, under the key of what owns them
 * @param bySecret those whose key is a secret, whoever owns them; else empty
 */
record Things<T extends Keyed>(
    OrderedMap<T> own,
    HashTrie<String, OrderedMap<T>> owned,
    HashTrie<String, T> bySecret,
    int count) {

  static <T extends Keyed> Things<T> none() {
    return new Things<>(OrderedMap.empty(), HashTrie.empty(), HashTrie.empty(), 0);
  }

  OrderedMap<T> of(String owner) {
    OrderedMap<T> there = owner.isEmpty() ? own : owned.get(owner);
    return there == null ? OrderedMap.empty() : there;
  }

  Things<T> with(String owner, T thing, boolean isSecret) {
    OrderedMap<T> before = of(owner);
    return with(
        owner, before, before.with(thing), isSecret ? bySecret.with(thing.key(), thing) : bySecret);
  }

  /** Returns those that are left; the same when there is no such thing. */
  Things<T> without(String owner, String key) {
    OrderedMap<T> before = of(owner);
    OrderedMap<T> left = before.without(key);
    return left == before ? this : with(owner, before, left, bySecret.without(key));
  }

  /** Returns those that another owns. */
  Things<T> withoutAllOf(String owner) {
    HashTrie<String, T> secrets = bySecret;
    OrderedMap<T> gone = of(owner);
    for (T thing : secrets.size() == 0 ? OrderedMap.<T>empty() : gone) {
      secrets = secrets.without(thing.key());
    }
    return with(owner, gone, OrderedMap.empty(), secrets);
  }

  private Things<T> with(
      String owner, OrderedMap<T> before, OrderedMap<T> after, HashTrie<String, T> secrets) {
    boolean isOwn = owner.isEmpty();
    return new Things<>(
        isOwn ? after : own,
        isOwn ? owned : after.size() == 0 ? owned.without(owner) : owned.with(owner, after),
        secrets,
        count + after.size() - before.size());
  }
}
