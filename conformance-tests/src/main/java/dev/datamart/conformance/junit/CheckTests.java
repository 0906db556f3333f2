package dev.datamart.conformance.junit;

import dev.datamart.conformance.report.Cause;
import dev.datamart.conformance.report.CauseLines;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The checks of a run as tests: what is wrong is told in full where it shows first, and in one line
 * elsewhere; what could not be judged for it is aborted.
 */
final class CheckTests {
  private final Run run;

  /** What is wrong, by the check that shows it first. */
  private final Map<String, Cause> told = new HashMap<>();

  /** The first check by each other that shows the same, or lacks a verdict for the same reason. */
  private final Map<String, String> first = new HashMap<>();

  /** Requirements of which some check fails. */
  private final Set<String> failing = new HashSet<>();

  CheckTests(Run run) {
    this.run = run;
    Stream.of(Verdict.VIOLATED, Verdict.WARNING)
        .flatMap(verdict -> Cause.of(run.with(verdict)).stream())
        .forEach(
            cause -> {
              told.put(id(cause.first()), cause);
              follow(cause.results());
            });
    Stream.of(Verdict.BLOCKED, Verdict.COULD_NOT_RUN)
        .flatMap(verdict -> Result.by(Result::reason, run.with(verdict)).values().stream())
        .forEach(this::follow);
    run.with(Verdict.VIOLATED).forEach(each -> failing.add(each.requirement().id()));
  }

  private void follow(List<Result> results) {
    results.forEach(each -> first.put(id(each), id(results.get(0))));
  }

  /** A container for each requirement, with a test for each of its checks. */
  Stream<DynamicNode> nodes() {
    Stream<DynamicNode> requirements =
        Result.by(Result::requirement, run.results()).entrySet().stream()
            .map(
                entry ->
                    DynamicContainer.dynamicContainer(
                        entry.getKey().id() + ": " + entry.getKey().sentence(),
                        entry.getValue().stream().map(this::test)));
    return isGreenByMistake() ? Stream.concat(requirements, Stream.of(verdict())) : requirements;
  }

  /** A run that does not end well has a test that fails, if only for having judged nothing. */
  private boolean isGreenByMistake() {
    return run.exitCode() != ExitCode.CONFORMS && run.results().stream().noneMatch(this::fails);
  }

  private DynamicTest verdict() {
    return DynamicTest.dynamicTest(
        "The server is judged",
        () -> {
          throw failure(run.headline() + ".");
        });
  }

  /** Surefire calls a test by its name only where it has a source of its own. */
  private DynamicTest test(Result result) {
    return DynamicTest.dynamicTest(
        id(result), URI.create("check:" + id(result)), () -> judge(result));
  }

  private void judge(Result result) {
    if (fails(result)) {
      throw failure(words(result));
    }
    switch (result.verdict()) {
      case PASSED, VIOLATED, UNEXPECTEDLY_PASSED -> {}
      case WARNING -> System.out.println(words(result));
      case NOT_APPLICABLE, KNOWN, BLOCKED, COULD_NOT_RUN -> throw aborted(words(result));
    }
  }

  private boolean fails(Result result) {
    return switch (result.verdict()) {
      case PASSED, NOT_APPLICABLE, KNOWN -> false;
      case VIOLATED, UNEXPECTEDLY_PASSED -> true;
      case WARNING -> run.isRed(result.verdict());
      case BLOCKED -> isFirst(result) && !failing.contains(result.reason());
      case COULD_NOT_RUN -> isFirst(result);
    };
  }

  private boolean isFirst(Result result) {
    return id(result).equals(first.get(id(result)));
  }

  private String words(Result result) {
    String words = result.verdict().words();
    String text =
        switch (result.verdict()) {
          case PASSED -> words;
          case VIOLATED, WARNING -> wrong(result);
          case BLOCKED -> words + " by " + result.reason();
          case NOT_APPLICABLE, COULD_NOT_RUN, KNOWN, UNEXPECTEDLY_PASSED ->
              words + ": " + result.reason();
        };
    return run.secrets().mask(text);
  }

  private String wrong(Result result) {
    Cause cause = told.get(id(result));
    return cause == null
        ? result.verdict().words() + ", the same as in " + first.get(id(result))
        : String.join("\n", new CauseLines(run, false).of(cause));
  }

  /** Where in the suite it was thrown says nothing about the server. */
  private static AssertionFailedError failure(String words) {
    AssertionFailedError failure = new AssertionFailedError(words);
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  private static TestAbortedException aborted(String words) {
    TestAbortedException aborted = new TestAbortedException(words);
    aborted.setStackTrace(new StackTraceElement[0]);
    return aborted;
  }

  private static String id(Result result) {
    return result.instance().id();
  }
}
