package dev.datamart.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line and the environment as they were given. In a locale such as {@code C} the JVM
 * replaces every byte that is not ASCII; where the system tells the bytes, they are read as UTF-8.
 */
public final class TypedWords {

  private static final String LOST = "\uFFFD";

  private TypedWords() {}

  /** Returns the words that the program was started with. */
  public static List<String> of(String[] arguments) {
    List<String> words = List.of(arguments);
    return words.stream().anyMatch(TypedWords::isMangled)
        ? restored(words, told("cmdline"))
        : words;
  }

  /** Returns the variables that the program was started with. */
  public static Map<String, String> environment() {
    Map<String, String> variables = System.getenv();
    return variables.values().stream().anyMatch(TypedWords::isMangled)
        ? restored(variables, told("environ"))
        : variables;
  }

  /** The words are the last ones of the process's own command line. */
  static List<String> restored(List<String> words, List<String> typed) {
    return typed.size() < words.size()
        ? words
        : typed.subList(typed.size() - words.size(), typed.size());
  }

  static Map<String, String> restored(Map<String, String> variables, List<String> set) {
    Map<String, String> restored = new HashMap<>(variables);
    for (String each : set) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        restored.replace(each.substring(0, equals), each.substring(equals + 1));
      }
    }
    return restored;
  }

  private static boolean isMangled(String word) {
    return word.contains(LOST);
  }

  /** Returns what the system knows of this process; nothing where it does not tell. */
  private static List<String> told(String what) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc/self", what));
      // Each word ends in a NUL, the last one too.
      String words = new String(bytes, StandardCharsets.UTF_8);
      return List.of(words.substring(0, Math.max(0, words.length() - 1)).split("\0", -1));
    } catch (IOException untold) {
      return List.of();
    }
  }
}
