package dev.datamart.conformance.junit;

import dev.datamart.conformance.report.Telling;
import dev.datamart.conformance.run.ExitCode;
import dev.datamart.conformance.run.Result;
import dev.datamart.conformance.run.Run;
import dev.datamart.conformance.run.Verdict;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
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

  private final Telling telling;

  /** Requirements of which some check fails. */
  private final Set<String> failing;

  CheckTests(Run run) {
    this.run = run;
    this.telling = new Telling(run);
    this.failing =
        run.with(Verdict.VIOLATED).stream()
            .map(result -> result.requirement().id())
            .collect(Collectors.toSet());
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
      case BLOCKED -> telling.isFirst(result) && !failing.contains(result.reason());
      case COULD_NOT_RUN -> telling.isFirst(result);
    };
  }

  private String words(Result result) {
    String whole = telling.whole(result);
    return whole == null ? telling.line(result) : whole;
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
