package dev.datamart.conformance.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * StrykerJS, which makes small changes to the second implementation and has each of them judged.
 */
final class Stryker {
  static final File SOURCES = new File("src/test/node");

  private Stryker() {}

  /**
   * @param where files or lines such as {@code pages.mjs:3-9}; none for everything
   */
  static List<SmallChange> run(Path folder, List<String> where) throws Exception {
    Path report = folder.resolve("mutation.json").toAbsolutePath();
    Files.deleteIfExists(report);
    List<String> command = new ArrayList<>(List.of("node", "mutation/stryker.mjs"));
    if (!where.isEmpty()) {
      command.addAll(List.of("--mutate", String.join(",", where)));
    }
    Path log = folder.resolve("stryker.log").toAbsolutePath();
    try (Judge judge = new Judge()) {
      int status = started(command, judge, report, log).waitFor();
      if (status != 0 || !Files.exists(report)) {
        throw new IllegalStateException(
            "Stryker ended with %d: %s".formatted(status, Files.readString(log)));
      }
    }
    return SmallChange.of(new ObjectMapper().readTree(report.toFile()));
  }

  private static Process started(List<String> command, Judge judge, Path report, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(SOURCES);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("MUTATION_JUDGE", String.valueOf(judge.port()));
    builder.environment().put("MUTATION_REPORT", report.toString());
    builder.environment().put("MUTATION_FOLDER", log.resolveSibling("copies").toString());
    return builder.start();
  }
}
