package dev.datamart.mock.access;

import dev.datamart.mock.store.OrganizationState;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param dataApp the data app whose key was shown; null with a service token
 */
public record Caller(OrganizationState state, String token, @Nullable String dataApp) {

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Caller[" + (dataApp == null ? "SERVICE" : "DATA_APP") + " of " + state.id() + "]";
  }
}
