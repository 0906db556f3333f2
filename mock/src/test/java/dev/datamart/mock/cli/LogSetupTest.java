package dev.datamart.mock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.cli.Visible;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** A line of the log, whose words callers may have chosen. */
class LogSetupTest {

  @Test
  void an_event_is_one_line_that_steers_nothing() {
    LogRecord event = new LogRecord(Level.SEVERE, "failed on\n\u001b]0;x\u0007 \u009b1m\u202e");
    event.setThrown(new IllegalStateException("a\r\nb\u0085c\u2028d\u007f"));

    String line = LogSetup.FORMAT.format(event);

    assertThat(line).endsWith(System.lineSeparator()).contains("failed on \\u001b]0;x");
    assertThat(line.strip().codePoints()).noneMatch(Visible::steers);
  }
}
