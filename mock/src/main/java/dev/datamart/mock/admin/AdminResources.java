package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.world.MockState;
import java.util.List;

/**
 * The resources of the control plane. Each has the same path: of several that match an address,
 * Jersey only asks the one with the longest.
 */
final class AdminResources {

  private AdminResources() {}

  static List<Object> of(MockState world) {
    ServerHandle server = new ServerHandle(world);
    return List.of(
        new AdminJson(),
        new AdminErrors(server),
        new HealthAdmin(server),
        new OrganizationsAdmin(server),
        new HistoryAdmin(server),
        new ClockAdmin(server),
        new FaultsAdmin(server),
        new JournalAdmin(server),
        new MigrationAdmin(server));
  }
}
