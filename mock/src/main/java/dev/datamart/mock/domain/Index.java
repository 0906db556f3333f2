package dev.datamart.mock.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which things hang on which name, so that what a delete takes along is found without a search.
 *
 * @param <T> what hangs on a name
 */
final class Index<T> {

  private final HashTrie<String, HashTrie<T, T>> byName;

  private Index(HashTrie<String, HashTrie<T, T>> byName) {
    this.byName = byName;
  }

  static <T> Index<T> empty() {
    return new Index<>(HashTrie.empty());
  }

  Collection<T> on(String name) {
    HashTrie<T, T> there = things(name);
    List<T> list = new ArrayList<>(there.size());
    there.forEach((thing, same) -> list.add(thing));
    return list;
  }

  Index<T> with(String name, T thing) {
    return new Index<>(byName.with(name, things(name).with(thing, thing)));
  }

  Index<T> without(String name, T thing) {
    HashTrie<T, T> left = things(name).without(thing);
    return new Index<>(left.size() == 0 ? byName.without(name) : byName.with(name, left));
  }

  Index<T> withoutAll(String name) {
    return new Index<>(byName.without(name));
  }

  private HashTrie<T, T> things(String name) {
    HashTrie<T, T> there = byName.get(name);
    return there == null ? HashTrie.empty() : there;
  }
}
