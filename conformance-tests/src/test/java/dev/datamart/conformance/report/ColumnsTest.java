package dev.datamart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final String COMMAND =
      "curl -sS -X POST -H 'Authorization: Bearer '\"$DATAMART_SERVICE_TOKEN\""
          + " -H 'Content-Type: application/json' --data-binary '"
          + "{\"name\": \"it'\\''s -X -H \\\\ $HOME and more than one line\", \"n\": [\"a b\"]}"
          + "' 'http://127.0.0.1:8080/api/v2/data-app/datamarts?a=1&b=%20'";

  @Test
  void a_command_keeps_its_words_when_it_is_broken_into_lines() {
    List<String> lines = Columns.command(COMMAND, "", "    ");

    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(Bash.words(String.join("\n", lines)))
        .isEqualTo(Bash.words(COMMAND))
        .hasSize(11)
        .contains("Authorization: Bearer $DATAMART_SERVICE_TOKEN's value");
  }

  @Test
  void a_command_fits_eighty_columns_but_for_an_argument_that_does_not() {
    assertThat(Columns.command(COMMAND, "  repeat    ", " ".repeat(12)))
        .filteredOn(line -> line.length() > Columns.WIDTH)
        .singleElement()
        .asString()
        .startsWith(" ".repeat(12) + "--data-binary '{");
  }

  @Test
  void a_short_command_stays_on_its_line() {
    assertThat(Columns.command("curl -sS 'http://h/x'", "> ", ""))
        .containsExactly("> curl -sS 'http://h/x'");
  }
}
