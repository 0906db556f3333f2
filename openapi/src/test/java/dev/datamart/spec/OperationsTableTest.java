package dev.datamart.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OperationsTableTest {

  private static final String BEGIN = "<!-- operations -->\n";
  private static final String END = "<!-- /operations -->";
  private static final String TABLE = OperationsTable.render();

  @Test
  void each_kebab_operation_has_one_row() {
    assertThat(TABLE.lines())
        .hasSize(Operation.values().length + 2)
        .allMatch(line -> line.startsWith("|"));
  }

  @Test
  void a_row_shows_the_operation_its_deprecated_forms_and_its_token() {
    assertThat(TABLE)
        .contains(
            "| deleteDatamart | `DELETE /api/v2/data-app/datamart?datamartName=` | "
                + "`DELETE /api/v2/dataApp/datamart?datamartName=`<br>`POST /api/v2/dataApp/datamart/delete` | S or K |\n");
  }

  @Test
  void an_operation_without_deprecated_forms_says_so() {
    assertThat(TABLE).contains("| listWorkspaces | `GET /api/v2/workspace` | – | S |\n");
  }

  /** {@code -Drefresh} writes it anew. */
  @Test
  void the_readme_shows_this_table() throws IOException {
    Path readme = Path.of("..", "README.md");
    String shown = Files.readString(readme);
    String wanted =
        shown.substring(0, shown.indexOf(BEGIN) + BEGIN.length())
            + TABLE
            + shown.substring(shown.indexOf(END));
    if (System.getProperty("refresh") != null) {
      Files.writeString(readme, wanted);
      shown = wanted;
    }

    assertThat(shown).as("make refresh").isEqualTo(wanted);
  }
}
