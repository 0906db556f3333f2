package dev.datamart.conformance;

import dev.datamart.conformance.context.Tokens;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;
import java.net.URI;

/** One mock for all tests of this JVM; each run makes its own things in it. */
public final class TheMock {
  public static final String SERVICE_TOKEN = "11111111-1111-4111-8111-111111111111";
  public static final String API_KEY = "22222222-2222-4222-8222-222222222222";
  public static final String OTHER_SERVICE_TOKEN = "33333333-3333-4333-8333-333333333333";

  private static final MockServer SERVER = start();

  private TheMock() {}

  public static URI baseUri() {
    return SERVER.baseUri();
  }

  public static Tokens tokens() {
    return new Tokens(SERVICE_TOKEN, null, OTHER_SERVICE_TOKEN);
  }

  private static MockServer start() {
    try {
      return MockServer.start(MockOptions.defaults().withPort(0));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
