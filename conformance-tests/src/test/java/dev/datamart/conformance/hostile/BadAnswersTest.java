package dev.datamart.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one operation answers badly, the others are judged all the same. */
@Timeout(120)
@Tag("thorough")
@Execution(ExecutionMode.CONCURRENT)
class BadAnswersTest {
  @ParameterizedTest
  @CsvSource({
    "A_BYTE_EVERY_TWO_SECONDS, the answer takes too long",
    "NOTHING, the answer takes too long",
    "A_GIGABYTE_ANNOUNCED, the answer is larger than 8 MB",
    "CHUNKS_WITHOUT_END, the answer is larger than 8 MB",
    "NINE_MEGABYTES_OF_ERROR, the answer is larger than 8 MB",
    "DEEPLY_NESTED, too deep",
    "A_CLOSED_CONNECTION, closed without an answer"
  })
  void the_check_says_what_came_and_the_others_have_their_verdicts(
      Answers answer, String reason, @TempDir Path dir) throws Exception {
    Path json = dir.resolve("r.json");
    Path junit = dir.resolve("r.xml");
    Path html = dir.resolve("r.html");
    Program program;
    try (HostileServer server =
        new HostileServer(
            TheMock.baseUri(), line -> line.startsWith("POST /api/v2/workspace/metrics"), answer)) {
      program =
          Program.run(
              "run",
              "--base-url",
              server.baseUrl(),
              "--service-token",
              TheMock.SERVICE_TOKEN,
              "--metric",
              "row-count",
              "--family",
              "kebab",
              "--only",
              "WS-METRICS-ANSWERS,DS-LIST-ANSWERS",
              "--json",
              json.toString(),
              "--junit",
              junit.toString(),
              "--html",
              html.toString());
    }

    assertThat(program.exitCode()).as(program.toString()).isEqualTo(3);
    assertThat(program.out()).contains(reason).contains("The run is incomplete");
    JsonNode results = Json.read(Files.readString(json)).path("results");
    assertThat(results.findValuesAsText("verdict"))
        .containsExactlyInAnyOrder("PASSED", "COULD_NOT_RUN");
    assertThat(junit).content().contains("COULD_NOT_RUN");
    assertThat(html).content().contains("Could not run");
  }
}
