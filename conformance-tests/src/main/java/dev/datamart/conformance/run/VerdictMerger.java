package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.SideFinding;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Joins what checks said with what was seen in passing, and names each root of a blockage. */
final class VerdictMerger {
  private final List<Requirement> catalogue;
  private final List<Result> results;

  VerdictMerger(List<Requirement> catalogue, List<Result> results) {
    this.catalogue = catalogue;
    this.results = results;
  }

  List<Result> with(Watchers watchers) {
    Map<String, List<Finding>> seen =
        watchers.findings().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Instance.place(one.requirement(), one.operation(), one.family()),
                    Collectors.mapping(SideFinding::finding, Collectors.toList())));
    List<Result> merged = new ArrayList<>();
    for (Result result : results) {
      List<Finding> more = seen.getOrDefault(result.instance().place(), List.of());
      merged.add(more.isEmpty() ? honest(result, watchers) : worsened(result, more));
    }
    List<Result> roots = missingRoots(merged);
    merged.removeIf(
        result -> roots.stream().anyMatch(root -> root.instance().equals(result.instance())));
    merged.addAll(roots);
    return merged;
  }

  /** Who watched and saw nothing, or could not look, cannot have passed. */
  private Result honest(Result result, Watchers watchers) {
    Instance instance = result.instance();
    if (result.verdict() != Verdict.PASSED || instance.requirement().watch() == null) {
      return result;
    }
    return watchers
        .fault(instance)
        .map(words -> result.as(Verdict.COULD_NOT_RUN, CheckExecution.faultWords(words)))
        .orElseGet(
            () -> watchers.saw(instance.operation(), instance.family()) ? result : blind(result));
  }

  /** Where the operation could not be asked at all, there was nothing to see. */
  private Result blind(Result result) {
    Instance instance = result.instance();
    return results.stream()
        .filter(
            root -> root.instance().requirement().id().equals(Contract.root(instance.operation())))
        .filter(root -> root.instance().family() == instance.family())
        .filter(root -> root.verdict() == Verdict.NOT_APPLICABLE)
        .findFirst()
        .map(root -> result.as(Verdict.NOT_APPLICABLE, root.reason()))
        .orElseGet(() -> result.as(Verdict.COULD_NOT_RUN, "no answer of the operation was seen"));
  }

  private static Result worsened(Result result, List<Finding> more) {
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(more);
    return result.with(CheckExecution.red(result.instance().requirement()), findings);
  }

  /** Roots that block others without having been found violated themselves. */
  private List<Result> missingRoots(List<Result> merged) {
    Map<String, Result> roots = new LinkedHashMap<>();
    for (Result result : merged) {
      boolean blocked = result.verdict() == Verdict.BLOCKED;
      if (blocked && merged.stream().noneMatch(other -> isViolatedRoot(other, result.reason()))) {
        catalogue.stream()
            .filter(requirement -> requirement.id().equals(result.reason()))
            .forEach(root -> roots.putIfAbsent(root.id(), violated(root, result.findings())));
      }
    }
    return List.copyOf(roots.values());
  }

  private static boolean isViolatedRoot(Result result, String root) {
    return result.verdict() == Verdict.VIOLATED
        && result.instance().requirement().id().equals(root);
  }

  private static Result violated(Requirement root, List<Finding> findings) {
    Exchange exchange = findings.get(0).exchange();
    Family family = exchange == null ? Family.KEBAB : exchange.call().family();
    Instance instance = new Instance(root, root.subjects().get(0), family);
    return new Result(instance, Verdict.VIOLATED, "", findings, Duration.ZERO);
  }
}
