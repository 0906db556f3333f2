package dev.datamart.mock.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one tenant owns, at one moment. A change makes a new organization that shares
 * with the old one all that did not change, and costs what it changes, not what there is.
 */
public final class Organization {

  private final String name;
  private final Things<?>[] things;

  /** Who refers to what, so that what a delete takes along is found without a search. */
  private final HashTrie<Ref, HashTrie<Ref, Ref>> referrers;

  /** Takes the array over: nobody changes it from then on. */
  Organization(String name, Things<?>[] things, HashTrie<Ref, HashTrie<Ref, Ref>> referrers) {
    this.name = name;
    this.things = things;
    this.referrers = referrers;
  }

  /** Returns an organization that owns nothing. */
  public static Organization named(String name) {
    Things<?>[] things = new Things<?>[Kind.ALL.size()];
    Arrays.fill(things, Things.none());
    return new Organization(name, things, HashTrie.empty());
  }

  public String name() {
    return name;
  }

  public Organization renamed(String newName) {
    return new Organization(newName, things, referrers);
  }

  public OrderedMap<Datasource> datasources() {
    return of(Kind.DATASOURCE);
  }

  public OrderedMap<Workspace> workspaces() {
    return of(Kind.WORKSPACE);
  }

  /** Returns the dashboard that an embed shows; null where its workspace does not have it. */
  public @Nullable Dashboard shownBy(Embed embed) {
    Workspace workspace = workspaces().get(embed.workspaceName());
    return workspace == null ? null : workspace.dashboards().get(embed.dashboardId());
  }

  /** Returns the metrics that an embed shows, in their order on its dashboard. */
  public List<Metric> metricsOf(Embed embed) {
    Workspace workspace = workspaces().get(embed.workspaceName());
    if (workspace == null) {
      return List.of();
    }
    Dashboard shown = workspace.dashboards().get(embed.dashboardId());
    List<String> onDashboard = shown == null ? List.of() : shown.metrics();
    String alone = embed.metricId();
    return (alone == null ? onDashboard : List.of(alone))
        .stream().map(workspace.metrics()::get).filter(Objects::nonNull).toList();
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
    return kind.among(things).of(owner);
  }

  /** Returns all things of a kind, one owner's after the other's. */
  public <T extends Keyed> List<T> all(Kind<T> kind) {
    List<T> all = new ArrayList<>(count(kind));
    owners(kind).forEach(owner -> all.addAll(of(kind, owner).all()));
    return all;
  }

  public int count(Kind<?> kind) {
    return kind.among(things).count();
  }

  /** Returns under which keys things of a kind stand, or could. */
  public List<String> owners(Kind<?> kind) {
    Kind<?> owner = kind.owner();
    return owner == null ? List.of(Ref.NOBODY) : of(owner).all().stream().map(Keyed::key).toList();
  }

  /** Returns what a later state has other, at the cost of what differs: kind by kind, in order. */
  public List<Changed<?>> compare(Organization later) {
    List<Changed<?>> found = new ArrayList<>(2);
    for (Kind<?> kind : Kind.ALL) {
      compare(kind, later, found);
    }
    return found;
  }

  @SuppressWarnings("ReferenceEquality") // What is the same object need not be looked into.
  private <T extends Keyed> void compare(Kind<T> kind, Organization that, List<Changed<?>> found) {
    if (things[kind.index] == that.things[kind.index]) {
      return;
    }
    for (String owner : ownersApart(kind, that)) {
      of(kind, owner)
          .compare(that.of(kind, owner))
          .forEach(pair -> found.add(new Changed<>(kind, owner, pair.one(), pair.other())));
    }
  }

  /** Returns the owners that have other things of that kind in another state, in their order. */
  private <T extends Keyed> Collection<String> ownersApart(Kind<T> kind, Organization that) {
    if (kind.owner() == null) {
      return List.of(Ref.NOBODY);
    }
    Set<String> apart = new LinkedHashSet<>();
    kind.among(things)
        .owned()
        .compare(kind.among(that.things).owned(), (owner, one, other) -> apart.add(owner));
    if (apart.size() < 2) {
      return apart;
    }
    Set<String> inOrder = new LinkedHashSet<>(owners(kind));
    inOrder.addAll(that.owners(kind));
    inOrder.retainAll(apart);
    return inOrder;
  }

  public Optional<? extends Keyed> find(Ref ref) {
    return of(ref.kind(), ref.owner()).find(ref.key());
  }

  public boolean has(Ref ref) {
    return of(ref.kind(), ref.owner()).has(ref.key());
  }

  /** Returns what that secret is the key of; null when it opens nothing here. */
  public <T extends Keyed> @Nullable T bySecret(Kind<T> kind, String secret) {
    return kind.among(things).bySecret().get(secret);
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
    Optional.ofNullable(referrers.get(ref))
        .ifPresent(there -> there.forEach((referrer, same) -> list.add(referrer)));
    return list;
  }

  /** Adds the thing to what owns it, or puts it in the place of the one of its key. */
  public Organization with(Keyed thing) {
    Change change = new Change(things, referrers);
    change.put(Kind.of(thing), thing);
    return change.made(name);
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
    Change change = new Change(things, referrers);
    change.remove(ref.kind(), ref, null);
    return change.made(name);
  }

  /** Returns whether what the thing cannot be without is there. */
  public <T extends Keyed> boolean canHave(T thing) {
    Kind<T> kind = Kind.of(thing);
    Ref place = Ref.of(thing);
    return (kind.owner() == null || of(kind.owner()).has(place.owner()))
        && kind.links.stream()
            .filter(link -> link.with(thing, List.of()) == null)
            .flatMap(link -> link.keys().apply(thing).stream().map(key -> link.target(place, key)))
            .allMatch(this::has);
  }

  /**
   * Returns the organization with the links to that thing that an earlier state had and that were
   * only loosened, in the order that they had, and those that came since behind them.
   */
  public Organization relinked(Ref target, Organization earlier) {
    Change change = new Change(things, referrers);
    earlier.referrers(target).forEach(from -> change.relink(from.kind(), from, target, earlier));
    return change.made(name);
  }
}
