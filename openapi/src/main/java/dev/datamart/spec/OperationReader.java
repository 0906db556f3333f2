package dev.datamart.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads operations and error situations out of the document. */
final class OperationReader {

  private final YamlNode paths;

  OperationReader(YamlNode root) {
    this.paths = root.at("paths");
  }

  List<SpecOperation> operations() {
    List<SpecOperation> found = new ArrayList<>();
    for (String path : paths.keys()) {
      YamlNode item = paths.at(path);
      for (String method : item.keys()) {
        found.add(operation(path, method, item.at(method)));
      }
    }
    return found;
  }

  static SpecProblem problem(YamlNode row) {
    return new SpecProblem(
        row.at("id").string(),
        Integer.parseInt(row.at("status").string()),
        row.at("code").string(),
        row.at("message").string(),
        row.at("when").string());
  }

  private static SpecOperation operation(String path, String method, YamlNode node) {
    YamlNode extension = node.at("x-databrain");
    YamlNode successor = extension.find("successor");
    String id = node.at("operationId").string();
    return new SpecOperation(
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        Family.ofOperation(id),
        node.at("tags").strings().get(0),
        node.isTrue("deprecated"),
        successor == null ? null : successor.string(),
        TokenNeed.ofWord(extension.at("token").string()),
        extension.at("problems").strings(),
        new TreeSet<>(node.at("responses").keys().stream().map(Integer::valueOf).toList()),
        extension.at("requirement").string(),
        extension.at("source").string(),
        extension.at("evidence").string(),
        parameters(node.find("parameters")),
        request(node.find("requestBody")),
        body(node.at("responses").at("200"), true));
  }

  private static List<SpecParameter> parameters(@Nullable YamlNode node) {
    if (node == null) {
      return List.of();
    }
    return node.items().stream()
        .map(item -> new SpecParameter(item.at("name").string(), item.isTrue("required")))
        .toList();
  }

  private static @Nullable SpecBody request(@Nullable YamlNode node) {
    return node == null ? null : body(node, node.isTrue("required"));
  }

  private static SpecBody body(YamlNode node, boolean required) {
    YamlNode media = node.at("content").at("application/json");
    YamlNode examples = media.at("examples");
    List<String> names = examples.keys().stream().map(examples::refName).toList();
    return new SpecBody(media.refName("schema"), required, names);
  }
}
