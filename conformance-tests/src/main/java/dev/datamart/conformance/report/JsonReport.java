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
import dev.datamart.conformance.wire.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run for programs, in the form that {@code report/schema.json} describes. */
public final class JsonReport {
  private final Run run;
  private final Commands commands;
  private final Allowance allowance = new Allowance();

  /** Findings that were told, by the check that told them first. */
  private final Map<Finding, String> told = new HashMap<>();

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
        "baseUrl", masked(run.settings().baseUrl()),
        "run", run.runId(),
        "seed", run.settings().seed(),
        "outcome", run.exitCode().name(),
        "exitCode", run.exitCode().number(),
        "strict", run.settings().strict(),
        "requests", run.requests(),
        "milliseconds", run.took().toMillis(),
        "counts", run.counts(),
        "leftovers", run.leftovers().stream().map(this::masked).toList(),
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
      tree.put("reason", masked(Text.cut(result.reason(), 500)));
    }
    if (!result.findings().isEmpty()) {
      List<JsonNode> findings = findings(result);
      tree.set("findings", Json.node(findings));
      if (findings.size() < result.findings().size()) {
        tree.put("omitted", result.findings().size() - findings.size());
      }
      tree.set("hints", Json.node(requirement.hints()));
      tree.put("rerun", masked(commands.rerunning(result)));
    }
    return tree;
  }

  private List<JsonNode> findings(Result result) {
    List<JsonNode> findings = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (allowance.isSpent()) {
        break;
      }
      String first = told.putIfAbsent(finding, result.instance().id());
      JsonNode tree = finding(finding, first);
      allowance.spend(tree.toString());
      findings.add(tree);
    }
    return findings;
  }

  /**
   * @param first the check that has told it already, if one has: what blocks many is told once
   */
  private JsonNode finding(Finding finding, @Nullable String first) {
    ObjectNode tree = Json.object("expected", masked(finding.expected()));
    if (first != null) {
      return tree.put("came", masked(Text.cut(finding.came(), 100))).put("sameAs", first);
    }
    tree.put("came", masked(finding.came()));
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
