package dev.datamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.cli.ConformanceMain;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.mock.MockServer;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConformanceOfTheMockTest {
  @Test
  void the_mock_conforms() {
    StringWriter out = new StringWriter();

    int exitCode =
        ConformanceMain.execute(
            new PrintWriter(out),
            new PrintWriter(out),
            "run",
            "--base-url",
            TheMock.baseUri().toString(),
            "--service-token",
            TheMock.SERVICE_TOKEN,
            "--other-service-token",
            TheMock.OTHER_SERVICE_TOKEN);

    assertThat(exitCode).as(out.toString()).isZero();
    assertThat(out.toString())
        // The demo seed's datasources and workspaces fill no second page.
        .contains("NOT CHECKED: the list has only")
        .containsPattern("The server conforms as far as it was asked \\(\\d{4} of \\d{4} checks\\)")
        .doesNotContain("WARNING")
        .doesNotContain(TheMock.SERVICE_TOKEN);
  }

  @Test
  @Tag("thorough")
  void the_mock_conforms_as_far_as_an_api_key_reaches() {
    String report = run("--api-key", TheMock.API_KEY);

    assertThat(report)
        .contains("NOT CHECKED: no --service-token was given")
        .contains("NOT CHECKED: without --service-token no workspace is found")
        .containsPattern(
            "The server conforms as far as it was asked \\(\\d{2,4} of \\d{4} checks\\)")
        .doesNotContain("BLOCKED")
        .doesNotContain("WARNING")
        .doesNotContain(TheMock.API_KEY);
  }

  @Test
  @Tag("thorough")
  void an_api_key_reaches_further_when_a_workspace_is_named() {
    String report =
        run(
            "--api-key",
            TheMock.API_KEY,
            "--workspace",
            "Sales Workspace",
            "--dashboard",
            "sales-overview",
            "--metric",
            "monthly-revenue");

    assertThat(report).doesNotContain("no workspace is found").doesNotContain("BLOCKED");
  }

  @Test
  @Tag("thorough")
  void a_run_that_may_only_read_makes_nothing_and_says_what_it_did_not_ask() throws Exception {
    try (MockServer quiet = MockServer.start(MockOptions.defaults().withPort(0))) {
      for (String[] tokens :
          List.of(
              new String[] {"--service-token", TheMock.SERVICE_TOKEN},
              new String[] {"--service-token", TheMock.SERVICE_TOKEN, "--api-key", TheMock.API_KEY},
              new String[] {"--api-key", TheMock.API_KEY})) {
        String report = runAt(quiet.baseUri().toString(), tokens, "--read-only");

        assertThat(report)
            .contains("NOT CHECKED: --read-only was given")
            .contains("The server conforms as far as it was asked")
            .doesNotContain("BLOCKED");
      }
      Wire wire = new Wire(quiet.baseUri().toString(), RequestPacing.atMost(0));
      Call apps = Call.of(Operation.LIST_DATA_APPS, Family.KEBAB).as(TheMock.SERVICE_TOKEN);
      assertThat(wire.send(apps).json().path("data")).hasSize(2);
    }
  }

  @Test
  @Tag("thorough")
  void a_table_of_one_column_and_no_known_schema_will_do() {
    String report =
        run(
            "--service-token",
            TheMock.SERVICE_TOKEN,
            "--datasource",
            "acme-postgres",
            "--table",
            "orders",
            "--columns",
            "id");

    assertThat(report)
        .contains("NOT CHECKED: the schema of the table \"orders\" is not known")
        .doesNotContain("WARNING");
  }

  @Test
  void a_choice_of_checks_claims_no_more_than_it_asked() {
    assertThat(run("--service-token", TheMock.SERVICE_TOKEN, "--only", "DM-LIST-ANSWERS"))
        .contains("The server conforms as far as it was asked (3 of ");
  }

  private static String run(String... options) {
    return runAt(TheMock.baseUri().toString(), options);
  }

  private static String runAt(String baseUrl, String[] options, String... more) {
    StringWriter out = new StringWriter();
    List<String> words = new ArrayList<>(List.of("run", "--base-url", baseUrl, "--sequences", "1"));
    words.addAll(List.of(options));
    words.addAll(List.of(more));

    int exitCode =
        ConformanceMain.execute(
            new PrintWriter(out), new PrintWriter(out), words.toArray(new String[0]));

    assertThat(exitCode).as(out.toString()).isZero();
    return out.toString().replaceAll("\\s+", " ");
  }
}
