package dev.datamart.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A run in the Common Test Report Format (ctrf.io), for tools that read tests of any kind. */
public final class CtrfReport {
  private final Run run;
  private final Telling telling;
  private final Allowance allowance = new Allowance();

  public CtrfReport(Run run) {
    this.run = run;
    this.telling = new Telling(run);
  }

  public String text() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode tree() {
    JsonNode results =
        Json.object(
            "tool", Json.object("name", "datamart-conformance"),
            "summary", summary(),
            "tests", run.results().stream().map(this::test).toList(),
            "environment", Json.object("testEnvironment", masked(run.settings().baseUrl())));
    return Json.object("reportFormat", "CTRF", "specVersion", "0.0.0", "results", results);
  }

  private JsonNode summary() {
    long stop = Instant.now().toEpochMilli();
    ObjectNode summary = Json.object("tests", run.results().size());
    for (Status status : Status.values()) {
      summary.put(
          status.word(),
          run.results().stream().filter(each -> Status.of(run, each.verdict()) == status).count());
    }
    return summary.put("start", stop - run.took().toMillis()).put("stop", stop);
  }

  private enum Status {
    PASSED,
    FAILED,
    SKIPPED,
    PENDING,
    OTHER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(Run run, Verdict verdict) {
      return switch (verdict) {
        case PASSED -> PASSED;
        case WARNING -> run.isRed(verdict) ? FAILED : PASSED;
        case VIOLATED, UNEXPECTEDLY_PASSED -> FAILED;
        case NOT_APPLICABLE, KNOWN -> SKIPPED;
        case BLOCKED, COULD_NOT_RUN -> OTHER;
      };
    }
  }

  private JsonNode test(Result result) {
    ObjectNode test =
        Json.object(
            "name", result.instance().id(),
            "status", Status.of(run, result.verdict()).word(),
            "rawStatus", result.verdict().name(),
            "duration", result.took().toMillis(),
            "suite", List.of(result.requirement().id()),
            "tags", List.of(result.requirement().level().name()));
    String message = telling.line(result);
    if (!message.isEmpty()) {
      test.put("message", message);
    }
    String trace = allowance.isSpent() ? null : telling.whole(result);
    if (trace != null) {
      test.put("trace", allowance.spend(trace));
    }
    return test;
  }

  private String masked(String text) {
    return run.secrets().mask(text);
  }
}
