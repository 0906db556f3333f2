package dev.datamart.conformance.junit;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.report.Commands;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole suite as JUnit tests of an implementer's own build: extend this class and annotate it
 * with {@link ConformanceTarget}. One container per requirement, one test per operation and family.
 */
public abstract class DatamartConformance {

  /** Checks the server once and shows every verdict as a test. */
  @TestFactory
  Stream<DynamicNode> requirements() {
    Run run = new Runner(Catalogue.requirements(), settings(), Progress.silent()).run();
    Map<Requirement, List<Result>> byRequirement =
        run.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.instance().requirement(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byRequirement.entrySet().stream()
        .map(
            entry ->
                DynamicContainer.dynamicContainer(
                    entry.getKey().id() + ": " + entry.getKey().sentence(),
                    entry.getValue().stream().map(result -> test(run, result))));
  }

  /** Where the server is; override it when that is known only at run time. */
  protected String baseUrl() {
    return resolved(target().baseUrl());
  }

  private RunSettings settings() {
    ConformanceTarget target = target();
    String baseUrl = baseUrl();
    if (!target.mayWrite() && !isLoopback(baseUrl)) {
      throw new IllegalStateException(
          baseUrl + " is not on this machine; say mayWrite = true in @ConformanceTarget.");
    }
    Selection selection = Selection.everything().only(target.only());
    return RunSettings.of(
            baseUrl,
            new Tokens(
                orNull(target.serviceToken()),
                orNull(target.apiKey()),
                orNull(target.otherServiceToken())))
        .selecting(selection);
  }

  private ConformanceTarget target() {
    ConformanceTarget target = getClass().getAnnotation(ConformanceTarget.class);
    if (target == null) {
      throw new IllegalStateException(getClass().getName() + " has no @ConformanceTarget.");
    }
    return target;
  }

  private static DynamicTest test(Run run, Result result) {
    String name = result.instance().operation().id() + ", " + result.instance().family().word();
    return DynamicTest.dynamicTest(name, () -> judge(run, result));
  }

  private static void judge(Run run, Result result) {
    switch (result.verdict()) {
      case PASSED, WARNING -> {}
      case NOT_APPLICABLE, KNOWN -> Assumptions.abort(run.secrets().mask(result.reason()));
      case VIOLATED, UNEXPECTEDLY_PASSED, BLOCKED, COULD_NOT_RUN ->
          Assertions.fail(words(run, result));
    }
  }

  private static String words(Run run, Result result) {
    StringBuilder text = new StringBuilder(result.verdict().words());
    text.append(": ").append(result.instance().requirement().sentence());
    if (!result.reason().isEmpty()) {
      text.append(" (").append(result.reason()).append(')');
    }
    for (Finding finding : result.findings()) {
      text.append("\n  expected ").append(finding.expected());
      text.append("\n  came     ").append(finding.came());
      new Commands(run)
          .repeating(finding)
          .forEach(command -> text.append("\n  repeat   ").append(command));
    }
    result
        .instance()
        .requirement()
        .hints()
        .forEach(hint -> text.append("\n  hint     ").append(hint));
    return run.secrets().mask(text.toString());
  }

  private static @Nullable String orNull(String value) {
    String resolved = resolved(value);
    return resolved.isEmpty() ? null : resolved;
  }

  /** The value with each {@code ${NAME}} replaced; an unknown name becomes an empty text. */
  static String resolved(String value) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = value.indexOf("${"); at >= 0; at = value.indexOf("${", from)) {
      int end = value.indexOf('}', at);
      if (end < 0) {
        break;
      }
      String name = value.substring(at + 2, end);
      String property = System.getProperty(name);
      String variable = System.getenv(name);
      text.append(value, from, at);
      text.append(property != null ? property : variable != null ? variable : "");
      from = end + 1;
    }
    return text.append(value.substring(from)).toString();
  }

  private static boolean isLoopback(String baseUrl) {
    try {
      return InetAddress.getByName(URI.create(baseUrl).getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
