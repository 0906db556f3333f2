package dev.datamart.conformance.run;

import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.SideFinding;
import dev.datamart.conformance.contract.Contract;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins what checks said with what was seen in passing, and names each root of a blockage.
 *
 * @param isAbsent whether the server has no such operation
 */
record VerdictMerger(
    List<Requirement> catalogue, List<Result> results, Predicate<Instance> isAbsent) {
  private static final Set<Verdict> NOT_ASKED =
      EnumSet.of(Verdict.NOT_APPLICABLE, Verdict.BLOCKED, Verdict.COULD_NOT_RUN);

  List<Result> with(Watchers watchers) {
    Map<String, List<Finding>> seen =
        watchers.findings().stream()
            .collect(
                Collectors.groupingBy(
                    one -> Instance.place(one.requirement(), one.operation(), one.family()),
                    Collectors.mapping(SideFinding::finding, Collectors.toList())));
    List<Result> merged =
        results.stream()
            .map(result -> merged(result, watchers, seen.get(result.instance().place())))
            .toList();
    Map<Instance, Result> byInstance = new LinkedHashMap<>();
    merged.forEach(result -> byInstance.put(result.instance(), result));
    missingRoots(merged).forEach(root -> byInstance.put(root.instance(), root));
    return List.copyOf(byInstance.values());
  }

  private Result merged(Result result, Watchers watchers, @Nullable List<Finding> more) {
    if (isAbsent.test(result.instance())) {
      // What a router says by itself is no answer of the operation.
      return result;
    }
    if (more == null) {
      return honest(result, watchers);
    }
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(more);
    return result.withVerdict(CheckExecution.red(result.requirement())).withFindings(findings);
  }

  /** Who watched and saw nothing, or could not look, cannot have passed. */
  private Result honest(Result result, Watchers watchers) {
    Instance instance = result.instance();
    if (result.verdict() != Verdict.PASSED || instance.requirement().watch() == null) {
      return result;
    }
    return watchers
        .fault(instance)
        .map(words -> CheckExecution.fault(instance, words).withTook(result.took()))
        .orElseGet(
            () -> watchers.saw(instance.operation(), instance.family()) ? result : blind(result));
  }

  /** Where the operation could not be asked at all, there was nothing to see. */
  private Result blind(Result result) {
    Instance instance = result.instance();
    return results.stream()
        .filter(root -> root.requirement().id().equals(Contract.root(instance.operation())))
        .filter(root -> root.instance().family() == instance.family())
        .filter(root -> NOT_ASKED.contains(root.verdict()))
        .findFirst()
        .orElseGet(
            () -> Result.of(instance, Verdict.COULD_NOT_RUN, "no answer of the operation was seen"))
        .withInstance(instance)
        .withTook(result.took());
  }

  /** Roots that block others without having been found violated themselves. */
  private List<Result> missingRoots(List<Result> merged) {
    Set<String> violated =
        merged.stream()
            .filter(result -> result.verdict() == Verdict.VIOLATED)
            .map(result -> result.requirement().id())
            .collect(Collectors.toSet());
    List<Result> roots = new ArrayList<>();
    for (Result result : merged) {
      if (result.verdict() == Verdict.BLOCKED && violated.add(result.reason())) {
        catalogue.stream()
            .filter(requirement -> requirement.id().equals(result.reason()))
            .forEach(root -> roots.add(violated(root, result.findings())));
      }
    }
    return roots;
  }

  private static Result violated(Requirement root, List<Finding> findings) {
    Exchange exchange = findings.get(0).exchange();
    Family family = exchange == null ? Family.KEBAB : exchange.call().family();
    Instance instance = new Instance(root, root.subjects().get(0), family);
    return Result.of(instance, Verdict.VIOLATED, "").withFindings(findings);
  }
}
