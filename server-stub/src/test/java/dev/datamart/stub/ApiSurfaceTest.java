package dev.datamart.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Shows in review what a change of the document does to those who write a server. */
class ApiSurfaceTest {

  private static final Path GOLDEN = Path.of("src/test/resources/api-surface.txt");

  @Test
  void the_generated_signatures_are_the_agreed_ones() throws Exception {
    String actual = ApiSurface.of("dev.datamart.stub.api", "dev.datamart.stub.model");
    if (System.getProperty("refresh") != null) {
      Files.writeString(GOLDEN, actual);
    }

    assertThat(actual)
        .as("make refresh accepts the new signatures")
        .isEqualTo(Files.readString(GOLDEN));
  }
}
