package dev.datamart.mock.junit;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.seed.SeedException;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

/** A server with nobody on it yet, and the connections that the clients of all tests share. */
final class RunningMock implements AutoCloseable {

  private final MockServer server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private RunningMock(MockServer server) {
    this.server = server;
  }

  static RunningMock start() {
    try {
      MockServer server = MockServer.start(MockOptions.defaults().withPort(0));
      // Their tokens are known to everybody: a test that used them would meet other tests.
      server.handle().organizations().forEach(OrganizationHandle::close);
      return new RunningMock(server);
    } catch (SeedException | IOException impossible) {
      throw new IllegalStateException("The mock cannot be started", impossible);
    }
  }

  MockOrganization newOrganization(String seed) {
    try {
      return new MockOrganization(
          this, seed, server.newOrganization(NewOrganization.of(seed)), http);
    } catch (SeedException unusable) {
      throw new IllegalArgumentException(unusable.getMessage(), unusable);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
