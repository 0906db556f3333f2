package dev.datamart.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.KnownFailures.Entry;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailuresFileTest {
  private static final Entry FIRST = new Entry("DM-DELETE-UNKNOWN-IS-REFUSED", "ticket 7", "");
  private static final Entry SECOND = new Entry("DM-LIST*", "ticket 8", "http://x");

  private static final String TEXT =
      "DM-DELETE-UNKNOWN-IS-REFUSED | ticket 7\nDM-LIST*|ticket 8|http://x\n";

  private final List<String> warnings = new ArrayList<>();
  @TempDir private Path dir;

  @Test
  void a_byte_order_mark_hides_no_line() throws IOException {
    assertThat(read("\ufeff" + TEXT)).containsExactly(FIRST, SECOND);
  }

  @Test
  void what_a_windows_shell_redirects_is_read() throws IOException {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(read(("\ufeff" + TEXT).getBytes(charset))).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void lines_end_in_any_way_and_may_say_nothing() throws IOException {
    String odd = "\r\n  \t\r\n# why\r\n   # indented\r\n" + TEXT.replace("\n", "  \r\n\r");

    assertThat(read(odd)).containsExactly(FIRST, SECOND);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_line_that_stands_twice_counts_once_and_is_told() throws IOException {
    assertThat(read(TEXT + "DM-LIST* | other")).containsExactly(FIRST, SECOND);
    assertThat(warnings).singleElement().asString().contains("Line 3").contains("line 2");
  }

  @Test
  void an_unknown_id_is_refused_with_the_nearest() {
    assertThatThrownBy(() -> read(TEXT + "\nDM-DELET-TWICE-IS-REFUSED | x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 4 of ")
        .hasMessageEndingWith("the nearest is DM-DELETE-TWICE-IS-REFUSED.");
    assertThatThrownBy(() -> read("DM-LIST-ANSWERS@listDatamart/kebab | x"))
        .hasMessageEndingWith("the nearest is DM-LIST-ANSWERS@listDatamarts/kebab.");
  }

  @Test
  void a_line_without_a_reason_is_refused() {
    assertThatThrownBy(() -> read("DM-LIST-ANSWERS"))
        .hasMessageContaining("Line 1 of ")
        .hasMessageContaining("ID | reason | link");
  }

  @Test
  void what_is_no_text_is_not_guessed_at() {
    assertThatThrownBy(() -> read(new byte[] {'D', (byte) 0xe4, 'x'}))
        .isInstanceOf(CharacterCodingException.class);
  }

  private List<Entry> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Entry> read(byte[] bytes) throws IOException {
    Path file = Files.write(dir.resolve("known.txt"), bytes);
    List<Instance> checks = Selection.everything().of(Catalogue.requirements());
    return new KnownFailuresFile(file, checks, warnings::add).read().entries();
  }
}
