package dev.datamart.mock.text;

import static dev.datamart.mock.fixture.Bodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.cli.Visible;
import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.handle.Transcript;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers choose names, methods, addresses and bodies; none of them reaches a terminal raw. */
@Timeout(60)
class TerminalTest {

  private static final String NASTY =
      "\u001b]0;x\u0007\u007f\u009b1m\u202e\u2066\u200f\u061c\u2028";
  private static final TestMock MOCK = TestMock.start();
  private static final Tenant OWN = MOCK.newTenant(body("id", "own", "name", NASTY));

  @BeforeAll
  static void putIt_wherever_callers_can() {
    OWN.service().post("/data-app", "{\"name\": \"" + NASTY + "\"}");
    OWN.service().post("/dataApp", NASTY);
    OWN.service().post("/data-app", body("name", NASTY.substring(0, 1) + "a"));
    OWN.service().get("/data-app/datamarts?isPagination=" + Caller.encoded(NASTY));
    OWN.service().delete("/data-app/datamart?datamartName=" + Caller.encoded(NASTY));
    Caller.exchange(
        OWN.request("/dataApp/datamart/list")
            .header("User-Agent", "agent \u009b1m")
            .POST(BodyPublishers.ofString("{\"pageNumber\": \"" + NASTY + "\"}"))
            .build());
    Reply fault = OWN.fault("effect", "error", "name", NASTY, "message", NASTY);
    assertThat(fault.status()).isEqualTo(201);
    OWN.service().delete("/data-app/datamart?datamartName=" + Caller.encoded(NASTY));
    OWN.service().delete("/data-app/datamart?datamartName=sales-datamart");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organizations",
        "/organizations/own",
        "/organizations/own/state",
        "/organizations/own/versions",
        "/organizations/own/versions/1/state",
        "/organizations/own/difference",
        "/organizations/own/migration",
        "/journal",
        "/journal/1",
        "/journal/har",
        "/journal/curl",
        "/faults",
        "/migration",
        "/metrics",
        "/organizations/%1b%c2%9b%e2%80%ae",
        "/organizations/own/datamarts/%1b%c2%9b%e2%80%ae/impact",
        "/journal?%1b%c2%9b=1",
        "/journal?operation=%1b%c2%9b",
        "/%1b%c2%9b"
      })
  void no_answer_of_the_control_plane_steers(String path) {
    assertQuiet(MOCK.control().get(path).body());
  }

  @Test
  void no_refusal_of_a_body_steers() {
    for (String body :
        List.of(
            "{\"" + NASTY + "\": 1}",
            "{\"effect\": \"" + NASTY + "\"}",
            "{\"effect\": \"error\", \"code\": \"\\u001b\u009b\"}",
            "{\"effect\": \"error\", \"organization\": \"\u009b\"}",
            "{\"effect\": \"error\", \"operations\": [\"\u009b\"]}",
            NASTY)) {
      Reply refused = MOCK.control().post("/faults", body);
      assertThat(refused.status()).isEqualTo(400);
      assertQuiet(refused.body());
      assertQuiet(refused.message());
    }
  }

  @Test
  void no_transcript_and_no_claim_steers() {
    var journal = MOCK.server().handle().journal();

    String transcript = Transcript.of(journal.exchanges());

    assertThat(transcript.lines()).hasSizeGreaterThan(8);
    assertQuiet(transcript);
    try {
      journal.calls().naming(NASTY).exactly(99);
    } catch (AssertionError claim) {
      assertQuiet(String.valueOf(claim.getMessage()));
      return;
    }
    throw new AssertionError("the claim holds");
  }

  @Test
  void one_exchange_is_one_line_of_commands_whatever_is_in_it() {
    Tenant fresh = MOCK.newTenant();
    String longBody = "{\"name\": \"" + "x".repeat(20_000) + "\nrm -rf nothing\n\"}";
    fresh.service().post("/data-app", longBody);
    fresh.service().post("/data-app", "a\nb\u0000c");

    String commands = MOCK.control().get("/journal/curl?organization=" + fresh.id()).body();

    assertThat(commands.lines()).hasSize(2).allMatch(line -> line.startsWith("# The body "));
  }

  private static void assertQuiet(String text) {
    assertThat(text).isNotEmpty();
    assertThat(text.codePoints().filter(c -> c != '\n' && Visible.steers(c)))
        .as(Visible.of(text))
        .isEmpty();
  }
}
