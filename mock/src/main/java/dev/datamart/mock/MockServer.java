package dev.datamart.mock;

import dev.datamart.mock.admin.FaultJson;
import dev.datamart.mock.grizzly.GrizzlyHttp;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.MockState;
import dev.datamart.mock.world.NewOrganization;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** A running mock: the handle for programs that embed it. */
public final class MockServer implements AutoCloseable {

  private final MockState world;
  private final GrizzlyHttp http;

  private MockServer(MockState world, GrizzlyHttp http) {
    this.world = world;
    this.http = http;
  }

  /**
   * Starts a mock; it answers when this returns.
   *
   * @throws SeedException when the seed or the file of faults cannot be used
   * @throws IOException when the address cannot be had
   */
  public static MockServer start(MockOptions wanted) throws SeedException, IOException {
    MockOptions options = guarded(wanted);
    MockState world = MockState.of(options);
    if (options.faults() != null) {
      FaultJson.Faults.load(options.faults(), world);
    }
    GrizzlyHttp http = GrizzlyHttp.start(world);
    String host = options.host();
    String shown = host.contains(":") ? "[" + host + "]" : host;
    world.listensAt(URI.create("http://" + shown + ":" + http.port()));
    return new MockServer(world, http);
  }

  /** Where others than this machine can reach the control plane, it is never open. */
  private static MockOptions guarded(MockOptions options) {
    return options.adminToken() == null && !options.isLocal()
        ? options.withAdminToken(UUID.randomUUID().toString())
        : options;
  }

  /** Returns the address to which {@code /api/v2/…} is appended, without a slash at its end. */
  public URI baseUri() {
    return world.baseUri();
  }

  /** Returns what the server holds: organizations, faults, journal, clock. */
  public MockState world() {
    return world;
  }

  /**
   * Makes an organization with tokens of its own: a world for one test, cheap to make and to drop.
   *
   * @throws SeedException when its seed cannot be used
   * @throws IllegalArgumentException when its identifier is taken
   */
  public OrganizationHandle newOrganization(NewOrganization wanted) throws SeedException {
    return handle().newOrganization(wanted);
  }

  /** Returns all that can be done to the server while it runs. */
  public ServerHandle handle() {
    return new ServerHandle(world);
  }

  /** Finishes what it has begun, and stops. */
  @Override
  public void close() {
    http.close();
  }
}
