package dev.datamart.conformance.run;

import dev.datamart.cli.NearestName;
import dev.datamart.conformance.context.Profile;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads which operations a server claims to have: a line each, such as {@code listDatamarts} for
 * every family or {@code listDatamarts/kebab} for one.
 */
public record ProfileFile(Path file) {
  private static final int LONGEST_WORD = 200;

  /**
   * The operations that are named.
   *
   * @throws IllegalArgumentException with a sentence about a line that names none, or where there
   *     is no line
   */
  public Profile read() throws IOException {
    Map<Operation, Set<Family>> claimed = new EnumMap<>(Operation.class);
    LinesFile lines = new LinesFile(file);
    lines
        .lines()
        .forEach(
            (number, line) -> {
              Operation operation =
                  operation(line.split("/", 2)[0])
                      .orElseThrow(() -> unknown(lines.at(number), line));
              List<Family> families =
                  operation.families().stream().filter(family -> names(line, family)).toList();
              if (families.isEmpty()) {
                throw unknown(lines.at(number), line);
              }
              claimed
                  .computeIfAbsent(operation, first -> EnumSet.noneOf(Family.class))
                  .addAll(families);
            });
    if (claimed.isEmpty()) {
      throw new IllegalArgumentException(file + " names no operation.");
    }
    return new Profile(claimed);
  }

  private static Optional<Operation> operation(String name) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.id().equalsIgnoreCase(name))
        .findFirst();
  }

  private static boolean names(String line, Family family) {
    int slash = line.indexOf('/');
    return slash < 0 || line.substring(slash + 1).equalsIgnoreCase(family.word());
  }

  private static IllegalArgumentException unknown(String where, String line) {
    List<String> known =
        Arrays.stream(Operation.values())
            .flatMap(
                operation ->
                    line.contains("/")
                        ? operation.families().stream()
                            .map(family -> operation.id() + "/" + family.word())
                        : Stream.of(operation.id()))
            .toList();
    String nearest =
        line.length() > LONGEST_WORD
            ? "."
            : NearestName.mostLike(line, known)
                .map(name -> ": \"" + line + "\"; the nearest is " + name + ".")
                .orElse(".");
    return new IllegalArgumentException(where + " names no operation" + nearest);
  }
}
