package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one tenant owns, at one moment. A change makes a new organization that shares
 * with the old one all that did not change, and costs what it changes, not what there is.
 */
public final class Organization {

  // Assigned only on a copy that nobody else has seen yet; never once it is returned.
  private String name;
  private final Things<?>[] things;

  /** Who refers to what, so that what a delete takes along is found without a search. */
  private HashTrie<Ref, HashTrie<Ref, Ref>> referrers = HashTrie.empty();

  private Organization(String name, Things<?>[] things) {
    this.name = name;
    this.things = things;
  }

  /** Returns an organization that owns nothing. */
  public static Organization named(String name) {
    Things<?>[] things = new Things<?>[Kind.ALL.size()];
    Arrays.fill(things, Things.none());
    return new Organization(name, things);
  }

  public String name() {
    return name;
  }

  /** Returns the organization under another name. */
  public Organization renamed(String newName) {
    Organization next = copy();
    next.name = newName;
    return next;
  }

  public OrderedMap<Datasource> datasources() {
    return of(Kind.DATASOURCE);
  }

  public OrderedMap<Workspace> workspaces() {
    return of(Kind.WORKSPACE);
  }

  public OrderedMap<Datamart> datamarts() {
    return of(Kind.DATAMART);
  }

  public OrderedMap<DataApp> dataApps() {
    return of(Kind.DATA_APP);
  }

  /** Returns what the organization itself owns of a kind. */
  public <T extends Keyed> OrderedMap<T> of(Kind<T> kind) {
    return of(kind, Ref.NOBODY);
  }

  /** Returns what is owned under that key; nothing when there is no such owner. */
  public <T extends Keyed> OrderedMap<T> of(Kind<T> kind, String owner) {
    return things(kind).of(owner);
  }

  /** Returns all things of a kind, one owner's after the other's. */
  public <T extends Keyed> List<T> all(Kind<T> kind) {
    List<T> all = new ArrayList<>(count(kind));
    for (String owner : owners(kind)) {
      all.addAll(of(kind, owner).all());
    }
    return all;
  }

  /** Returns how many things of a kind there are. */
  public int count(Kind<?> kind) {
    return things(kind).count();
  }

  /** Returns under which keys things of a kind stand, or could. */
  public List<String> owners(Kind<?> kind) {
    Kind<?> owner = kind.owner();
    return owner == null ? List.of(Ref.NOBODY) : of(owner).all().stream().map(Keyed::key).toList();
  }

  /** Returns what stands there. */
  public Optional<? extends Keyed> find(Ref ref) {
    return of(ref.kind(), ref.owner()).find(ref.key());
  }

  public boolean has(Ref ref) {
    return of(ref.kind(), ref.owner()).has(ref.key());
  }

  /** Returns what that secret is the key of; null when it opens nothing here. */
  public <T extends Keyed> @Nullable T bySecret(Kind<T> kind, String secret) {
    return things(kind).secret(secret);
  }

  /** Returns all keys that open doors here. */
  public List<String> secrets() {
    return Kind.ALL.stream()
        .filter(Kind::isSecret)
        .flatMap(kind -> all(kind).stream())
        .map(Keyed::key)
        .toList();
  }

  /** Returns where those things stand that refer to this one of what the organization owns. */
  public Collection<Ref> referrers(Kind<?> kind, String key) {
    return referrers(new Ref(kind, Ref.NOBODY, key));
  }

  /** Returns where those things stand that refer to that one. */
  public Collection<Ref> referrers(Ref ref) {
    List<Ref> list = new ArrayList<>();
    HashTrie<Ref, Ref> there = referrers.get(ref);
    if (there != null) {
      there.forEach((referrer, same) -> list.add(referrer));
    }
    return list;
  }

  /** Adds the thing to what owns it, or puts it in the place of the one of its key. */
  public Organization with(Keyed thing) {
    Organization next = copy();
    next.put(Kind.of(thing), thing);
    return next;
  }

  /** Removes a thing that the organization itself owns, with what cannot be without it. */
  public Organization without(Kind<?> kind, String key) {
    return without(new Ref(kind, Ref.NOBODY, key));
  }

  /**
   * Removes a thing, if it is there, with what it owns and with what refers to it; what can be
   * without it stays and loses the link.
   */
  public Organization without(Ref ref) {
    Organization next = copy();
    next.remove(ref.kind(), ref);
    return next;
  }

  /** Returns whether what the thing cannot be without is there. */
  public <T extends Keyed> boolean canHave(T thing) {
    Kind<T> kind = Kind.of(thing);
    Ref place = new Ref(kind, kind.ownerOf(thing), thing.key());
    return hasOwner(kind, place.owner())
        && kind.links().stream()
            .filter(link -> link.relinked().apply(thing, List.of()) == null)
            .flatMap(link -> link.keys().apply(thing).stream().map(key -> target(link, place, key)))
            .allMatch(this::has);
  }

