package dev.datamart.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.conformance.wire.Curl;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.Map;

/** A run for programs, in the form that {@code report/schema.json} describes. */
public final class JsonReport {
  private final Run run;
  private final Curl curl;
  private final Commands commands;

  public JsonReport(Run run) {
    this.run = run;
    this.curl = new Curl(run.secrets());
    this.commands = new Commands(run);
  }

  public String text() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private ObjectNode tree() {
    ArrayNode results = Json.array();
    run.results().forEach(result -> results.add(result(result)));
    return Json.object(
        "format", "datamart-conformance/1",
        "baseUrl", run.settings().baseUrl(),
        "run", run.runId(),
        "seed", run.settings().seed(),
        "outcome", run.exitCode().name(),
        "exitCode", run.exitCode().number(),
        "requests", run.requests(),
        "milliseconds", run.took().toMillis(),
        "counts", counts(),
        "leftovers", run.leftovers(),
        "results", results);
  }

  private ObjectNode counts() {
    ObjectNode counts = Json.object();
    for (Map.Entry<Verdict, Integer> count : run.counts().entrySet()) {
      counts.put(count.getKey().name(), count.getValue());
    }
    return counts;
  }

  private ObjectNode result(Result result) {
    ObjectNode tree =
        Json.object(
            "id", result.instance().id(),
            "requirement", result.instance().requirement().id(),
            "operation", result.instance().operation().id(),
            "family", result.instance().family().word(),
            "level", result.instance().requirement().level().name(),
            "evidence", result.instance().requirement().evidence().name(),
            "sentence", result.instance().requirement().sentence(),
            "source", result.instance().requirement().source(),
            "verdict", result.verdict().name(),
            "milliseconds", result.took().toMillis());
    if (!result.reason().isEmpty()) {
      tree.put("reason", run.secrets().mask(result.reason()));
    }
    ArrayNode findings = Json.array();
    result.findings().forEach(finding -> findings.add(finding(finding)));
    if (!findings.isEmpty()) {
      tree.set("findings", findings);
      tree.set("hints", Json.node(result.instance().requirement().hints()));
      tree.put("rerun", run.secrets().mask(commands.rerunning(result)));
    }
    return tree;
  }

  private ObjectNode finding(Finding finding) {
    ObjectNode tree =
        Json.object(
            "expected", run.secrets().mask(finding.expected()),
            "came", run.secrets().mask(finding.came()));
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      tree.put("status", exchange.status()).put("curl", curl.of(exchange));
    }
    if (!finding.history().isEmpty()) {
      tree.set("history", Json.node(commands.repeating(finding)));
    }
    return tree;
  }
}
