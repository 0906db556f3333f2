package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.cli.ConformanceMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that shares no line with the mock, nor its language, conforms as well. */
@Tag("thorough")
@EnabledIf(
    value = "thereIsNodeOrMustBe",
    disabledReason = "Node is not installed; on CI it would have to be.")
@Timeout(120)
class OtherImplementationTest {
  private final StringWriter out = new StringWriter();

  static boolean thereIsNodeOrMustBe() {
    return OtherImplementation.isNodeThere() || "true".equals(System.getenv("CI"));
  }

  @Test
  void a_second_implementation_conforms() throws IOException {
    assertThat(exitCode()).as(out.toString()).isZero();
    assertThat(out.toString()).contains("The server conforms").doesNotContain("WARNING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict order decoys", "lenient shapes"})
  void it_conforms_with_other_readings_of_what_is_left_open(String readings) throws IOException {
    assertThat(exitCode(readings.split(" "))).as(out.toString()).isZero();
    assertThat(out.toString()).contains("The server conforms").doesNotContain("WARNING");
  }

  @Test
  void it_is_only_warned_when_it_decides_otherwise_what_nobody_documents() throws IOException {
    assertThat(exitCode("decided")).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("WARNING", "The server conforms")
        .contains("DM-DELETE-NAME-TWICE-IS-REFUSED", "PAGE-NUMBER-IS-CHECKED", "AUTH-CHALLENGES")
        .contains("HTTP-DECIDED-CODES")
        .doesNotContain("VIOLATED");
  }

  private int exitCode(String... readings) throws IOException {
    try (OtherImplementation server = new OtherImplementation(readings)) {
      return ConformanceMain.execute(
          new PrintWriter(out),
          new PrintWriter(out),
          "run",
          "--sequences",
          "1",
          "--base-url",
          server.baseUrl(),
          "--service-token",
          TheMock.SERVICE_TOKEN,
          "--other-service-token",
          TheMock.OTHER_SERVICE_TOKEN);
    }
  }
}
