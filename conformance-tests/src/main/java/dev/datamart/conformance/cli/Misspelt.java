package dev.datamart.conformance.cli;

import dev.datamart.cli.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What was written where another name was meant. */
final class Misspelt {
  private Misspelt() {}

  /** What was wrong; a misspelt word, which may be why another is missing, before all else. */
  static String sentence(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> names =
        Stream.concat(
                command.getCommandSpec().optionsMap().keySet().stream(),
                command.getSubcommands().keySet().stream())
            .toList();
    return command.getUnmatchedArguments().stream()
        .map(word -> word.split("=", 2)[0])
        .flatMap(word -> unknown(word, names).stream())
        .findFirst()
        .orElse(Objects.requireNonNullElse(wrong.getMessage(), "Wrong usage."));
  }

  private static Optional<String> unknown(String word, List<String> names) {
    return NearestName.of(word, names)
        .map(near -> "There is no \"" + word + "\"; did you mean " + near + "?");
  }

  /**
   * Refuses a variable that is like one which would be read.
   *
   * @param unset the variables that would be read, and whether what they give is missing; what is
   *     like one that is there is the user's own
   */
  static void require(Map<String, Boolean> unset, Map<String, String> environment) {
    for (String name : new TreeMap<>(environment).keySet()) {
      if (name.startsWith("DATAMART_")
          && !name.startsWith("DATAMART_MOCK_")
          && !unset.containsKey(name)) {
        NearestName.of(name, unset.keySet())
            .filter(near -> Boolean.TRUE.equals(unset.get(near)))
            .ifPresent(
                near -> {
                  throw new WrongUsage(name + " is not read; did you mean " + near + "?");
                });
      }
    }
  }
}
