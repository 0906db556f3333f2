package dev.datamart.mock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The persistent collections, held against the JDK's in long random histories. */
class PersistenceTest {

  private record Thing(String key, int version) implements Keyed {}

  /** A key of few hashes, so that entries collide down to the last bit. */
  private record Clashing(int number) {
    @Override
    public int hashCode() {
      return number % 7;
    }
  }

  @Test
  void a_shelf_keeps_what_a_linked_map_keeps_and_in_its_order() {
    Random random = new Random(1);
    Map<String, Thing> model = new LinkedHashMap<>();
    OrderedMap<Thing> shelf = OrderedMap.empty();

    for (int step = 0; step < 20_000; step++) {
      Thing thing = new Thing("key-" + random.nextInt(3_000), step);
      if (random.nextInt(5) < 3) {
        model.put(thing.key(), thing);
        shelf = shelf.with(thing);
      } else {
        model.remove(thing.key());
        shelf = shelf.without(thing.key());
      }
      assertThat(shelf.get(thing.key())).isEqualTo(model.get(thing.key()));
    }

    assertThat(shelf.all()).containsExactlyElementsOf(model.values());
    assertThat(shelf.size()).isEqualTo(model.size());
    assertThat(shelf.range(40, 50)).isEqualTo(new ArrayList<>(model.values()).subList(40, 50));
    assertThat(shelf.range(shelf.size(), shelf.size() + 10)).isEmpty();
  }

  @Test
  void a_shelf_that_was_emptied_takes_things_again() {
    OrderedMap<Thing> shelf = OrderedMap.empty();
    for (int i = 0; i < 2_000; i++) {
      shelf = shelf.with(new Thing("key-" + i, i));
    }
    for (int i = 0; i < 2_000; i++) {
      shelf = shelf.without("key-" + i);
    }

    Thing late = new Thing("late", 0);

    assertThat(shelf.all()).isEmpty();
    assertThat(shelf.with(late).all()).containsExactly(late);
  }

  @Test
  void a_shelf_does_not_change_when_another_is_made_from_it() {
    Thing first = new Thing("a", 1);
    OrderedMap<Thing> before = OrderedMap.of(List.of(first, new Thing("b", 1)));

    OrderedMap<Thing> after = before.without("b").with(new Thing("a", 2)).with(new Thing("c", 1));

    assertThat(before.all()).containsExactly(first, new Thing("b", 1));
    assertThat(after.all()).containsExactly(new Thing("a", 2), new Thing("c", 1));
  }

  @Test
  void a_trie_tells_keys_of_one_hash_apart() {
    Random random = new Random(2);
    Map<Clashing, Integer> model = new HashMap<>();
    HashTrie<Clashing, Integer> trie = HashTrie.empty();

    for (int step = 0; step < 20_000; step++) {
      Clashing key = new Clashing(random.nextInt(60));
      if (random.nextBoolean()) {
        model.put(key, step);
        trie = trie.with(key, step);
      } else {
        model.remove(key);
        trie = trie.without(key);
      }
      assertThat(trie.size()).isEqualTo(model.size());
    }

    Map<Clashing, Integer> kept = new HashMap<>();
    trie.forEach(kept::put);
    assertThat(kept).isEqualTo(model);
    for (int number = 0; number < 60; number++) {
      assertThat(trie.get(new Clashing(number))).isEqualTo(model.get(new Clashing(number)));
    }
  }
}
