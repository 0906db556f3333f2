package dev.datamart.mock.cli;

import dev.datamart.cli.NearestName;
import dev.datamart.mock.world.MockOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The options that environment variables set. */
final class Variables {

  private static final String PREFIX = "DATAMART_MOCK_";

  private static final int LENGTH = PREFIX.length();

  /** Kubernetes sets these for every container beside a service named datamart-mock. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(PREFIX + "(SERVICE_(HOST|PORT)|PORT_\\d).*|" + PREFIX + "PORT=\\w+://.*");

  private Variables() {}

  /**
   * Returns the options with those set that the variables name; an empty one sets nothing.
   *
   * @throws UsageException when one names no option or has a value that cannot be followed
   */
  static MockOptions apply(Map<String, String> environment, MockOptions usual) {
    MockOptions options = usual;
    // Sorted, so that the same sentence comes each time.
    for (Map.Entry<String, String> each : new TreeMap<>(environment).entrySet()) {
      String name = each.getKey();
      String value = each.getValue();
      boolean isLink = SERVICE_LINK.matcher(name + "=" + value).matches();
      if (name.startsWith(PREFIX) && !isLink && !value.isEmpty()) {
        options = apply(name, value, options);
      }
    }
    return options;
  }

  private static MockOptions apply(String name, String value, MockOptions options) {
    for (Option option : Option.values()) {
      if (option.variable().equals(name)) {
        try {
          return option.apply(options, value);
        } catch (UsageException refused) {
          throw new UsageException(name + " cannot be followed: " + refused.getMessage());
        }
      }
    }
    // Without what all of them begin with, or each would be like the other.
    List<String> names =
        Arrays.stream(Option.values()).map(option -> option.variable().substring(LENGTH)).toList();
    throw new UsageException(
        NearestName.of(name.substring(LENGTH), names)
            .map(near -> "No option is set by " + name + "; did you mean " + PREFIX + near + "?")
            .orElse("No option is set by " + name + "; --help lists those there are."));
  }
}
