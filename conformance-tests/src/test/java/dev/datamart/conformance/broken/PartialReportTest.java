package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What works, what does not and what was not judged is seen at once. */
@Timeout(120)
class PartialReportTest {
  private static final Pattern CELL = Pattern.compile("<td class=\"(\\w+)\">(.*?)</td>");

  private static final String SOME = "EM-*-ANSWERS,EM-DELETE*,DM-LIST-ANSWERS";

  private static final Fault NO_EMBEDS =
      (ask, up) ->
          ask.is(Operation.CREATE_EMBED)
              ? Reply.refusal(404, "NOT_FOUND", "Not found")
              : up.send(ask);

  private static final Fault OTHER_WORDS =
      Faults.answers(
          (ask, reply) -> reply.status() == 400,
          reply -> Reply.refusal(400, reply.code(), "Something else"));

  @Test
  void what_was_not_judged_is_never_green_and_never_told_by_colour_alone() {
    String page = new HtmlReport(BrokenRun.of(NO_EMBEDS, SOME)).text();

    assertThat(CELL.matcher(page).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(
            cell ->
                assertThat(cell.contains("class=\"works\""))
                    .isEqualTo(cell.contains("<b>✓</b>"))
                    .isNotEqualTo(
                        cell.contains("not judged")
                            || cell.contains("not implemented")
                            || cell.contains("violated")
                            || cell.contains("not applicable")
                            || cell.contains("class=\"absent\"")));
    assertThat(page)
        .containsPattern("<td class=\"fails\"><b>✗</b> not implemented</td>")
        .containsPattern("<td class=\"(partly_judged|unjudged)\"><b>\\?</b> \\d+ not judged")
        .contains("<td class=\"works\"><b>✓</b> ");
  }

  @Test
  void the_first_screen_says_what_works_what_does_not_and_why_some_was_not_judged() {
    String page = new HtmlReport(BrokenRun.of(NO_EMBEDS, SOME)).text();
    String first = page.substring(0, page.indexOf("By operation"));

    assertThat(first)
        .contains("<dt class=\"fails\"><b>✗</b> Does not work</dt><dd>createEmbed</dd>")
        .containsPattern("<b>\\?</b> (Not judged|Judged in part)</dt><dd>[^<]*deleteEmbed")
        .contains("<b>✓</b> Works</dt><dd>listDatamarts")
        .containsPattern("checks blocked by <a href=\"#EM-CREATE-ANSWERS\">");
    assertThat(page).contains("id=\"EM-CREATE-ANSWERS\"");
  }

  @Test
  void what_is_not_implemented_is_told_once_with_the_families_that_lack_it() {
    Fault some =
        (ask, up) ->
            ask.is(Operation.CREATE_EMBED) || ask.path().equals("/api/v2/dataApp/embeds")
                ? Reply.refusal(404, "NOT_FOUND", "Not found")
                : up.send(ask);

    List<String> console = console(BrokenRun.of(some, SOME));

    assertThat(console)
        .filteredOn(line -> line.contains("not implemented"))
        .singleElement()
        .asString()
        .startsWith("VIOLATED: not implemented: every request to it is answered so: 404");
    assertThat(String.join(" ", console))
        .containsPattern("listEmbeds \\(camel\\), +createEmbed, ")
        .doesNotContain("EM-CREATE-ANSWERS")
        .contains("BLOCKED by what is not there (");
  }

  @Test
  void warnings_are_a_line_a_cause_and_decide_only_where_the_run_is_strict() {
    Run run = BrokenRun.of(OTHER_WORDS, "HTTP-ERROR-TEXTS,DM-DELETE-UNKNOWN*");
    Run strict = FormatsTest.strict(run);
    int warned = run.with(Verdict.WARNING).size();

    assertThat(warned).isGreaterThan(2);
    assertThat(run.exitCode()).isEqualTo(ExitCode.CONFORMS);
    assertThat(strict.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
    assertThat(console(run))
        .filteredOn(line -> line.contains("WARNING"))
        .singleElement()
        .asString()
        .startsWith("WARNING: HTTP-ERROR-TEXTS (" + warned + " checks) ");
    assertThat(console(run)).noneMatch(line -> line.startsWith("  came "));
    assertThat(console(strict))
        .anyMatch(line -> line.startsWith("  came "))
        .anyMatch(line -> line.endsWith(" --strict"))
        .contains("The server does not do all that is advised.");
  }

  private static List<String> console(Run run) {
    return new ConsoleReport(run, false).text().lines().toList();
  }
}
