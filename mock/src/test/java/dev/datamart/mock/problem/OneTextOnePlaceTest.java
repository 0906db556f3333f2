package dev.datamart.mock.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.spec.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What callers of the API are told stands in the catalogue or in {@link Detail}, and there alone.
 */
class OneTextOnePlaceTest {

  private static final Path MAIN = Path.of("src", "main", "java");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What a text with arguments begins or ends with is only looked for where somebody refuses. */
  private static final Pattern REFUSES = Pattern.compile("import dev.datamart.mock.problem.");

  @Test
  void no_text_of_the_catalogue_or_of_a_detail_stands_anywhere_else() throws IOException {
    try (Stream<Path> sources = Files.walk(MAIN)) {
      List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();

      assertThat(files).hasSizeGreaterThan(100);
      assertThat(files.stream().filter(file -> !file.endsWith("Detail.java")))
          .flatMap(file -> found(read(file)).map(text -> file + ": " + text).toList())
          .isEmpty();
    }
  }

  @Test
  void a_text_is_found_wherever_it_stands_in_a_literal() {
    assertThat(found("say(\"Why, datamart\"\n    + \"s! Datamart not found.\");")).hasSize(1);
    assertThat(
            found(
                "import dev.datamart.mock.problem.Refusal;\n"
                    + "say(\"the \\\"name\\\" must not be empty\");"))
        .hasSize(1);
    assertThat(
            found(
                "import dev.datamart.mock.problem.Refusal;\n"
                    + "say(\"\\\"\" + member + \"\\\" is required\");"))
        .hasSize(1);
    assertThat(found("// Datamart not found\n say(\"must not be empty\");")).isEmpty();
  }

  /** Returns the texts that a source repeats. */
  private static Stream<String> found(String source) {
    String literals = literals(source);
    boolean refuses = REFUSES.matcher(source).find();
    return texts()
        .filter(text -> refuses || !text.contains("{"))
        .flatMap(text -> Arrays.stream(text.split("\"?\\{[a-z]+}\"?")))
        .map(String::trim)
        .filter(piece -> piece.contains(" ") && isIn(literals, piece))
        .distinct();
  }

  /** Two words are only a text's own where nothing follows them: "is required", "must be". */
  private static boolean isIn(String literals, String piece) {
    return piece.split(" ").length > 2
        ? literals.contains(piece)
        : literals.lines().anyMatch(line -> line.strip().endsWith(piece));
  }

  private static Stream<String> texts() {
    return Stream.concat(
        Arrays.stream(Problem.values()).map(Problem::message),
        Arrays.stream(Detail.values()).map(Detail::template));
  }

  /** Returns the text of all literals of a source, those that are added up as one. */
  private static String literals(String source) {
    StringBuilder text = new StringBuilder();
    LITERAL
        .matcher(source.replaceAll("\"\\s*\\+\\s*\"", ""))
        .results()
        .forEach(found -> text.append(found.group(1).replace("\\\"", "\"")).append('\n'));
    return text.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
