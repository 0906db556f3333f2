package dev.datamart.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;

/** A run for programs, in the form that {@code report/schema.json} describes. */
public final class JsonReport {
  private final Run run;
  private final Commands commands;

  public JsonReport(Run run) {
    this.run = run;
    this.commands = new Commands(run);
  }

  public String text() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree()) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode tree() {
    return Json.object(
        "format", "datamart-conformance/1",
        "baseUrl", run.settings().baseUrl(),
        "run", run.runId(),
        "seed", run.settings().seed(),
        "outcome", run.exitCode().name(),
        "exitCode", run.exitCode().number(),
        "requests", run.requests(),
        "milliseconds", run.took().toMillis(),
        "counts", run.counts(),
        "leftovers", run.leftovers(),
        "results", run.results().stream().map(this::result).toList());
  }

  private JsonNode result(Result result) {
    Requirement requirement = result.requirement();
    ObjectNode tree =
        Json.object(
            "id", result.instance().id(),
            "requirement", requirement.id(),
            "operation", result.instance().operation().id(),
            "family", result.instance().family().word(),
            "level", requirement.level().name(),
            "evidence", requirement.evidence().name(),
            "sentence", requirement.sentence(),
            "source", requirement.source(),
            "verdict", result.verdict().name(),
            "milliseconds", result.took().toMillis());
    if (!result.reason().isEmpty()) {
      tree.put("reason", masked(result.reason()));
    }
    if (!result.findings().isEmpty()) {
      tree.set("findings", Json.node(result.findings().stream().map(this::finding).toList()));
      tree.set("hints", Json.node(requirement.hints()));
      tree.put("rerun", masked(commands.rerunning(result)));
    }
    return tree;
  }

  private JsonNode finding(Finding finding) {
    ObjectNode tree =
        Json.object("expected", masked(finding.expected()), "came", masked(finding.came()));
    Exchange exchange = finding.exchange();
    if (exchange != null) {
      tree.put("status", exchange.status()).put("curl", commands.repeating(exchange));
    }
    if (!finding.history().isEmpty()) {
      tree.set("history", Json.node(commands.repeating(finding)));
    }
    return tree;
  }

  private String masked(String text) {
    return run.secrets().mask(text);
  }
}
