package dev.datamart.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.TheMock;
import dev.datamart.conformance.cli.ConformanceMain;
import dev.datamart.conformance.report.Badge;
import dev.datamart.conformance.report.ConsoleReport;
import dev.datamart.conformance.report.HtmlReport;
import dev.datamart.conformance.report.JsonReport;
import dev.datamart.conformance.report.JunitReport;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.conformance.wire.RequestPacing;
import dev.datamart.conformance.wire.Wire;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Element;

/** The suite leaves no trace, tells no secret, and all its reports tell the same. */
@Tag("thorough")
@Timeout(120)
class GuestTest {
  private static final Fault RIGHT = (ask, up) -> up.send(ask);
  private static final Fault WRONG =
      Faults.answers(
          (ask, reply) -> ask.is(Operation.DELETE_EMBED, Operation.DELETE_DATAMART) && !reply.ok(),
          reply -> reply.status(404));

  @Test
  void nothing_of_a_run_is_left_whatever_the_server_does() {
    Set<String> before = names();
    Fault failing =
        (ask, up) ->
            ask.is(Operation.CREATE_EMBED)
                ? Reply.refusal(500, "INTERNAL_SERVER_ERROR", "Unexpected failure")
                : up.send(ask);

    BrokenRun.of(RIGHT, "DM-*");
    BrokenRun.of(WRONG, "DM-DELETE*");
    BrokenRun.of(failing, "EM-*");

    assertThat(names()).isEqualTo(before);
  }

  @Test
  void only_things_with_the_prefix_of_the_run_are_ever_deleted() {
    Set<String> deleted = ConcurrentHashMap.newKeySet();
    Set<String> made = ConcurrentHashMap.newKeySet();
    Fault watching =
        (ask, up) -> {
          Reply reply = up.send(ask);
          if (ask.is(Operation.DELETE_DATAMART, Operation.DELETE_DATA_APP) && reply.ok()) {
            deleted.add(ask.argument("datamartName") + ask.argument("name"));
          }
          if (ask.is(Operation.CREATE_DATAMART, Operation.CREATE_DATA_APP) && reply.ok()) {
            made.add(ask.argument("name"));
          }
          return reply;
        };

    BrokenRun.of(watching, "DM-DELETE*,DA-*");

    assertThat(deleted).isNotEmpty().allMatch(name -> name.startsWith("dck-"));
    assertThat(made).containsAll(deleted);
  }

  @Test
  void cleanup_removes_what_a_killed_run_left_and_nothing_else() {
    Wire wire = new Wire(TheMock.baseUri().toString(), RequestPacing.atMost(0));
    Set<String> before = names();
    wire.send(
        Call.of(Operation.CREATE_DATA_APP, Family.KEBAB)
            .with("name", "dck-killed-1")
            .as(TheMock.SERVICE_TOKEN));
    wire.send(
        Call.of(Operation.CREATE_DATA_APP, Family.KEBAB)
            .with("name", "dck-killedtoo-1")
            .as(TheMock.SERVICE_TOKEN));

    assertThat(cleanup("killed")).contains("removed data app dck-killed-1");
    assertThat(names()).contains("dck-killedtoo-1");
    assertThat(cleanup("killedtoo")).contains("removed data app dck-killedtoo-1");
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void all_reports_tell_the_same_and_none_tells_a_token() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    Run run =
        BrokenRun.of(
            (ask, up) -> {
              Reply reply = WRONG.answer(ask, up);
              keys.addAll(reply.json().findValuesAsText("key"));
              return reply;
            },
            "DM-DELETE*,EM-DELETE*,AUTH-API*,AT-LIST*");
    String console = new ConsoleReport(run, false).text();
    String json = new JsonReport(run).text();
    String xml = new JunitReport(run).text();
    String html = new HtmlReport(run).text();

    int violated = run.with(Verdict.VIOLATED).size();
    assertThat(violated).isPositive();
    assertThat(console).contains(violated + " violated");
    assertThat(html).contains("<b>" + violated + "</b> violated");
    assertThat(new Badge(run).svg()).contains(violated + " violated");
    JsonNode tree = Json.read(json);
    assertThat(tree.at("/counts/VIOLATED").asInt()).isEqualTo(violated);
    assertThat(tree.path("results")).hasSize(run.results().size());
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(violated));
    assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(run.results().size()));
    for (String report : new String[] {console, json, xml, html}) {
      assertThat(report)
          .doesNotContain(TheMock.SERVICE_TOKEN)
          .doesNotContain(TheMock.OTHER_SERVICE_TOKEN)
          .contains("DM-DELETE-UNKNOWN-IS-REFUSED");
      assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(report).doesNotContain(key));
    }
  }

  @Test
  void the_same_seed_draws_the_same_sequences() {
    // One family, since those that are played side by side mix as they come.
    String only = "DM-SEQUENCES-FOLLOW-THE-MODEL@deleteDatamart/kebab";

    assertThat(drawn(only)).isEqualTo(drawn(only)).hasSizeGreaterThan(30);
  }

  private static List<String> drawn(String only) {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    BrokenRun.of(
        (ask, up) -> {
          // How often a list is asked for beside them depends on the time that answers take.
          if (ask.operation().filter(Operation::isChange).isPresent()) {
            asked.add(ask.method() + " " + ask.path());
          }
          return up.send(ask);
        },
        only);
    return asked;
  }

  private static String cleanup(String run) {
    StringWriter out = new StringWriter();
    int exitCode =
        ConformanceMain.execute(
            new PrintWriter(out),
            new PrintWriter(out),
            "cleanup",
            "--base-url",
            TheMock.baseUri().toString(),
            "--service-token",
            TheMock.SERVICE_TOKEN,
            "--run",
            run);
    assertThat(exitCode).isZero();
    return out.toString();
  }

  private static Set<String> names() {
    Wire wire = new Wire(TheMock.baseUri().toString(), RequestPacing.atMost(0));
    Set<String> names = new TreeSet<>();
    for (String token : new String[] {TheMock.SERVICE_TOKEN, TheMock.OTHER_SERVICE_TOKEN}) {
      for (Operation list : new Operation[] {Operation.LIST_DATAMARTS, Operation.LIST_DATA_APPS}) {
        wire.send(Call.of(list, Family.KEBAB).as(token))
            .json()
            .path("data")
            .forEach(item -> names.add(item.path("name").asText()));
      }
    }
    return names;
  }
}
