package dev.datamart.conformance.report;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations that a server does not have, a paragraph for each way in which that shows. */
final class Absences {
  private final List<Result> results;
  private final Set<String> onlyAbsent;

  Absences(Run run) {
    List<Result> violated = run.with(Verdict.VIOLATED);
    results = violated.stream().filter(Result::isOfAbsence).toList();
    onlyAbsent = ids(results);
    onlyAbsent.removeAll(ids(violated.stream().filter(result -> !result.isOfAbsence()).toList()));
  }

  private static Set<String> ids(List<Result> some) {
    return some.stream()
        .map(result -> result.requirement().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a blocking requirement is violated for no other reason. */
  boolean explain(String root) {
    return onlyAbsent.contains(root);
  }

  /** Such as {@code not implemented: … 404 …: listEmbeds, createDatamart (camel, verb)}. */
  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    Result.by(Absences::words, results)
        .forEach((words, own) -> paragraphs.add(words + "\n" + operations(own)));
    return paragraphs;
  }

  private static String words(Result result) {
    return Visible.of(Cause.plain(result.findings().get(0).came()));
  }

  private static String operations(List<Result> own) {
    Map<Operation, Set<Family>> families = new TreeMap<>();
    own.forEach(
        result ->
            families
                .computeIfAbsent(result.instance().operation(), first -> new TreeSet<>())
                .add(result.instance().family()));
    return families.entrySet().stream()
        .map(entry -> operation(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String operation(Operation operation, Set<Family> missing) {
    return missing.containsAll(operation.families())
        ? operation.id()
        : missing.stream()
            .map(Family::word)
            .collect(Collectors.joining(", ", operation.id() + " (", ")"));
  }
}
