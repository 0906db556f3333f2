package dev.datamart.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.datamart.cli.NearestName;
import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Options of {@code run} in a file, by their long names: {@code base-url = http://…}. A line that
 * begins with {@code #} says nothing.
 */
record ConfigFile(Map<String, String> values) {
  static final String OPTION = "--config";

  /** What is asked of the program itself, and not of a run. */
  private static final Set<String> NOT_HERE = Set.of(OPTION, "--help", "--version", "--plan");

  /** The file's options, all of them known and all variables in them set. */
  static ConfigFile read(Path path) {
    Set<String> known = known();
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<Object, Object> line : lines(path).entrySet()) {
      String name = String.valueOf(line.getKey());
      if (!known.contains(name)) {
        String offer = NearestName.offer(name, known);
        throw wrong(path, "has no option \"" + name + '"' + (offer.isEmpty() ? "." : offer));
      }
      String text = String.valueOf(line.getValue()).strip();
      String value = Variables.replaced(text, unset -> refusedVariable(path, name, unset));
      // As with a variable of the program's own: a secret that a build does not have is not set.
      if (!value.isEmpty() || !Variables.areIn(text)) {
        values.put("--" + name, value);
      }
    }
    return new ConfigFile(values);
  }

  private static String refusedVariable(Path path, String name, String variable) {
    throw wrong(path, "takes " + name + " from the variable " + variable + ", which is not set.");
  }

  private static Set<String> known() {
    return CommandSpec.forAnnotatedObject(new RunCommand()).options().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !NOT_HERE.contains(name))
        .map(name -> name.substring(2))
        .collect(Collectors.toSet());
  }

  private static Properties lines(Path path) {
    Properties lines = new EachOnce(path);
    try (Reader reader = Files.newBufferedReader(path, UTF_8)) {
      lines.load(reader);
      return lines;
    } catch (CharacterCodingException otherwise) {
      throw wrong(path, "is not written in UTF-8.");
    } catch (IOException unreadable) {
      throw wrong(path, "cannot be read.");
    } catch (IllegalArgumentException malformed) {
      throw wrong(path, "has a \\u without four digits.");
    }
  }

  private static TypeConversionException wrong(Path path, String sentence) {
    return new TypeConversionException(path + " " + sentence);
  }

  /** Of two lines for one option, neither is the one that was meant. */
  private static final class EachOnce extends Properties {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Path path;

    EachOnce(Path path) {
      this.path = path;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
      if (containsKey(name)) {
        throw wrong(path, "says " + name + " twice.");
      }
      return super.put(name, value);
    }
  }

  /** Asks the file that the command line names for what the command line does not say. */
  static final class Defaults implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
      CommandSpec command = arg.command();
      OptionSpec config = command == null ? null : command.findOption(OPTION);
      ConfigFile file = config == null ? null : config.getValue();
      if (file == null || !(arg instanceof OptionSpec option)) {
        return null;
      }
      String value = file.values.get(option.longestName());
      // picocli reads $$ as $, and would look for variables in a token.
      return value == null ? null : value.replace("$", "$$");
    }
  }
}
