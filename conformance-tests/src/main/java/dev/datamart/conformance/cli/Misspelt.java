package dev.datamart.conformance.cli;

import dev.datamart.cli.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    List<String> words =
        command.getUnmatchedArguments().stream().map(word -> word.split("=", 2)[0]).toList();
    for (String word : words) {
      Optional<String> near = NearestName.of(word, names);
      if (near.isPresent()) {
        return "There is no \"" + word + "\"; did you mean " + near.get() + "?";
      }
    }
    return wrong instanceof UnmatchedArgumentException
        ? unknown(words)
        : Objects.requireNonNullElse(wrong.getMessage(), "Wrong usage.");
  }

  /** What stands alone on the line may be a token whose option was misspelt. */
  private static String unknown(List<String> words) {
    String options =
        words.stream().filter(word -> word.startsWith("-")).collect(Collectors.joining(", "));
    return options.isEmpty()
        ? "There is an argument that belongs to no option."
        : "There is no option " + options + ".";
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
