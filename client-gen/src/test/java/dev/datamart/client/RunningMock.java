package dev.datamart.client;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;

/** A mock of its own for one test, with the demo seed and clients for both kinds of token. */
final class RunningMock implements AutoCloseable {

  static final String SERVICE_TOKEN = "11111111-1111-4111-8111-111111111111";
  static final String API_KEY = "22222222-2222-4222-8222-222222222222";

  private final MockServer server;
  private final DatamartClient service;

  RunningMock() throws Exception {
    server = MockServer.start(MockOptions.defaults().withPort(0));
    service = DatamartClient.of(server.baseUri().toString(), SERVICE_TOKEN);
  }

  String baseUrl() {
    return server.baseUri().toString();
  }

  DatamartClient service() {
    return service;
  }

  DatamartClient key() {
    return service.withToken(API_KEY);
  }

  @Override
  public void close() {
    server.close();
  }
}
