package dev.datamart.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.conformance.context.Profile;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
  @TempDir private Path dir;

  @Test
  void each_line_names_an_operation_in_every_family_or_in_one() throws IOException {
    Profile profile =
        read("# ours\r\n\r\nlistDatamarts\ncreateDatamart/kebab\n createdatamart/VERB \n");

    assertThat(profile.claimed())
        .isEqualTo(
            Map.of(
                Operation.LIST_DATAMARTS, Set.of(Family.values()),
                Operation.CREATE_DATAMART, Set.of(Family.KEBAB, Family.VERB)));
    assertThat(profile.unclaimed())
        .contains("deleteDatamart", "createDatamart/camel")
        .doesNotContain("deleteDatamart/kebab")
        .noneMatch(words -> words.startsWith("listDatamarts"));
  }

  @ParameterizedTest
  @CsvSource({
    "listDatamart, nearest is listDatamarts.",
    "listDatamarts/cebab, nearest is listDatamarts/kebab.",
    "listDatasources/verb, nearest is listDatasources/kebab.",
    "/kebab, names no operation"
  })
  void what_names_none_is_refused_with_the_nearest(String line, String words) {
    assertThatThrownBy(() -> read("# a comment\n" + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Line 2 of ")
        .hasMessageContaining(words);
  }

  @Test
  void a_server_that_claims_nothing_is_a_slip() {
    assertThatThrownBy(() -> read("# nothing\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no operation");
  }

  private Profile read(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("profile.txt"), text);
    return new ProfileFile(file).read();
  }
}
