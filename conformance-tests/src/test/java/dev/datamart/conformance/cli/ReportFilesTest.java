package dev.datamart.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.hostile.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a report cannot be written is found out before the run, which may take long. */
@Timeout(60)
class ReportFilesTest {
  private static final String NOBODY = "http://127.0.0.1:1";
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--json", "--junit", "--badge", "--ctrf", "--markdown"})
  void folders_are_made(String option) {
    Path file = dir.resolve("a/b/report");

    Program program = run(TheMock.baseUri().toString(), option, file.toString());

    assertThat(program.exitCode()).as(program.toString()).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--json", "--junit", "--badge", "--ctrf", "--markdown"})
  void a_folder_is_no_file(String option) {
    assertRefused(run(NOBODY, option, dir.toString()), option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--json", "--junit", "--badge", "--ctrf", "--markdown"})
  void what_stands_in_a_file_is_no_folder(String option) throws IOException {
    Path file = Files.createFile(dir.resolve("file"));

    assertRefused(run(NOBODY, option, file.resolve("r").toString()), option);
    assertRefused(run(NOBODY, option, file.resolve("x/r").toString()), option);
  }

  @Test
  void two_reports_do_not_overwrite_each_other() throws IOException {
    String same = dir.resolve("sub/../r").toString();
    assertRefused(run(NOBODY, "--html", dir.resolve("r").toString(), "--json", same), "--json");

    Path link = Files.createSymbolicLink(dir.resolve("l"), Files.createFile(dir.resolve("f")));
    assertRefused(run(NOBODY, "--html", link.toString(), "--badge", dir + "/f"), "--badge");
  }

  @Test
  void what_is_refused_or_tried_leaves_nothing_and_takes_nothing() throws IOException {
    Path old = Files.writeString(dir.resolve("old"), "kept");
    Path fresh = dir.resolve("fresh");

    run(NOBODY, "--html", old.toString(), "--json", fresh.toString(), "--badge", dir.toString());

    assertThat(old).hasContent("kept");
    assertThat(fresh).doesNotExist();
  }

  @Test
  void a_server_that_cannot_be_checked_leaves_no_old_report_behind() throws IOException {
    Path old = Files.writeString(dir.resolve("old.xml"), "<testsuite/>");

    Program program = run(NOBODY, "--junit", old.toString());

    assertThat(program.exitCode()).isEqualTo(3);
    assertThat(old).content().contains("COULD_NOT_RUN").contains("the connection is refused");
  }

  private static void assertRefused(Program program, String option) {
    assertThat(program.exitCode()).as(program.toString()).isEqualTo(2);
    assertThat(program.err().strip()).contains(option).hasLineCount(1).endsWith(".");
    assertThat(program.out()).isEmpty();
  }

  private static Program run(String url, String... more) {
    List<String> args = new ArrayList<>(List.of("run", "--base-url", url));
    args.addAll(List.of("--service-token", TheMock.SERVICE_TOKEN, "--only", "DS-LIST-ANSWERS"));
    args.addAll(List.of(more));
    return Program.run(args.toArray(String[]::new));
  }
}
