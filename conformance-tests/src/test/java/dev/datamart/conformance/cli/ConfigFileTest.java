package dev.datamart.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.hostile.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/** One word is enough for CI: all else can stand in a file. */
@Timeout(60)
class ConfigFileTest {
  private static final String TOKEN = "test.service-token";
  @TempDir private Path dir;

  @BeforeEach
  void setVariable() {
    System.setProperty(TOKEN, TheMock.SERVICE_TOKEN);
  }

  @AfterEach
  void clearVariables() {
    System.clearProperty(TOKEN);
    System.clearProperty("test.empty");
  }

  @Test
  void a_run_needs_no_other_word_and_shows_no_token() throws IOException {
    Path report = dir.resolve("r.json");
    Program program =
        run(
            """
            # our server
            base-url = %s
            service-token = ${test.service-token}\s
            only = DS-LIST-ANSWERS,WS-LIST-ANSWERS
            read-only = true
            strict = true
            seed = 7
            json = %s
            """
                .formatted(TheMock.baseUri(), report));

    assertThat(program.exitCode()).as(program.toString()).isZero();
    assertThat(program.out()).contains("2 checks: 2 passed").contains("seed 7");
    assertThat(report).content().contains("\"strict\" : true");
    assertThat(program.out() + program.err() + Files.readString(report))
        .doesNotContain(TheMock.SERVICE_TOKEN);
  }

  @Test
  void the_command_line_wins() throws IOException {
    String file =
        """
        base-url = http://127.0.0.1:1
        service-token = t
        only = NOTHING
        read-only = true
        """;
    String url = TheMock.baseUri().toString();

    Program program =
        run(
            file,
            "--base-url",
            url,
            "--service-token",
            TheMock.SERVICE_TOKEN,
            "--only",
            "DM-CREATE-ADDS-IT@createDatamart/kebab",
            "--read-only=false");

    assertThat(program.out()).as(program.toString()).contains("1 checks: 1 passed");
  }

  /** A flag that the file sets and the command line repeats is set, and not set back. */
  @Test
  void a_flag_that_is_given_twice_is_given() throws IOException {
    String file =
        "base-url = %s\nservice-token = %s\nread-only = true\nonly = DM-CREATE-ADDS-IT\n"
            .formatted(TheMock.baseUri(), TheMock.SERVICE_TOKEN);

    assertThat(run(file, "--read-only").out()).contains("NOT CHECKED: --read-only was given");
    assertThat(CommandSpec.forAnnotatedObject(new RunCommand()).options())
        .filteredOn(option -> option.type() == boolean.class && !option.usageHelp())
        .filteredOn(option -> !option.versionHelp())
        .hasSizeGreaterThan(3)
        .allMatch(option -> "true".equals(option.fallbackValue()));
  }

  @ParameterizedTest
  @CsvSource({
    "base-ur = http://127.0.0.1:1, 'has no option \"base-ur\"; did you mean base-url?'",
    "config = other, has no option \"config\"",
    "plan = true, has no option \"plan\"",
    "service-token = ${test.service-tokn}, which is not set",
    "lanes = many, --lanes",
    "read-only = perhaps, --read-only",
    "seed = \\u12, four digits",
  })
  void what_cannot_be_followed_is_wrong_usage_that_is_named(String line, String named)
      throws IOException {
    Program program =
        run("service-token = geheim-geheim\n".repeat(line.startsWith("service") ? 0 : 1) + line);

    assertThat(program.exitCode()).as(program.toString()).isEqualTo(2);
    assertThat(program.err()).contains(named).doesNotContain("geheim").doesNotContain("Exception");
    assertThat(program.out()).isEmpty();
  }

  @Test
  void a_file_that_says_a_thing_twice_or_cannot_be_read_is_refused() throws IOException {
    assertThat(run("only = A\nonly = B\n").err()).contains("says only twice");
    assertThat(Program.run("run", "--config", dir.toString()).err()).contains("cannot be read");
    Path latin = Files.write(dir.resolve("l"), "#\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Program.run("run", "--config", latin.toString()).err()).contains("UTF-8");
  }

  @Test
  void a_variable_that_is_set_to_nothing_gives_nothing() throws IOException {
    System.setProperty("test.empty", "");
    String file =
        "base-url = %s\nservice-token = %s\nother-service-token = ${test.empty}\nonly = DS-LIST-ANSWERS"
            .formatted(TheMock.baseUri(), TheMock.SERVICE_TOKEN);

    assertThat(run(file).exitCode()).isZero();
  }

  @Test
  void a_token_is_taken_letter_by_letter() throws IOException {
    Path file = Files.writeString(dir.resolve("c"), "service-token = a$$b$c%d$${x\n");
    TargetOptions options = new TargetOptions();

    ConformanceMain.prepared(new picocli.CommandLine(CommandSpec.forAnnotatedObject(options)))
        .parseArgs("--config", file.toString(), "--base-url", "http://127.0.0.1:1");

    assertThat(options.serviceToken).isEqualTo("a$$b$c%d$${x");
  }

  @Test
  void cleanup_takes_the_same_file() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("c"),
            "base-url = %s\nservice-token = ${%s}\nonly = X\n".formatted(TheMock.baseUri(), TOKEN));

    Program program = Program.run("cleanup", "--config", file.toString(), "--run", "nobody");

    assertThat(program.exitCode()).as(program.toString()).isZero();
    assertThat(program.out()).contains("Nothing of that run is there.");
  }

  private Program run(String file, String... more) throws IOException {
    Path path = Files.writeString(dir.resolve("conformance.properties"), file);
    List<String> words = new ArrayList<>(List.of("run", "--config", path.toString()));
    words.addAll(List.of(more));
    return Program.run(words.toArray(String[]::new));
  }
}
