package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.world.MockState;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * The resources of the control plane. Each has the same path: of several that match an address,
 * Jersey only asks the one with the longest.
 */
public final class AdminResources {

  private AdminResources() {}

  /** Adds them to a configuration of Jersey. */
  public static ResourceConfig register(ResourceConfig config, MockState world) {
    ServerHandle server = new ServerHandle(world);
    return config
        .register(new AdminJson())
        .register(new AdminErrors(server))
        .register(new HealthAdmin(server))
        .register(new OrganizationsAdmin(server))
        .register(new HistoryAdmin(server))
        .register(new ClockAdmin(server))
        .register(new FaultsAdmin(server))
        .register(new JournalAdmin(server))
        .register(new MigrationAdmin(server));
  }
}
