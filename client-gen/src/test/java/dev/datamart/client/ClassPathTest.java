package dev.datamart.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user of the Java client must carry is what its README names, and no more. */
class ClassPathTest {

  @Test
  void the_runtime_class_path_has_the_libraries_of_the_readme_and_no_others() throws Exception {
    List<String> artifacts =
        Arrays.stream(
                Files.readString(Path.of("target/runtime-class-path.txt"))
                    .strip()
                    .split(File.pathSeparator))
            .map(
                path ->
                    Path.of(path).getFileName().toString().replaceAll("-[0-9][0-9.]*\\.jar$", ""))
            .sorted()
            .toList();
    String readme = Files.readString(Path.of("README.md"));

    assertThat(artifacts)
        .containsExactly(
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-databind-nullable",
            "jackson-datatype-jsr310",
            "jspecify");
    assertThat(artifacts).allSatisfy(artifact -> assertThat(readme).contains("`" + artifact + "`"));
  }
}
