package dev.datamart.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.http.Answer;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {

  private static final Path FOLDER = Path.of("src", "main", "resources", "console");

  @Test
  void every_file_of_the_folder_is_served_under_its_type() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String name = file.getFileName().toString();
                Answer answer = ConsoleFiles.answer(address(name));
                assertThat(answer.status()).as(name).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
                assertThat(answer.contentType()).startsWith(name.endsWith(".js") ? "text/ja" : "");
              });
    }
  }

  @Test
  void the_renderer_of_the_contract_is_in_the_build() {
    for (String name : List.of("swagger-ui.css", "swagger-ui-bundle.js")) {
      assertThat(ConsoleFiles.answer("/contract/" + name).status()).isEqualTo(200);
    }
  }

  @Test
  void the_page_may_only_talk_to_its_own_server() {
    Answer page = ConsoleFiles.answer("/");

    assertThat(page.headers())
        .filteredOn(header -> header.name().equals("Content-Security-Policy"))
        .singleElement()
        .satisfies(
            header ->
                assertThat(header.value())
                    .contains("default-src 'none'", "connect-src 'self'", "script-src 'self';")
                    .doesNotContain("unsafe", "http"));
  }

  @Test
  void no_file_names_another_host() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                      .as(file.toString())
                      .doesNotContainPattern("https?://"));
    }
  }

  @Test
  void forms_offer_the_operations_and_codes_that_there_are() {
    assertThat(offered("OPERATIONS"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values()).map(Operation::id).toList());
    assertThat(offered("CODES"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values()).map(Problem::code).distinct().toList());
  }

  private static List<String> offered(String name) {
    String script =
        new String(ConsoleFiles.answer("/console/catalogue.js").body(), StandardCharsets.UTF_8);
    Matcher list = Pattern.compile(name + " = \\[([^]]*)]").matcher(script);
    assertThat(list.find()).isTrue();
    return Pattern.compile("\"([^\"]+)\"")
        .matcher(list.group(1))
        .results()
        .map(quoted -> quoted.group(1))
        .toList();
  }

  private static String address(String name) {
    return switch (name) {
      case "index.html" -> "/";
      case "console.js", "console.css" -> "/" + name;
      default -> "/console/" + name;
    };
  }
}
