package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an organization owns things of: one row a noun, in an order in which each comes after those
 * that it refers to. Deletes, undo, differences, counts, seeds and the console walk over the rows,
 * so that a noun is known to all of them by its row.
 */
public final class Kind<T extends Keyed> {

  private static final List<Kind<?>> ROWS = new ArrayList<>();
  private static final Map<Class<?>, Kind<?>> BY_TYPE = new HashMap<>();

  public static final Kind<ServiceToken> SERVICE_TOKEN =
      row("serviceToken", "service token", ServiceToken.class)
          .secret(ServiceToken::ending, (token, value) -> new ServiceToken(value));
  public static final Kind<Datasource> DATASOURCE =
      row("datasource", "datasource", Datasource.class);
  public static final Kind<Datamart> DATAMART =
      row("datamart", "datamart", Datamart.class).counted();
  public static final Kind<Workspace> WORKSPACE =
      row("workspace", "workspace", Workspace.class)
          .link(new Link<>(DATAMART, Workspace::datamarts, Workspace::withDatamarts));
  public static final Kind<DataApp> DATA_APP = row("dataApp", "data app", DataApp.class).counted();
  public static final Kind<ApiToken> API_TOKEN =
      row("apiKey", "API key", ApiToken.class)
          .ownedBy(DATA_APP, ApiToken::dataAppName)
          .secret(ApiToken::name, ApiToken::withValue);
  public static final Kind<Embed> EMBED =
      row("embed", "embed", Embed.class)
          .ownedBy(DATA_APP, Embed::dataAppName)
          .goesWith(DATAMART, embed -> embed.accessSettings().datamartName())
          .counted();
  public static final Kind<GuestToken> GUEST_TOKEN =
      row("guestToken", "guest token", GuestToken.class)
          .ownedBy(DATA_APP, GuestToken::dataAppName)
          .link(new Link<>(EMBED, GuestToken::seen, GuestToken::seeing))
          .secret(GuestToken::clientId, GuestToken::withValue);

  public static final List<Kind<?>> ALL = List.copyOf(ROWS);

  /**
   * What things of one kind refer to by name, and what becomes of them when that is deleted. A link
   * to something that has an owner leads to what the same owner has.
   *
   * @param to the kind that is referred to. Only a kind that can be deleted need be named
   * @param keys which ones a thing refers to
   * @param relinked the thing as it refers to just those, or null when it cannot be without the
   *     others and goes along; null for a thing that refers to one alone and goes along with it
   */
  public record Link<T>(
      Kind<?> to,
      Function<T, List<String>> keys,
      @Nullable BiFunction<T, List<String>, @Nullable T> relinked) {

    /** Returns where that key stands, seen from a thing that refers to it. */
    Ref target(Ref from, String key) {
      return new Ref(to, to.owner() == null ? Ref.NOBODY : from.owner(), key);
    }

    /** Returns the thing as it refers to just those; null when it cannot be so. */
    @Nullable T with(T thing, List<String> refersTo) {
      return relinked == null ? null : relinked.apply(thing, refersTo);
    }
  }

  final int index = ROWS.size();
  private final String word;
  private final String label;
  private final List<Kind<?>> owned = new ArrayList<>(0);
  final List<Link<T>> links = new ArrayList<>(0);
  private @Nullable Kind<?> owner;
  private Function<T, String> ownerKey = value -> Ref.NOBODY;
  private Function<T, String> shown = Keyed::key;
  private @Nullable BiFunction<T, String, T> renewed;
  private boolean isCounted;

  /** Whether things of any kind refer to them. */
  boolean isReferredTo;

  private Kind(String word, String label) {
    this.word = word;
    this.label = label;
  }

  private static <T extends Keyed> Kind<T> row(String word, String label, Class<T> type) {
    Kind<T> kind = new Kind<>(word, label);
    ROWS.add(kind);
    BY_TYPE.put(type, kind);
    return kind;
  }

  /** Each belongs to one of another kind, under whose key it stands and with which it goes. */
  private Kind<T> ownedBy(Kind<?> kind, Function<T, String> key) {
    owner = kind;
    ownerKey = key;
    kind.owned.add(this);
    return this;
  }

  /** Each refers to one of another kind at most, and goes along with it. */
  private Kind<T> goesWith(Kind<?> to, Function<T, @Nullable String> key) {
    Function<T, List<String>> keys =
        thing -> {
          String one = key.apply(thing);
          return one == null ? List.of() : List.of(one);
        };
    return link(new Link<>(to, keys, null));
  }

  /** Each refers to some of another kind. */
  private Kind<T> link(Link<T> link) {
    if (links.stream().anyMatch(other -> other.to() == link.to())) {
      throw new IllegalArgumentException("one link from a kind to another is all that is followed");
    }
    links.add(link);
    link.to().isReferredTo = true;
    return this;
  }

  /** Its key opens doors: it is told by another name, and made anew in a copy. */
  private Kind<T> secret(Function<T, String> name, BiFunction<T, String, T> withKey) {
    shown = name;
    renewed = withKey;
    return this;
  }

  private Kind<T> counted() {
    isCounted = true;
    return this;
  }

  /** Returns the kind of that thing. */
  @SuppressWarnings("unchecked") // A row stands under the type of its things.
  static <T extends Keyed> Kind<T> of(T thing) {
    Kind<?> kind = BY_TYPE.get(thing.getClass());
    if (kind == null) {
      throw new IllegalArgumentException("no organization owns a " + thing.getClass());
    }
    return (Kind<T>) kind;
  }

  /** Returns the word for one of them in JSON, such as {@code dataApp}. */
  public String word() {
    return word;
  }

  /** Returns the word for many of them in JSON. */
  public String plural() {
    return word + "s";
  }

  /** Returns the word for one of them that people read. */
  public String label() {
    return label;
  }

  /** Returns the kind that owns them; null when the organization does. */
  public @Nullable Kind<?> owner() {
    return owner;
  }

  /** Returns the kinds that it owns. */
  public List<Kind<?>> owned() {
    return Collections.unmodifiableList(owned);
  }

  /** Returns those of an organization's things that are of this kind. */
  @SuppressWarnings("unchecked") // What stands at a kind's index is of that kind.
  Things<T> among(Things<?>[] things) {
    return (Things<T>) things[index];
  }

  /** Returns the key of what owns that thing; {@link Ref#NOBODY} when the organization does. */
  public String ownerOf(T thing) {
    return ownerKey.apply(thing);
  }

  /** Returns whether its key opens doors, so that it must not be shown. */
  public boolean isSecret() {
    return renewed != null;
  }

  /** Returns what a thing is told by: its key, unless that is a secret. */
  public String shown(T thing) {
    return shown.apply(thing);
  }

  /** Returns the thing with another secret; only asked of kinds whose key is one. */
  public T renewed(T thing, String secret) {
    return requireNonNull(renewed).apply(thing, secret);
  }

  /** Returns whether the summary of an organization says how many there are. */
  public boolean isCounted() {
    return isCounted;
  }

  @Override
  public String toString() {
    return word;
  }
}
