package dev.datamart.conformance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.wire.Burst;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Before a server that answers nothing right, a run ends within a minute and says why. */
@Timeout(110)
@Tag("thorough")
@Execution(ExecutionMode.CONCURRENT)
class UnusableServerTest {
  private static final String TOKEN = "11111111-1111-4111-8111-111111111111";

  /** How a run against an answer ended. */
  private record End(Answers answer, Program program, long seconds) {}

  @Test
  void each_ends_with_3_and_one_sentence(@TempDir Path dir) {
    // All at once, since the slow ones take half a minute each.
    List<Callable<End>> runs =
        Arrays.stream(Answers.values())
            .map(answer -> (Callable<End>) () -> end(answer, dir.resolve(answer + ".json")))
            .toList();

    List<End> ends = Burst.of(runs);

    assertThat(ends)
        .allSatisfy(
            end -> {
              assertThat(end.program().exitCode()).as(end.toString()).isEqualTo(3);
              assertThat(end.program().err().strip()).hasLineCount(1).endsWith(".");
              assertThat(end.program().err()).doesNotContain(TOKEN).hasSizeLessThan(300);
              assertThat(end.program().out()).isEmpty();
              assertThat(end.seconds()).as(end.toString()).isLessThan(60);
              assertThat(Files.readString(dir.resolve(end.answer() + ".json")))
                  .contains("COULD_NOT_RUN")
                  .doesNotContain("\"PASSED\" : 1");
            });
  }

  private static End end(Answers answer, Path report) {
    long start = System.nanoTime();
    try (HostileServer server = new HostileServer(answer)) {
      String[] args = {
        "run",
        "--base-url",
        server.baseUrl(),
        "--service-token",
        TOKEN,
        "--only",
        "DM-LIST-ANSWERS",
        "--json",
        report.toString()
      };
      Program program = Program.run(args);
      return new End(answer, program, (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  @Test
  void a_plain_server_is_not_taken_for_one_that_speaks_tls() {
    try (HostileServer server = HostileServer.unasked(Answers.A_BARE_LIST)) {
      String url = server.baseUrl().replace("http:", "https:");

      Program program = Program.run("run", "--base-url", url, "--service-token", TOKEN);

      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.err()).contains("TLS fails");
    }
  }

  @Test
  void a_redirect_is_not_followed_with_the_token() {
    try (HostileServer elsewhere = new HostileServer(Answers.A_BARE_LIST);
        HostileServer server =
            new HostileServer(
                out ->
                    out.write(
                        ("HTTP/1.1 307 Moved\r\nLocation: "
                                + elsewhere.baseUrl()
                                + "/\r\nContent-Length: 0\r\n\r\n")
                            .getBytes()))) {
      Program program =
          Program.run("run", "--base-url", server.baseUrl(), "--service-token", TOKEN);

      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.err()).contains("status 307");
      assertThat(elsewhere.heads).isEmpty();
    }
  }
}
