package dev.datamart.mock.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.seeds.SeedWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is other in one state of an organization than in another. */
public record Difference(List<Item> added, List<Item> removed, List<Change> changed) {

  /**
   * Something that one state has and the other has not.
   *
   * @param kind the word of its kind
   * @param in what owns it; null when the organization does
   */
  public record Item(String kind, String name, @Nullable String in) {}

  /**
   * Something that both have.
   *
   * @param members the names of the members that are other
   */
  public record Change(String kind, String name, @Nullable String in, List<String> members) {}

  public static Difference between(Organization before, Organization after) {
    Difference difference = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Kind<?> kind : Kind.ALL) {
      Set<String> owners = new LinkedHashSet<>(before.owners(kind));
      owners.addAll(after.owners(kind));
      owners.forEach(owner -> difference.compare(kind, owner, before, after));
    }
    return difference;
  }

  /** Returns the same with other names, where they may not be shown as they are. */
  public Difference named(UnaryOperator<String> shown) {
    UnaryOperator<@Nullable String> owner = in -> in == null ? null : shown.apply(in);
    UnaryOperator<Item> item = i -> new Item(i.kind(), shown.apply(i.name()), owner.apply(i.in()));
    return new Difference(
        added.stream().map(item).toList(),
        removed.stream().map(item).toList(),
        changed.stream()
            .map(c -> new Change(c.kind(), shown.apply(c.name()), owner.apply(c.in()), c.members()))
            .toList());
  }

  /** What is the same object in both is alike without a look inside. */
  private <T extends Keyed> void compare(
      Kind<T> kind, String owner, Organization before, Organization after) {
    OrderedMap<T> there = before.of(kind, owner);
    OrderedMap<T> left = after.of(kind, owner);
    if (there == left) {
      return;
    }
    String in = owner.equals(Ref.NOBODY) ? null : owner;
    for (T old : there) {
      T now = left.get(old.key());
      if (now == null) {
        removed.add(new Item(kind.word(), kind.shown(old), in));
      } else if (now != old) {
        List<String> members = members(SeedWriter.thing(kind, old), SeedWriter.thing(kind, now));
        if (!members.isEmpty()) {
          changed.add(new Change(kind.word(), kind.shown(now), in, members));
        }
      }
    }
    for (T now : left) {
      if (!there.has(now.key())) {
        added.add(new Item(kind.word(), kind.shown(now), in));
      }
    }
  }

  private static List<String> members(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return List.copyOf(names);
  }
}
