package dev.datamart.spec.java;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The constants of {@code Operation}: one for each recommended operation, with its spellings. */
final class OperationConstants {

  private static final String NONE = "null";

  /** An operation of the document: one spelling of one of ours. */
  private record Entry(String path, String method, YamlNode node) {
    String id() {
      return node.at("operationId").string();
    }

    YamlNode extension() {
      return node.at("x-databrain");
    }
  }

  private OperationConstants() {}

  static String of(YamlNode root) {
    Map<String, Entry> all = entries(root.at("paths"));
    return JavaText.constants(
        all.values().stream()
            .filter(entry -> entry.extension().find("successor") == null)
            .map(entry -> constant(entry, all))
            .toList());
  }

  private static Map<String, Entry> entries(YamlNode paths) {
    Map<String, Entry> found = new LinkedHashMap<>();
    for (String path : paths.keys()) {
      for (String method : paths.at(path).keys()) {
        Entry entry = new Entry(path, method, paths.at(path).at(method));
        found.put(entry.id(), entry);
      }
    }
    return found;
  }

  private static String constant(Entry entry, Map<String, Entry> all) {
    return """
      %s
      %s(
          %s,
          TokenNeed.%s,
          Evidence.%s,
          %s,
          Schema.%s,
          %s)"""
        .formatted(
            JavaText.doc(entry.node().at("summary").string() + "."),
            JavaText.constant(entry.id()),
            JavaText.literal(entry.node().at("tags").strings().get(0)),
            JavaText.constant(entry.extension().at("token").string()),
            JavaText.constant(entry.extension().at("evidence").string()),
            JavaText.literal(entry.extension().at("requirement").string()),
            JavaText.constant(schema(entry.node().at("responses").at("200"))),
            spellings(entry, all));
  }

  /** Those of the families in their order, and then the aliases. */
  private static String spellings(Entry entry, Map<String, Entry> all) {
    return Stream.of(
            spelling("KEBAB", entry),
            spelling("CAMEL", all.get(entry.id() + "Mirror")),
            spelling("VERB", all.get(entry.id() + "Legacy")),
            spelling("VERB", all.get(entry.id() + "LegacyAlias")))
        .collect(joining(",\n    "));
  }

  private static String spelling(String family, @Nullable Entry entry) {
    if (entry == null) {
      return NONE;
    }
    YamlNode body = entry.node().find("requestBody");
    return """
        new Spelling(
            Family.%s,
            %s,
            %s,
            %s,
            %s,
            %s,
            %s,
            %s,
            %s,
            %s)"""
        .formatted(
            family,
            JavaText.literal(entry.id()),
            JavaText.literal(entry.method().toUpperCase(Locale.ROOT)),
            JavaText.literal(entry.path()),
            JavaText.literal(entry.extension().at("source").string()),
            names(parameters(entry, false)),
            names(parameters(entry, true)),
            JavaText.list(
                entry.extension().at("problems").strings().stream()
                    .map(id -> "Problem." + id)
                    .toList()),
            body == null ? NONE : "Schema." + JavaText.constant(schema(body)),
            body != null && body.isTrue("required"))
        .replace("\n", "\n    ");
  }

  private static List<String> parameters(Entry entry, boolean requiredOnly) {
    List<String> names = new ArrayList<>();
    YamlNode parameters = entry.node().find("parameters");
    if (parameters != null) {
      for (YamlNode parameter : parameters.items()) {
        if (!requiredOnly || parameter.isTrue("required")) {
          names.add(parameter.at("name").string());
        }
      }
    }
    return names;
  }

  private static String names(List<String> names) {
    List<String> texts = names.stream().map(JavaText::literal).toList();
    return "Spelling.names(" + String.join(", ", texts) + ")";
  }

  private static String schema(YamlNode body) {
    YamlNode schema = body.at("content").at("application/json").at("schema");
    return Objects.requireNonNull(schema.name(), "A body needs a schema with a name.");
  }
}
