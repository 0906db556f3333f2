package dev.datamart.mock.domain;

import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Which things hang on which name, so that what a delete takes along is found without a search.
 *
 * @param <T> what hangs on a name
 */
final class Index<T> {

  private final PMap<String, PSet<T>> byName;

  private Index(PMap<String, PSet<T>> byName) {
    this.byName = byName;
  }

  static <T> Index<T> empty() {
    return new Index<>(HashTreePMap.empty());
  }

  Collection<T> on(String name) {
    return byName.getOrDefault(name, HashTreePSet.empty());
  }

  Index<T> with(String name, T thing) {
    PSet<T> there = byName.getOrDefault(name, HashTreePSet.empty());
    return new Index<>(byName.plus(name, there.plus(thing)));
  }

  Index<T> without(String name, T thing) {
    PSet<T> left = byName.getOrDefault(name, HashTreePSet.<T>empty()).minus(thing);
    return new Index<>(left.isEmpty() ? byName.minus(name) : byName.plus(name, left));
  }

  Index<T> withoutAll(String name) {
    return new Index<>(byName.minus(name));
  }
}