  /**
   * Returns the organization with the links to that thing that an earlier state had and that were
   * only loosened, in the order that they had, and those that came since behind them.
   */
  public Organization relinked(Ref target, Organization earlier) {
    Organization next = copy();
    earlier.referrers(target).forEach(from -> next.relink(from.kind(), from, target, earlier));
    return next;
  }

  private <T extends Keyed> void relink(Kind<T> kind, Ref place, Ref target, Organization earlier) {
    T was = earlier.of(kind, place.owner()).get(place.key());
    for (Kind.Link<T> link : kind.links()) {
      T is = of(kind, place.owner()).get(place.key());
      if (was != null && is != null && link.to() == target.kind()) {
        Set<String> keys = new LinkedHashSet<>(link.keys().apply(was));
        List<String> now = link.keys().apply(is);
        keys.removeIf(key -> !key.equals(target.key()) && !now.contains(key));
        keys.addAll(now);
        T linked = link.relinked().apply(is, List.copyOf(keys));
        if (linked != null) {
          put(kind, linked);
        }
      }
    }
  }

  private boolean hasOwner(Kind<?> kind, String owner) {
    return kind.owner() == null || of(kind.owner()).has(owner);
  }

  private Organization copy() {
    Organization copy = new Organization(name, things.clone());
    copy.referrers = referrers;
    return copy;
  }

  @SuppressWarnings("unchecked") // What stands at a kind's index is of that kind.
  private <T extends Keyed> Things<T> things(Kind<T> kind) {
    return (Things<T>) requireNonNull(things[kind.index()]);
  }

  private <T extends Keyed> void put(Kind<T> kind, T thing) {
    String owner = kind.ownerOf(thing);
    if (!hasOwner(kind, owner)) {
      throw new IllegalArgumentException(owner + " is not there, which should own " + kind);
    }
    T old = of(kind, owner).get(thing.key());
    for (Kind.Link<T> link : kind.links()) {
      List<String> now = link.keys().apply(thing);
      List<String> before = old == null ? List.of() : link.keys().apply(old);
      if (!now.equals(before)) {
        Ref place = new Ref(kind, owner, thing.key());
        before.forEach(key -> unlink(target(link, place, key), place));
        now.forEach(key -> link(target(link, place, key), place));
      }
    }
    things[kind.index()] = things(kind).with(owner, thing, kind.isSecret());
  }

  private <T extends Keyed> void remove(Kind<T> kind, Ref ref) {
    T thing = of(kind, ref.owner()).get(ref.key());
    if (thing != null) {
      things[kind.index()] = things(kind).without(ref.owner(), ref.key());
      leave(kind, thing, ref);
    }
  }

  /** Follows a thing that is gone: its links, what it owned, and what referred to it. */
  private <T extends Keyed> void leave(Kind<T> kind, T gone, Ref ref) {
    for (Kind.Link<T> link : kind.links()) {
      link.keys().apply(gone).forEach(key -> unlink(target(link, ref, key), ref));
    }
    for (Kind<?> owned : kind.owned()) {
      leaveAll(owned, ref.key());
    }
    HashTrie<Ref, Ref> orphans = referrers.get(ref);
    if (orphans != null) {
      referrers = referrers.without(ref);
      orphans.forEach((orphan, same) -> loosen(orphan.kind(), orphan, ref));
    }
  }

  private <T extends Keyed> void leaveAll(Kind<T> kind, String owner) {
    OrderedMap<T> gone = of(kind, owner);
    things[kind.index()] = things(kind).withoutAllOf(owner);
    gone.forEach(thing -> leave(kind, thing, new Ref(kind, owner, thing.key())));
  }

  /** Takes a link from a thing whose target is gone, or the thing along. */
  private <T extends Keyed> void loosen(Kind<T> kind, Ref place, Ref gone) {
    for (Kind.Link<T> link : kind.links()) {
      T thing = of(kind, place.owner()).get(place.key());
      if (thing != null && link.to() == gone.kind()) {
        List<String> keys = link.keys().apply(thing);
        List<String> left = keys.stream().filter(key -> !key.equals(gone.key())).toList();
        T loosened = link.relinked().apply(thing, left);
        if (loosened == null) {
          remove(kind, place);
        } else {
          put(kind, loosened);
        }
      }
    }
  }

  private static Ref target(Kind.Link<?> link, Ref from, String key) {
    return new Ref(link.to(), link.to().owner() == null ? Ref.NOBODY : from.owner(), key);
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
