package dev.datamart.mock.cli;

import dev.datamart.cli.NearestName;
import dev.datamart.mock.world.MockOptions;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the command line and the environment; pure, so that it can be tested as a table. */
final class CommandLine {

  /** What ends the program at once; it is known before options are read. */
  private static final List<String> ALONE = List.of("--help", "--version");

  private CommandLine() {}

  /**
   * Returns the options that the words and the variables ask for.
   *
   * @throws UsageException when one cannot be followed
   */
  static MockOptions parse(List<String> words, Map<String, String> environment) {
    MockOptions options = Variables.apply(environment, MockOptions.defaults());
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      options = applyNext(options, rest.next(), rest);
    }
    return options;
  }

  private static MockOptions applyNext(MockOptions options, String word, Iterator<String> rest) {
    int equals = word.indexOf('=');
    String flag = equals < 0 ? word : word.substring(0, equals);
    Option option = Option.ofFlag(flag).orElseThrow(() -> new UsageException(unknown(flag)));
    if (option.argument == null && equals < 0) {
      return option.apply(options, "true");
    }
    String value = equals >= 0 ? word.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
    if (equals < 0 && Option.ofFlag(value).isPresent()) {
      throw new UsageException(option.needsAValue());
    }
    return option.apply(options, value);
  }

  private static String unknown(String flag) {
    if (ALONE.contains(flag)) {
      return flag + " takes no value.";
    }
    Stream<String> flags =
        Stream.concat(ALONE.stream(), Arrays.stream(Option.values()).map(Option::flag));
    String offer = NearestName.offer(flag, flags.toList());
    return "There is no option \"%s\"%s"
        .formatted(flag, offer.isEmpty() ? "; --help lists those there are." : offer);
  }

  /** Returns the help text, at most 80 columns wide. */
  static String help() {
    StringBuilder help = new StringBuilder();
    help.append("A mock of the Databrain Data App API that keeps real state in memory.\n\n");
    help.append("Usage: java -jar datamart-mock.jar [OPTION VALUE]...\n\n");
    for (Option option : Option.values()) {
      String argument = option.argument == null ? "" : " " + option.argument;
      help.append("  %s%s  (%s)\n".formatted(option.flag(), argument, option.usual()));
      help.append("      ").append(option.help()).append('\n');
    }
    help.append("  --help\n      this text\n  --version\n      the version\n\n");
    help.append("Each option can be set by a variable too: ");
    help.append(Option.PORT.flag()).append(" by ").append(Option.PORT.variable()).append(".\n");
    return help.toString();
  }
}
