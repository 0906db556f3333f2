package dev.datamart.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  void forms_offer_the_operations_codes_and_families_of_the_contract() {
    assertThat(text("contract-names.js"))
        .startsWith("export const OPERATIONS = [\"listDatamarts\", ")
        .contains("\"deleteDatamart\"")
        .containsOnlyOnce("\"INVALID_REQUEST_BODY\"")
        .endsWith("export const FAMILIES = [\"kebab\", \"camel\", \"verb\"];\n");
  }

  @Test
  void whatever_a_script_imports_is_served() {
    Pattern imported = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");

    Set<String> scripts = new TreeSet<>();
    imported
        .matcher(text("faults.js") + text("fault-form.js") + text("journal.js"))
        .results()
        .forEach(found -> scripts.add(found.group(1)));

    assertThat(scripts)
        .contains("contract-names.js", "effects.js")
        .allSatisfy(script -> assertThat(text(script)).contains("export "));
  }

  private static String text(String name) {
    return new String(ConsoleFiles.answer(address(name)).body(), StandardCharsets.UTF_8);
  }

  private static String address(String name) {
    return switch (name) {
      case "index.html" -> "/";
      case "console.js", "console.css" -> "/" + name;
      default -> "/console/" + name;
    };
  }
}
