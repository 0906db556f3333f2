package dev.datamart.mock.admin;

import static dev.datamart.mock.fixture.Bodies.body;
import static dev.datamart.mock.fixture.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.TestMock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether the mock is up, and what it counts. */
@Timeout(30)
class HealthTest {

  @Test
  void health_and_metrics_tell_what_happened() {
    try (TestMock server = TestMock.start()) {
      Caller control = server.control();
      server.api().get("/data-app");
      server.api().get("/data-app");
      control.post("/faults", body("effect", "error"));
      server.newTenant();

      assertThat(control.get("/health").json().toString())
          .isEqualTo(json(body("status", "up", "organizations", 3, "exchanges", 2)));
      Reply metrics = control.get("/metrics");
      assertThat(metrics.header("Content-Type").orElse(""))
          .startsWith("text/plain")
          .contains("version=0.0.4");
      assertThat(value(metrics, "datamart_mock_exchanges_total")).isEqualTo(2);
      assertThat(value(metrics, "datamart_mock_organizations")).isEqualTo(3);
      assertThat(value(metrics, "datamart_mock_faults")).isEqualTo(1);
      assertThat(metrics.body()).contains("jvm_memory_used_bytes");
      for (String purpose : List.of("journal", "versions", "answers", "dead-tokens")) {
        assertThat(metrics.body())
            .contains("datamart_mock_held_bytes{purpose=\"" + purpose + "\"}")
            .contains("datamart_mock_held_bytes_limit{purpose=\"" + purpose + "\"}");
      }
      assertThat(value(metrics, "datamart_mock_held_bytes")).isGreaterThan(1_000);
    }
  }

  @Test
  void what_is_not_there_or_not_taken_is_refused_with_a_sentence() {
    Caller control = TestMock.shared().control();

    assertThat(control.get("/nothing").message()).contains("There is nothing at this address");
    assertThat(control.delete("/health").status()).isEqualTo(405);
    assertThat(control.get("/journal/0").status()).isEqualTo(404);
    assertThat(control.get("/journal/%zz".replace("%zz", "x")).status()).isEqualTo(404);
    assertThat(control.get("/organizations/none/state").message())
        .isEqualTo("There is no organization \"none\".");
  }

  private static double value(Reply metrics, String name) {
    Matcher line =
        Pattern.compile("^" + name + "(?:\\{.*})? (\\S+)$", Pattern.MULTILINE)
            .matcher(metrics.body());
    double sum = 0;
    while (line.find()) {
      sum += Double.parseDouble(line.group(1));
    }
    return sum;
  }
}
