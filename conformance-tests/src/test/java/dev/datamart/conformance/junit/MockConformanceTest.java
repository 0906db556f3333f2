package dev.datamart.conformance.junit;

import dev.datamart.conformance.TheMock;

/** What an implementer writes: one class, one annotation. Here the server is the mock. */
@ConformanceTarget(
    baseUrl = "${mock.base-url}",
    serviceToken = TheMock.SERVICE_TOKEN,
    otherServiceToken = TheMock.OTHER_SERVICE_TOKEN)
class MockConformanceTest extends DatamartConformance {
  @Override
  protected String baseUrl() {
    return TheMock.baseUri().toString();
  }
}
