package dev.datamart.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the catalogue stand in the catalogue alone; whoever says them names their row. */
class CatalogueTextTest {

  private static final Path MOCK = Path.of("src", "main", "java", "dev", "datamart", "mock");

  /** Rows with an argument are left out: without it, what they say is anybody's. */
  private static final List<String> TEXTS =
      Arrays.stream(Problem.values())
          .map(Problem::message)
          .filter(message -> !message.contains("{member}"))
          .distinct()
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"fault", "handle", "admin", "journal", "migration", "world"})
  void no_text_of_a_row_stands_in(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(MOCK.resolve(folder))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();

      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContain(TEXTS);
      }
    }
  }
}
