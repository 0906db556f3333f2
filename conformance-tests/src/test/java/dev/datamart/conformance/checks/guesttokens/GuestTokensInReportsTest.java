package dev.datamart.conformance.checks.guesttokens;

import static dev.datamart.spec.Operation.CREATE_GUEST_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.broken.BrokenRun;
import dev.datamart.conformance.broken.Reply;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.report.CtrfReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.report.MarkdownReport;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guest token opens somebody's data: no report tells one in full, however wrong the answer. */
@Timeout(60)
class GuestTokensInReportsTest {

  @Test
  void a_guest_token_stands_in_full_in_no_report() {
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              Reply reply = up.send(ask);
              if (!ask.is(CREATE_GUEST_TOKEN) || !reply.ok()) {
                return reply;
              }
              tokens.add(reply.json().path("token").asText());
              // A failure that shows the answer, with the token at a place of its own.
              return reply
                  .status(500)
                  .edited(body -> body.putObject("error").set("token", body.get("token")));
            },
            "GT-CREATE-ANSWERS,GT-CREATE-MAKES*,HTTP-ERROR*");

    assertThat(run.with(Verdict.VIOLATED)).isNotEmpty();
    assertThat(tokens).isNotEmpty();
    for (String report :
        new String[] {
          new ConsoleReport(run, false).text(),
          new ConsoleReport(run, true).text(),
          new JsonReport(run).text(),
          new JunitReport(run).text(),
          new HtmlReport(run).text(),
          new CtrfReport(run).text(),
          new MarkdownReport(run).text()
        }) {
      assertThat(report).contains("GT-CREATE-ANSWERS");
      assertThat(tokens).allSatisfy(token -> assertThat(report).doesNotContain(token));
    }
  }
}
