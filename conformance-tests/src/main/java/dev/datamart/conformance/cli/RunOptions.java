package dev.datamart.conformance.cli;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.run.KnownFailures;
import dev.datamart.conformance.run.KnownFailuresFile;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Selection;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code run}. */
final class RunOptions {
  @Mixin final TargetOptions target = new TargetOptions();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "Only these requirements; * stands for any text. May end in @operation/family.")
  List<String> only = List.of();

  @Option(
      names = "--family",
      split = ",",
      paramLabel = "NAME",
      description = "Only these path families: ${COMPLETION-CANDIDATES}.")
  List<Family> families = List.of();

  @Option(
      names = "--operation",
      split = ",",
      paramLabel = "NAME",
      description = "Only these operations, such as deleteDatamart.")
  List<String> operations = List.of();

  @Option(
      names = "--datasource",
      paramLabel = "NAME",
      description = "Instead of the one that discovery finds.")
  @Nullable String datasource;

  @Option(names = "--table", paramLabel = "SCHEMA.TABLE", description = "A table of it.")
  @Nullable String table;

  @Option(names = "--columns", paramLabel = "A,B", description = "Columns of that table.")
  @Nullable String columns;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Instead of the one that discovery finds.")
  @Nullable String workspace;

  @Option(names = "--dashboard", paramLabel = "ID", description = "A dashboard of it.")
  @Nullable String dashboard;

  @Option(names = "--metric", paramLabel = "ID", description = "A metric of it.")
  @Nullable String metric;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description = "Checks that run at once. Default: by latency.")
  int lanes;

  @Option(
      names = "--max-requests-per-second",
      paramLabel = "N",
      description = "Never faster than this.")
  double requestsPerSecond;

  @Option(
      names = "--read-only",
      fallbackValue = "true",
      description = "Send only what changes nothing.")
  boolean readOnly;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of random sequences; printed by each run.")
  @Nullable Long seed;

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "Expected failures, a line each: ID | reason | link. They still run.")
  @Nullable Path known;

  @Option(
      names = "--strict",
      fallbackValue = "true",
      description = "Let warnings decide the exit code too.")
  boolean strict;

  RunSettings settings(PrintWriter err) {
    target.require(readOnly);
    return new RunSettings(
        target.baseUrl,
        target.tokens(),
        selection(),
        given(),
        lanes,
        requestsPerSecond,
        readOnly,
        seed == null ? System.nanoTime() & 0xffffff : seed,
        knownFailures(err),
        strict);
  }

  private KnownFailures knownFailures(PrintWriter err) {
    if (known == null) {
      return KnownFailures.none();
    }
    try {
      return new KnownFailuresFile(
              known,
              Selection.everything().of(Catalogue.requirements()),
              warning -> err.println(Visible.lines(warning)))
          .read();
    } catch (CharacterCodingException otherwise) {
      throw new WrongUsage("--known-failures " + known + " is not written in UTF-8.");
    } catch (IOException unreadable) {
      throw new WrongUsage("--known-failures " + known + " cannot be read.");
    } catch (IllegalArgumentException wrong) {
      throw new WrongUsage(String.valueOf(wrong.getMessage()));
    }
  }

  private Selection selection() {
    Set<Family> chosen = families.isEmpty() ? Set.of(Family.values()) : Set.copyOf(families);
    Set<Operation> subjects =
        operations.isEmpty()
            ? Set.of(Operation.values())
            : operations.stream().map(RunOptions::operation).collect(Collectors.toSet());
    return new Selection(only, chosen, subjects);
  }

  private static Operation operation(String name) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new WrongUsage("There is no operation " + name + "."));
  }

  private Map<String, String> given() {
    Map<String, @Nullable String> given = new HashMap<>();
    given.put("datasource", datasource);
    given.put("table", table);
    given.put("columns", columns);
    given.put("workspace", workspace);
    given.put("dashboard", dashboard);
    given.put("metric", metric);
    given.values().removeIf(Objects::isNull);
    return given;
  }
}
