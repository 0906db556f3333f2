package dev.datamart.mock.admin;

import dev.datamart.mock.world.MockState;
import java.util.List;

/**
 * The resources of the control plane. Each has the same path: of several that match an address,
 * Jersey only asks the one with the longest.
 */
final class AdminResources {

  private AdminResources() {}

  static List<Object> of(MockState world) {
    return List.of(
        new AdminJson(),
        new AdminErrors(world),
        new HealthAdmin(world),
        new OrganizationsAdmin(world),
        new HistoryAdmin(world),
        new ClockAdmin(world),
        new FaultsAdmin(world),
        new JournalAdmin(world),
        new MigrationAdmin(world));
  }
}
