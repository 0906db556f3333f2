package dev.datamart.mock.admin;

import dev.datamart.mock.World;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;

/** Finds what an address names, or refuses with a sentence. */
final class Lookup {

  private Lookup() {}

  static OrganizationState organization(World world, String id) {
    return world
        .organizations()
        .byId(id)
        .orElseThrow(() -> AdminException.notFound("There is no organization \"" + id + "\"."));
  }

  static Version version(OrganizationState state, long number) {
    return state
        .versions()
        .find(number)
        .orElseThrow(
            () ->
                AdminException.notFound(
                    "Version " + number + " of \"" + state.id() + "\" is not kept."));
  }
}
