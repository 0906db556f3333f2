package dev.datamart.mock.seeds;

import dev.datamart.mock.domain.Organization;
import java.util.List;

/** The organizations that a mock starts with. */
public record Seed(List<SeedOrganization> organizations) {

  /**
   * One of them.
   *
   * @param id how the control plane calls it
   */
  public record SeedOrganization(String id, Organization organization) {}

  public Seed {
    organizations = List.copyOf(organizations);
  }
}
