package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a thing of an organization stands.
 *
 * @param owner the key of what owns it; {@link #NOBODY} when the organization does
 */
public record Ref(Kind<?> kind, String owner, String key) {

  /** The owner of what belongs to the organization itself. */
  public static final String NOBODY = "";

  public static <T extends Keyed> Ref of(T thing) {
    Kind<T> kind = Kind.of(thing);
    return new Ref(kind, kind.ownerOf(thing), thing.key());
  }

  // Written out, since a record's own are method handles that each start of a JVM makes anew.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref ref
        && key.equals(ref.key)
        && owner.equals(ref.owner)
        && kind == ref.kind;
  }

  @Override
  public int hashCode() {
    return 31 * owner.hashCode() + key.hashCode();
  }
}
