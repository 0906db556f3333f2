package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On servers that are right in another way the suite stays silent. */
@Timeout(300)
class OtherServersTest {
  private static final int TIMES = Integer.getInteger("conformance.times", 1);

  static Stream<String> servers() {
    return OtherServers.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void a_different_but_right_server_raises_no_alarm(String name) {
    for (int i = 0; i < TIMES; i++) {
      try (BrokenServer server =
          new BrokenServer(TheMock.baseUri(), OtherServers.all().get(name).get())) {
        RunSettings settings = RunSettings.of(server.baseUrl(), TheMock.tokens());

        Run run = new Runner(Catalogue.requirements(), settings, Progress.silent()).run();

        assertThat(run.with(Verdict.VIOLATED))
            .extracting(result -> result.instance().id() + " " + words(result))
            .isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORMS);
      }
    }
  }

  private static String words(Result result) {
    return result.findings().stream()
        .map(finding -> "expected " + finding.expected() + ", came " + finding.came())
        .findFirst()
        .orElse("");
  }
}
