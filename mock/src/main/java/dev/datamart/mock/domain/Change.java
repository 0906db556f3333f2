package dev.datamart.mock.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An organization in the making, which nobody else sees: follows what the kinds say of links. */
final class Change {

  private final Things<?>[] things;
  private HashTrie<Ref, HashTrie<Ref, Ref>> referrers;

  Change(Things<?>[] before, HashTrie<Ref, HashTrie<Ref, Ref>> referrers) {
    this.things = before.clone();
    this.referrers = referrers;
  }

  /** Returns what became of it; the last that is asked of a change. */
  Organization made(String name) {
    return new Organization(name, things, referrers);
  }

  private <T extends Keyed> OrderedMap<T> of(Kind<T> kind, String owner) {
    return kind.among(things).of(owner);
  }

  /** Adds to the links of a thing the one to that target that it had earlier. */
  <T extends Keyed> void relink(Kind<T> kind, Ref place, Ref target, Organization earlier) {
    T was = earlier.of(kind, place.owner()).get(place.key());
    for (Kind.Link<T> link : kind.links) {
      T is = of(kind, place.owner()).get(place.key());
      if (was != null && is != null && link.to() == target.kind()) {
        Set<String> keys = new LinkedHashSet<>(link.keys().apply(was));
        List<String> now = link.keys().apply(is);
        keys.removeIf(key -> !key.equals(target.key()) && !now.contains(key));
        keys.addAll(now);
        T linked = link.with(is, List.copyOf(keys));
        if (linked != null) {
          put(kind, linked);
        }
      }
    }
  }

  <T extends Keyed> void put(Kind<T> kind, T thing) {
    String owner = kind.ownerOf(thing);
    if (kind.owner() != null && !of(kind.owner(), Ref.NOBODY).has(owner)) {
      throw new IllegalArgumentException(owner + " is not there, which should own " + kind);
    }
    T old = kind.links.isEmpty() ? null : of(kind, owner).get(thing.key());
    for (Kind.Link<T> link : kind.links) {
      List<String> now = link.keys().apply(thing);
      List<String> before = old == null ? List.of() : link.keys().apply(old);
      if (!now.equals(before)) {
        Ref place = new Ref(kind, owner, thing.key());
        before.forEach(key -> unlink(link.target(place, key), place));
        now.forEach(key -> link(link.target(place, key), place));
      }
    }
    things[kind.index] = kind.among(things).with(owner, thing, kind.isSecret());
  }

  /**
   * Removes a thing.
   *
   * @param with the kind of what it goes along with: the link to it leads nowhere any more; null
   *     when it goes for itself
   */
  <T extends Keyed> void remove(Kind<T> kind, Ref ref, @Nullable Kind<?> with) {
    Things<T> before = kind.among(things);
    Things<T> left = before.without(ref.owner(), ref.key());
    if (left.count() < before.count()) {
      things[kind.index] = left;
      // What goes along with its only target is not looked at: among a million it is far away.
      boolean hasOtherLinks = kind.links.size() > (with == null ? 0 : 1);
      leave(kind, hasOtherLinks ? before.of(ref.owner()).get(ref.key()) : null, ref, with);
    }
  }

  /** Follows a thing that is gone: its other links, what it owned, and what referred to it. */
  private <T extends Keyed> void leave(
      Kind<T> kind, @Nullable T gone, Ref ref, @Nullable Kind<?> with) {
    for (Kind.Link<T> link : kind.links) {
      if (link.to() != with && gone != null) {
        link.keys().apply(gone).forEach(key -> unlink(link.target(ref, key), ref));
      }
    }
    // What refers to others of the same owner goes before them, so that no link is loosened.
    for (int i = kind.owned().size() - 1; i >= 0; i--) {
      leaveAll(kind.owned().get(i), ref.key());
    }
    HashTrie<Ref, Ref> orphans = kind.isReferredTo ? referrers.get(ref) : null;
    if (orphans != null) {
      referrers = referrers.without(ref);
      orphans.forEach((orphan, same) -> loosen(orphan.kind(), orphan, ref));
    }
  }

  private <T extends Keyed> void leaveAll(Kind<T> kind, String owner) {
    OrderedMap<T> gone = of(kind, owner);
    things[kind.index] = kind.among(things).withoutAllOf(owner);
    gone.forEach(thing -> leave(kind, thing, new Ref(kind, owner, thing.key()), null));
  }

  /** Takes a link from a thing whose target is gone, or the thing along. */
  private <T extends Keyed> void loosen(Kind<T> kind, Ref place, Ref gone) {
    for (Kind.Link<T> link : kind.links) {
      if (link.to() == gone.kind()) {
        // Without a look at a thing that refers to what is gone, and to no other.
        boolean isBlind = link.relinked() == null;
        T thing = isBlind ? null : of(kind, place.owner()).get(place.key());
        T loosened = thing == null ? null : loosened(thing, link, gone.key());
        if (loosened == null) {
          remove(kind, place, isBlind ? gone.kind() : null);
        } else {
          put(kind, loosened);
        }
      }
    }
  }

  private static <T> @Nullable T loosened(T thing, Kind.Link<T> link, String gone) {
    List<String> keys = link.keys().apply(thing);
    return link.with(thing, keys.stream().filter(key -> !key.equals(gone)).toList());
  }

  private void link(Ref target, Ref from) {
    HashTrie<Ref, Ref> there = referrers.get(target);
    HashTrie<Ref, Ref> now = there == null ? HashTrie.empty() : there;
    referrers = referrers.with(target, now.with(from, from));
  }

  private void unlink(Ref target, Ref from) {
    HashTrie<Ref, Ref> there = referrers.get(target);
    if (there != null) {
      HashTrie<Ref, Ref> left = there.without(from);
      referrers = left.size() == 0 ? referrers.without(target) : referrers.with(target, left);
    }
  }
}
