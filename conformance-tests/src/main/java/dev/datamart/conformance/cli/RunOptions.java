package dev.datamart.conformance.cli;

import dev.datamart.cli.Visible;
import dev.datamart.conformance.checks.Catalogue;
import dev.datamart.conformance.context.Profile;
import dev.datamart.conformance.context.Sequencing;
import dev.datamart.conformance.run.KnownFailures;
import dev.datamart.conformance.run.KnownFailuresFile;
import dev.datamart.conformance.run.ProfileFile;
import dev.datamart.conformance.run.RunSettings;
import dev.datamart.conformance.run.Selection;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final int LONGEST_TIMEOUT = 86_400;

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
      names = "--sequences",
      paramLabel = "N",
      description = "Random sequences in each family. Default: ${DEFAULT-VALUE}.")
  int sequences = Sequencing.DEFAULT.count();

  @Option(
      names = "--sequence-length",
      paramLabel = "N",
      description = "Steps of each. Default: ${DEFAULT-VALUE}.")
  int sequenceLength = Sequencing.DEFAULT.length();

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "Expected failures, a line each: ID | reason | link. They still run.")
  @Nullable Path known;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Operations that the server claims to have, a line each: listDatamarts or"
              + " listDatamarts/kebab. The others are not asked.")
  @Nullable Path profile;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Of the whole run. Default: 60, and more where answers take over 20 ms.")
  @Nullable Double timeout;

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
        sequencing(),
        knownFailures(err),
        profile(),
        timeout(),
        strict);
  }

  private Sequencing sequencing() {
    try {
      return new Sequencing(sequences, sequenceLength);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUsage(String.valueOf(wrong.getMessage()));
    }
  }

  private KnownFailures knownFailures(PrintWriter err) {
    if (known == null) {
      return KnownFailures.none();
    }
    KnownFailuresFile file =
        new KnownFailuresFile(
            known,
            Selection.everything().of(Catalogue.requirements()),
            warning -> err.println(Visible.lines(warning)));
    return read("--known-failures " + known, file::read);
  }

  private Profile profile() {
    return profile == null
        ? Profile.everything()
        : read("--profile " + profile, new ProfileFile(profile)::read);
  }

  private @Nullable Duration timeout() {
    if (timeout != null && !(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
      throw new WrongUsage(
          "--timeout is a number of seconds above 0, and at most " + LONGEST_TIMEOUT + ".");
    }
    return timeout == null ? null : Duration.ofMillis(Math.max(1, Math.round(timeout * 1000)));
  }

  /** Something that a file may hold. */
  private interface Content<T> {
    T read() throws IOException;
  }

  private static <T> T read(String option, Content<T> content) {
    try {
      return content.read();
    } catch (CharacterCodingException otherwise) {
      throw new WrongUsage(option + " is not written in UTF-8.");
    } catch (IOException unreadable) {
      throw new WrongUsage(option + " cannot be read.");
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
