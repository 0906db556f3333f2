package dev.datamart.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that cannot be right is told before anything is sent, and never shown. */
@Timeout(60)
class TokensTest {
  private static final String SECRET = "5ecre7-5ecre7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET + "\r",
        SECRET + "\n",
        SECRET + "\r\n",
        SECRET + " ",
        " " + SECRET,
        SECRET + "\t",
        SECRET + " " + SECRET,
        SECRET + "\u0000x",
        SECRET + "\u00fc",
        SECRET + "\u007f",
        SECRET + "\u009b",
        "\ufeff" + SECRET,
        SECRET + "\ud800",
        "Bearer " + SECRET,
        ""
      })
  void a_text_that_is_no_token_is_wrong_usage(String token) {
    for (String option : new String[] {"--service-token", "--api-key", "--other-service-token"}) {
      String url = "http://127.0.0.1:1";
      boolean other = option.equals("--other-service-token");
      Program program =
          other
              ? Program.run("run", "--base-url", url, "--service-token", "t", option, token)
              : Program.run("run", "--base-url", url, option, token);

      assertThat(program.exitCode()).as(program.toString()).isEqualTo(2);
      assertThat(program.err()).contains(option).doesNotContain(SECRET);
      assertThat(program.err().strip()).hasLineCount(1).endsWith(".");
      assertThat(program.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--service-token, API_KEY, which --api-key takes",
    "--api-key, SERVICE, which --service-token takes",
    "--other-service-token, API_KEY, which --api-key takes"
  })
  void a_token_of_the_other_kind_is_no_violation(String option, String kind, String words) {
    String url = TheMock.baseUri().toString();
    String token = kind.equals("API_KEY") ? TheMock.API_KEY : TheMock.SERVICE_TOKEN;
    Program program =
        option.equals("--other-service-token")
            ? Program.run(
                "run", "--base-url", url, "--service-token", TheMock.SERVICE_TOKEN, option, token)
            : Program.run("run", "--base-url", url, option, token);

    assertThat(program.exitCode()).as(program.toString()).isEqualTo(2);
    assertThat(program.err()).contains("given by " + option, words).doesNotContain(token);
    assertThat(program.err().strip()).hasLineCount(1);
    assertThat(program.out()).isEmpty();
  }

  @Test
  void the_same_organization_twice_is_not_two() {
    Program program =
        Program.run(
            "run",
            "--base-url",
            "http://127.0.0.1:1",
            "--service-token",
            SECRET,
            "--other-service-token",
            SECRET);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("second organization").doesNotContain(SECRET);
  }

  @Test
  void a_token_behind_a_misspelt_option_is_not_repeated() {
    Program program =
        Program.run(
            "run", "--base-url", "http://127.0.0.1:1", "--servce-token", SECRET, "--a=" + SECRET);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.err()).contains("--servce-token").doesNotContain(SECRET);
  }
}
