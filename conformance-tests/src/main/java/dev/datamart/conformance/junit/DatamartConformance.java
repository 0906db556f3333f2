package dev.datamart.conformance.junit;

import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Finding;
import dev.datamart.conformance.context.Tokens;
import dev.datamart.conformance.report.Commands;
import dev.datamart.conformance.run.Progress;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Runner;
import dev.datamart.conformance.run.Selection;
import dev.datamart.conformance.wire.Wire;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  /** Checks the server once and shows every verdict as a test. */
  @TestFactory
  Stream<DynamicNode> requirements() {
    Run run = new Runner(Catalogue.requirements(), settings(), Progress.silent()).run();
    return Result.by(Result::requirement, run.results()).entrySet().stream()
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
    if (!target.mayWrite() && !Wire.isLocal(baseUrl)) {
      throw new IllegalStateException(
          baseUrl + " is not on this machine; say mayWrite = true in @ConformanceTarget.");
    }
    Tokens tokens =
        new Tokens(
            orNull(target.serviceToken()),
            orNull(target.apiKey()),
            orNull(target.otherServiceToken()));
    tokens.check(
        (variable, fault) ->
            new IllegalStateException("The token for " + variable + " " + fault + "."));
    Selection selection = Selection.everything().only(target.only());
    return RunSettings.of(baseUrl, tokens).withSelection(selection);
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
    text.append(": ").append(result.requirement().sentence());
    if (!result.reason().isEmpty()) {
      text.append(" (").append(result.reason()).append(')');
    }
    Commands commands = new Commands(run);
    for (Finding finding : result.findings()) {
      text.append(finding.lines("  "));
      commands.repeating(finding).forEach(each -> text.append("\n  repeat   ").append(each));
    }
    result.requirement().hints().forEach(hint -> text.append("\n  hint     ").append(hint));
    return run.secrets().mask(text.toString());
  }

  private static @Nullable String orNull(String value) {
    String resolved = resolved(value);
    return resolved.isEmpty() ? null : resolved;
  }

  /** The value with each {@code ${NAME}} replaced; an unknown name becomes an empty text. */
  static String resolved(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(environment(found.group(1))));
  }

  private static String environment(String name) {
    return System.getProperty(name, Objects.requireNonNullElse(System.getenv(name), ""));
  }
}
