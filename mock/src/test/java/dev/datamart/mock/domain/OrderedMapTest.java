package dev.datamart.mock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedMapTest {

  private record Thing(String key, int value) implements Keyed {}

  /** A map that keeps the order of first insertion is all that a shelf has to be. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_shelf_is_a_map_in_order_of_creation_whatever_is_done_to_it(long seed) {
    Random random = new Random(seed);
    Map<String, Thing> model = new LinkedHashMap<>();
    OrderedMap<Thing> shelf = OrderedMap.empty();

    for (int step = 0; step < 1_000; step++) {
      Thing thing = new Thing("k" + random.nextInt(60), step);
      if (random.nextInt(3) > 0) {
        model.put(thing.key(), thing);
        shelf = shelf.with(thing);
      } else {
        model.remove(thing.key());
        shelf = shelf.without(thing.key());
      }

      assertThat(shelf.all()).containsExactlyElementsOf(model.values());
      assertThat(shelf.size()).isEqualTo(model.size());
      assertThat(shelf.find(thing.key()))
          .isEqualTo(java.util.Optional.ofNullable(model.get(thing.key())));
    }
  }

  @Test
  void a_shelf_stays_what_it_was_when_the_next_one_is_made_of_it() {
    List<OrderedMap<Thing>> versions = new ArrayList<>(List.of(OrderedMap.<Thing>empty()));
    List<List<Thing>> contents = new ArrayList<>(List.of(List.of()));
    Random random = new Random(9);
    for (int step = 0; step < 300; step++) {
      OrderedMap<Thing> last = versions.get(versions.size() - 1);
      String key = "k" + random.nextInt(20);
      versions.add(random.nextBoolean() ? last.with(new Thing(key, step)) : last.without(key));
      contents.add(versions.get(versions.size() - 1).all());
    }

    assertThat(versions.stream().map(OrderedMap::all)).containsExactlyElementsOf(contents);
  }

  @Test
  void a_replaced_value_keeps_its_place() {
    OrderedMap<Thing> shelf =
        OrderedMap.of(List.of(new Thing("a", 1), new Thing("b", 2), new Thing("c", 3)));

    assertThat(shelf.with(new Thing("b", 9)).all())
        .extracting(Thing::value)
        .containsExactly(1, 9, 3);
  }

  @Test
  void a_value_that_was_removed_comes_back_at_the_end() {
    OrderedMap<Thing> shelf = OrderedMap.of(List.of(new Thing("a", 1), new Thing("b", 2)));

    assertThat(shelf.without("a").with(new Thing("a", 3)).all())
        .extracting(Thing::key)
        .containsExactly("b", "a");
  }

  @Test
  void removing_what_is_not_there_gives_the_same_shelf() {
    OrderedMap<Thing> shelf = OrderedMap.of(List.of(new Thing("a", 1)));

    assertThat(shelf.without("b")).isSameAs(shelf);
  }

  @Test
  void a_range_ends_where_the_shelf_ends() {
    OrderedMap<Thing> shelf = OrderedMap.of(List.of(new Thing("a", 1), new Thing("b", 2)));

    assertThat(shelf.range(1, 10)).extracting(Thing::key).containsExactly("b");
    assertThat(shelf.range(2, 10)).isEmpty();
    assertThat(shelf.range(7, 10)).isEmpty();
  }

  @Test
  void keys_are_exact() {
    OrderedMap<Thing> shelf = OrderedMap.of(List.of(new Thing("Sales", 1)));

    assertThat(shelf.has("Sales")).isTrue();
    assertThat(List.of("sales", "Sales ", "Sale", "")).noneMatch(shelf::has);
  }
}
