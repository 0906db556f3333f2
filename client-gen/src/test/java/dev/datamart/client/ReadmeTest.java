package dev.datamart.client;

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

/** The Java example of the README, as it stands there, does what it says. */
@Timeout(60)
class ReadmeTest {

  @TempDir Path folder;

  @Test
  void the_java_example_moves_the_embeds_and_deletes_the_datamart() throws Exception {
    try (RunningMock mock = new RunningMock()) {
      run(exampleOfTheReadme().replace("http://127.0.0.1:8080", mock.baseUrl()));

      assertThat(mock.key().embeds().listEmbeds(null, null, null, null).getData())
          .isNotEmpty()
          .noneMatch(embed -> "sales-datamart".equals(embed.getAccessSettings().getDatamartName()))
          .anyMatch(
              embed ->
                  embed.getEmbedId().equals("6f1c2a0e-5d3b-4c7e-9a41-0b8f2d7e1a01")
                      && "marketing-datamart".equals(embed.getAccessSettings().getDatamartName()));
      assertThat(mock.service().datamarts().listDatamarts(null, null, "false").getData())
          .isNotEmpty()
          .noneMatch(datamart -> datamart.getName().equals("sales-datamart"));
    }
  }

  private void run(String statements) throws Exception {
    String text =
        "import dev.datamart.client.*; import dev.datamart.client.model.*;\n"
            + "public class Example { public static void main(String[] args) {\n"
            + statements
            + "}}";
    Path source = Files.writeString(folder.resolve("Example.java"), text);
    String classPath = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:all",
                "-cp",
                classPath,
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).as("exit code of the compiler").isZero();
    try (var loader = URLClassLoader.newInstance(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("Example")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    }
  }

  private static String exampleOfTheReadme() throws IOException {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).as("the README has a Java block").isTrue();
    return block.group(1);
  }
}
