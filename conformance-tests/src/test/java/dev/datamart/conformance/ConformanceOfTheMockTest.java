package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConformanceOfTheMockTest {
  @Test
  void the_mock_conforms() {
    StringWriter out = new StringWriter();

    int exitCode =
        ConformanceMain.execute(
            new PrintWriter(out),
            new PrintWriter(out),
            "run",
            "--base-url",
            TheMock.baseUri().toString(),
            "--service-token",
            TheMock.SERVICE_TOKEN,
            "--other-service-token",
            TheMock.OTHER_SERVICE_TOKEN);

    assertThat(exitCode).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("The server conforms.")
        .doesNotContain("WARNING")
        .doesNotContain(TheMock.SERVICE_TOKEN);
  }
}
