package dev.datamart.mock.junit;

import dev.datamart.client.DatamartClient;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.NewOrganization;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The organization of a test: all that can be done to it, and clients that show its tokens. */
public final class MockOrganization extends OrganizationHandle {

  /** The connections that the clients of all tests share. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final MockServer server;
  private final String seed;
  private final Deque<MockOrganization> others = new ConcurrentLinkedDeque<>();

  private MockOrganization(MockServer server, String seed, OrganizationHandle made) {
    super(made);
    this.server = server;
    this.seed = seed;
  }

  static MockOrganization of(MockServer server, String seed) {
    try {
      return new MockOrganization(server, seed, server.newOrganization(NewOrganization.of(seed)));
    } catch (SeedException unusable) {
      throw new IllegalArgumentException(unusable.getMessage(), unusable);
    }
  }

  /** Returns a client that shows the service token. */
  public DatamartClient client() {
    return client(serviceToken());
  }

  /** Returns a client that shows an API token of that data app. */
  public DatamartClient clientOf(String dataAppName) {
    return client(apiToken(dataAppName));
  }

  private DatamartClient client(String token) {
    return DatamartClient.of(baseUri().toString(), token, HTTP);
  }

  /**
   * Returns one more organization of the same mock and seed, which knows nothing of this one and is
   * dropped with it.
   */
  public MockOrganization another() {
    MockOrganization other = of(server, seed);
    others.add(other);
    return other;
  }

  /** Drops it; the extension does so after the test. */
  @Override
  public void close() {
    others.forEach(MockOrganization::close);
    super.close();
  }

  @Override
  public String toString() {
    return "MockOrganization[" + id() + " at " + baseUri() + "]";
  }
}
