package dev.datamart.conformance.cli;

import dev.datamart.cli.TypedWords;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ${NAME}} in a text stands for a system property or an environment variable. */
public final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private Variables() {}

  /**
   * The text with each variable replaced.
   *
   * @param unset what stands for a variable of that name which is not set
   */
  public static String replaced(String text, UnaryOperator<String> unset) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String value = value(found.group(1));
              return Matcher.quoteReplacement(value == null ? unset.apply(found.group(1)) : value);
            });
  }

  static boolean areIn(String text) {
    return VARIABLE.matcher(text).find();
  }

  private static @Nullable String value(String name) {
    String property = System.getProperty(name);
    return property == null ? TypedWords.environment().get(name) : property;
  }
}
