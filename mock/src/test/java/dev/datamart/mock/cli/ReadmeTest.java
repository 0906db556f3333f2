package dev.datamart.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.Ref;
import dev.datamart.mock.seeds.Seed;
import dev.datamart.mock.seeds.SeedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README says of options, seeds and Java is so. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void the_table_of_options_is_that_of_the_program() throws IOException {
    List<String> rows =
        Arrays.stream(Option.values())
            .map(o -> "| `%s` | %s | %s |".formatted(spelled(o), usual(o), o.help()))
            .toList();

    List<String> table = between("<!-- options -->", "<!-- /options -->").lines().toList();
    assertThat(table.subList(2, table.size())).isEqualTo(rows);
  }

  @Test
  void the_example_of_a_seed_can_be_loaded() throws Exception {
    byte[] json = block("json").getBytes(java.nio.charset.StandardCharsets.UTF_8);

    Seed seed = SeedReader.read("README.md", json, Instant.EPOCH);

    Organization mine = seed.organizations().get(0).organization();
    assertThat(mine.referrers(Kind.DATAMART, "sales"))
        .extracting(Ref::kind)
        .containsExactlyInAnyOrder(Kind.EMBED, Kind.WORKSPACE);
  }

  @Test
  void the_example_in_java_is_the_one_that_is_tested() throws IOException {
    String tested =
        Files.readString(Path.of("src/test/java/dev/datamart/mock/EmbeddingExampleTest.java"));

    for (String line : block("java").lines().map(String::strip).toList()) {
      assertThat(tested).contains(line);
    }
  }

  @Test
  void it_can_be_read_in_one_sitting() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(190);
  }

  private static String spelled(Option option) {
    return option.flag()
        + (option.argument == null ? "" : " " + option.argument).replace("|", "\\|");
  }

  private static String usual(Option option) {
    return option.usual().equals("none") || option.usual().equals("off")
        ? option.usual()
        : "`" + option.usual() + "`";
  }

  private static String block(String language) throws IOException {
    return between("```" + language, "```");
  }

  private static String between(String start, String end) throws IOException {
    Pattern pattern =
        Pattern.compile(Pattern.quote(start) + "\n(.*?)" + Pattern.quote(end), Pattern.DOTALL);
    Matcher matcher = pattern.matcher(Files.readString(README));
    assertThat(matcher.find()).as(start).isTrue();
    return matcher.group(1);
  }
}
