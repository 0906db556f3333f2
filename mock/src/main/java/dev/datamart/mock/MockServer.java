package dev.datamart.mock;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.http.GrizzlyHttp;
import dev.datamart.mock.seed.Seed.SeedOrganization;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.seed.Seeds;
import dev.datamart.mock.store.Organizations;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** A running mock: the handle for programs that embed it. */
public final class MockServer implements AutoCloseable {

  private final MockOptions options;
  private final Organizations organizations;
  private final GrizzlyHttp http;

  private MockServer(MockOptions options, Organizations organizations, GrizzlyHttp http) {
    this.options = options;
    this.organizations = organizations;
    this.http = http;
  }

  /**
   * Starts a mock; it answers when this returns.
   *
   * @throws SeedException when the seed cannot be used
   * @throws IOException when the address cannot be had
   */
  public static MockServer start(MockOptions options) throws SeedException, IOException {
    Organizations organizations = new Organizations();
    MockClock clock = new MockClock();
    for (SeedOrganization seed : Seeds.named(options.seed(), clock.instant()).organizations()) {
      IdSource ids = new IdSource(ThreadLocalRandom.current().nextLong());
      organizations.add(seed.id(), seed.organization(), clock, ids);
    }
    return new MockServer(options, organizations, GrizzlyHttp.start(options, organizations));
  }

  /** Returns the address to which {@code /api/v2/…} is appended, without a slash at its end. */
  public URI baseUri() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create("http://" + host + ":" + http.port());
  }

  /** Returns the organizations as they live. */
  public Organizations organizations() {
    return organizations;
  }

  /** Finishes what it has begun, and stops. */
  @Override
  public void close() {
    http.close();
  }
}
