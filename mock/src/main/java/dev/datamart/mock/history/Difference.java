package dev.datamart.mock.history;

import dev.datamart.mock.domain.Changed;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.OrderedMap;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.RecordParts;
import dev.datamart.mock.domain.Ref;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is other in one state of an organization than in another. */
public record Difference(List<Item> added, List<Item> removed, List<Change> changed) {

  private static final long EMPTY_BYTES = 200;

  /** An entry with its name, but for the characters. */
  private static final long ITEM_BYTES = 100;

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

  /** Compares two states, at the cost of what differs where one was made from the other. */
  public static Difference between(Organization before, Organization after) {
    return of(before.compare(after));
  }

  /** Tells what was found to differ. */
  public static Difference of(List<Changed<?>> found) {
    Difference difference =
        new Difference(new ArrayList<>(1), new ArrayList<>(1), new ArrayList<>(1));
    found.forEach(difference::write);
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

  /** Returns about how many bytes of the heap it takes. */
  public long bytes() {
    long bytes = EMPTY_BYTES;
    for (Item item : added) {
      bytes += ITEM_BYTES + 2L * item.name().length();
    }
    for (Item item : removed) {
      bytes += ITEM_BYTES + 2L * item.name().length();
    }
    for (Change change : changed) {
      bytes += 2L * (ITEM_BYTES + change.name().length());
    }
    return bytes;
  }

  private <T extends Keyed> void write(Changed<T> one) {
    String word = one.kind().word();
    String in = one.owner().equals(Ref.NOBODY) ? null : one.owner();
    T old = one.old();
    T now = one.now();
    if (old != null && now != null) {
      List<String> members = members(old, now);
      if (!members.isEmpty()) {
        changed.add(new Change(word, one.kind().shown(now), in, members));
      }
    } else if (old != null) {
      removed.add(new Item(word, one.kind().shown(old), in));
    } else if (now != null) {
      added.add(new Item(word, one.kind().shown(now), in));
    }
  }

  /** What a seed writes of a thing are its components, under their names. */
  private static List<String> members(Keyed old, Keyed now) {
    return RecordParts.of(old).stream()
        .filter(part -> !isEqual(part, old, now))
        .map(Method::getName)
        .sorted()
        .toList();
  }

  private static boolean isEqual(Method part, Keyed old, Keyed now) {
    return Objects.equals(content(part, old), content(part, now));
  }

  private static @Nullable Object content(Method part, Keyed thing) {
    Object value = RecordParts.value(part, thing);
    return value instanceof OrderedMap<?> map ? map.all() : value;
  }
}
