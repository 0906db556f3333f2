package dev.datamart.conformance.junit;

import dev.datamart.conformance.TheMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The server and its token stand in a file, as for the program. */
@ConformanceTarget(
    config = "${test.configuration}",
    only = {"DM-DELETE-UNKNOWN*", "DS-LIST-ANSWERS"},
    strict = true)
class ConfiguredMockConformanceTest extends DatamartConformance {
  @BeforeAll
  static void write(@TempDir Path dir) throws IOException {
    String options =
        "base-url = %s\nservice-token = %s\n".formatted(TheMock.baseUri(), TheMock.SERVICE_TOKEN);
    Path file = Files.writeString(dir.resolve("conformance.properties"), options);
    System.setProperty("test.configuration", file.toString());
  }

  @AfterAll
  static void forget() {
    System.clearProperty("test.configuration");
  }
}
