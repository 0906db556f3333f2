package dev.datamart.elsewhere;

import dev.datamart.conformance.junit.ConformanceTarget;
import dev.datamart.conformance.junit.DatamartConformance;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Checks of every kind, their schemas included, with what another BOM brings. */
@ConformanceTarget(
    baseUrl = "overridden",
    serviceToken = "11111111-1111-4111-8111-111111111111",
    only = {"HTTP-ANSWER-HAS-ITS-SHAPE", "DM-DELETE*"})
class ConformanceElsewhereTest extends DatamartConformance {
  private static MockServer mock;

  @BeforeAll
  static void start() throws Exception {
    mock = MockServer.start(MockOptions.defaults().withPort(0));
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Override
  protected String baseUrl() {
    return mock.baseUri().toString();
  }
}
