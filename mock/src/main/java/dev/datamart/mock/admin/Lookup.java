package dev.datamart.mock.admin;

import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import dev.datamart.mock.world.MockState;

/** Finds what an address names, or refuses with a sentence. */
final class Lookup {

  private Lookup() {}

  static OrganizationState organization(MockState world, String id) {
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
