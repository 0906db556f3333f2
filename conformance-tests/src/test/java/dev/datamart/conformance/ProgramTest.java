package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.cli.ConformanceMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void without_a_command_the_usage_is_shown_and_the_exit_code_is_2() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage:").contains("run");
  }

  @Test
  void an_unknown_option_is_wrong_usage() {
    assertThat(execute("run", "--base-url", "http://127.0.0.1:1", "--nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("--nonsense");
  }

  @ParameterizedTest
  @CsvSource({
    "run --base-ur http://127.0.0.1:1 --service-token t, --base-url",
    "run --base-ur=http://127.0.0.1:1 --service-token t, --base-url",
    "run --base-url http://127.0.0.1:1 --service-tokn t, --service-token",
    "run --base-url http://127.0.0.1:1 --service-token t --olny X, --only",
    "cleanup --base-url http://127.0.0.1:1 --service-tokn t, --service-token",
    "rnu --base-url http://127.0.0.1:1, run",
    "covrage, coverage",
    "--vresion, --version",
  })
  void a_misspelt_word_is_answered_with_the_nearest(String line, String meant) {
    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean " + meant + "?");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--json=, --json",
    "--lanes x, --lanes",
    "--family newest, --family",
    "--seed, --seed",
    "--operation deleteDatamrt, deleteDatamrt",
    "--known-failures nowhere.txt, nowhere.txt",
    "--profile nowhere.txt, --profile nowhere.txt cannot be read",
    "--profile pom.xml, names no operation",
    "--timeout 0, --timeout is a number of seconds above 0",
    "--timeout NaN, --timeout is a number of seconds above 0",
    "--timeout soon, --timeout",
    "stray, an argument that belongs to no option",
    "--zzzzzz, --zzzzzz",
  })
  void what_cannot_be_followed_is_wrong_usage_that_is_named(String words, String named) {
    String line = "run --base-url http://127.0.0.1:1 --service-token t --plan " + words;

    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(named).doesNotContain("Exception");
  }

  @Test
  void a_missing_base_url_is_wrong_usage() {
    assertThat(execute("run", "--service-token", "t")).isEqualTo(2);
    assertThat(err.toString()).contains("--base-url");
  }

  @Test
  void a_base_url_without_scheme_is_wrong_usage() {
    assertThat(execute("run", "--base-url", "localhost:8080", "--service-token", "t")).isEqualTo(2);
    assertThat(err.toString()).contains("http://");
  }

  @Test
  void a_run_without_any_token_is_wrong_usage() {
    assertThat(execute("run", "--base-url", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString()).contains("--service-token");
  }

  @Test
  void a_server_elsewhere_is_refused_until_writing_there_is_allowed() {
    assertThat(execute("run", "--base-url", "http://192.0.2.1", "--service-token", "t"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--i-may-write-here");
  }

  @Test
  void a_filter_that_matches_nothing_is_no_success() {
    assertThat(
            execute(
                "run", "--base-url", "http://127.0.0.1:1", "--service-token", "t", "--only", "NO"))
        .isEqualTo(4);
    assertThat(err.toString()).contains("nothing was run");
  }

  @Test
  void where_nothing_listens_the_exit_code_is_3_and_one_sentence_says_so() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(execute("run", "--base-url", "http://127.0.0.1:" + port, "--service-token", "t"))
        .isEqualTo(3);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "Nothing answers at http://127.0.0.1:" + port + ": the connection is refused.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void the_catalogue_is_listed_without_a_server() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("DM-DELETE-TWICE-IS-REFUSED  MUST  SEED"))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void a_plan_sends_nothing_and_calls_nothing_passed() {
    assertThat(execute("run", "--base-url", "http://127.0.0.1:1", "--service-token", "t", "--plan"))
        .isEqualTo(4);

    assertThat(out.toString())
        .contains("DM-DELETE-TWICE-IS-REFUSED")
        .doesNotContainIgnoringCase("passed")
        .doesNotContain("conforms");
  }

  private int execute(String... args) {
    return ConformanceMain.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
