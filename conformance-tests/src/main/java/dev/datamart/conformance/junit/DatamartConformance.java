package dev.datamart.conformance.junit;

import dev.datamart.conformance.cli.ConfiguredRun;
import dev.datamart.conformance.cli.Variables;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole suite as JUnit tests of an implementer's own build: extend this class and annotate it
 * with {@link ConformanceTarget}. One container per requirement, one test per operation and family.
 */
public abstract class DatamartConformance {

  /** Checks the server once and shows every verdict as a test. */
  @TestFactory
  Stream<DynamicNode> requirements() {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CheckTests(ConfiguredRun.ofBuild(words(), err)).nodes();
  }

  /** Where the server is; override it when that is known only at run time. */
  protected String baseUrl() {
    return resolved(target().baseUrl());
  }

  /** What the command line of the program would say. */
  private List<String> words() {
    ConformanceTarget target = target();
    List<String> words = new ArrayList<>();
    add(words, "--config", resolved(target.config()));
    add(words, "--base-url", baseUrl());
    add(words, "--service-token", resolved(target.serviceToken()));
    add(words, "--api-key", resolved(target.apiKey()));
    add(words, "--other-service-token", resolved(target.otherServiceToken()));
    add(words, "--only", String.join(",", target.only()));
    if (target.mayWrite()) {
      words.add("--i-may-write-here");
    }
    if (target.strict()) {
      words.add("--strict");
    }
    return words;
  }

  /** What is not said may stand in the file. */
  private static void add(List<String> words, String option, String value) {
    if (!value.isEmpty()) {
      words.add(option + "=" + value);
    }
  }

  private ConformanceTarget target() {
    ConformanceTarget target = getClass().getAnnotation(ConformanceTarget.class);
    if (target == null) {
      throw new IllegalStateException(getClass().getName() + " has no @ConformanceTarget.");
    }
    return target;
  }

  /** The value with each {@code ${NAME}} replaced; an unknown name becomes an empty text. */
  private static String resolved(String value) {
    return Variables.replaced(value, unset -> "");
  }
}
