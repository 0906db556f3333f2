package dev.datamart.mock.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes through the real engine, in a session of their own with its own server. */
final class Kit {

  private Kit() {}

  /** What a run did, and what it wrote to standard error. */
  record Run(EngineExecutionResults results, String errors) {

    List<String> failures() {
      return failuresOf(results.testEvents());
    }
  }

  static List<String> failuresOf(Events events) {
    return events.failed().stream()
        .map(event -> event.getPayload().orElseThrow().toString())
        .toList();
  }

  static EngineExecutionResults run(Class<?>... classes) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL");
    for (Class<?> each : classes) {
      kit.selectors(selectClass(each));
    }
    return kit.execute();
  }

  /** Runs classes and keeps what is written meanwhile; others must not redirect it as well. */
  static Run runAndListen(Class<?>... classes) {
    PrintStream usual = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      EngineExecutionResults results = run(classes);
      return new Run(results, written.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(usual);
    }
  }
}
