package dev.datamart.mock.admin;

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
    return config
        .register(new AdminJson())
        .register(new AdminErrors(world))
        .register(new HealthAdmin(world))
        .register(new OrganizationsAdmin(world))
        .register(new HistoryAdmin(world))
        .register(new ClockAdmin(world))
        .register(new FaultsAdmin(world))
        .register(new JournalAdmin(world))
        .register(new MigrationAdmin(world));
  }
}
