package dev.datamart.mock.domain;

import org.jspecify.annotations.Nullable;

/** Where an embed stands: its data app and its identifier. */
public record EmbedRef(String dataAppName, String embedId) {

  // Written out, since a record's own are method handles that each start of a JVM makes anew.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EmbedRef ref
        && embedId.equals(ref.embedId)
        && dataAppName.equals(ref.dataAppName);
  }

  @Override
  public int hashCode() {
    return 31 * dataAppName.hashCode() + embedId.hashCode();
  }
}
