package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, as it stands there, compiles and passes. */
@Timeout(60)
class ReadmeTest {

  @TempDir Path folder;

  @Test
  void the_example_passes() throws Exception {
    Path source = Files.writeString(folder.resolve("CleanUpTest.java"), example());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());

    assertThat(result).as("exit code of the compiler").isZero();
    try (URLClassLoader loader =
        URLClassLoader.newInstance(
            new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Kit.run(loader.loadClass("CleanUpTest"))
          .testEvents()
          .assertStatistics(stats -> stats.started(1).succeeded(1));
    }
  }

  private static String example() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).as("the README has a Java block").isTrue();
    return block.group(1);
  }
}
