package dev.datamart.spec.java;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spells values as Java. */
final class JavaText {

  private JavaText() {}

  /** Returns {@code createDatamart} as {@code CREATE_DATAMART}. */
  static String constant(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  static String literal(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  /** Returns a call of {@code List.of}. */
  static String list(Collection<String> items) {
    return "List.of(" + String.join(", ", items) + ")";
  }

  /** Returns a call of {@code List.of} with texts. */
  static String texts(Collection<String> texts) {
    return list(texts.stream().map(JavaText::literal).toList());
  }

  /** Returns a comment for readers of the API. */
  static String doc(String text) {
    String safe =
        text.strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace("@", "&#64;")
            .replace("*/", "*&#47;");
    return safe.contains("\n")
        ? "/**\n" + safe.lines().map(line -> " * " + line + "\n").collect(joining()) + " */"
        : "/** " + safe + " */";
  }

  /** Joins the constants of an enumeration. */
  static String constants(Collection<String> constants) {
    return (String.join(",\n", constants) + ";").indent(2);
  }
}
