package dev.datamart.spec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The document as it is written, for tests of its spelling that {@link ContractSpec} hides. */
final class DocumentKeys {

  static final List<String> ORDER =
      List.of(
          "operationId",
          "tags",
          "summary",
          "description",
          "deprecated",
          "x-databrain",
          "security",
          "parameters",
          "requestBody",
          "responses");

  private static final YamlNode ROOT = YamlNode.parse(ContractSpec.load().text());

  private DocumentKeys() {}

  static Set<String> root() {
    return ROOT.keys();
  }

  static Map<String, List<String>> keysOfOperations() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (String path : ROOT.at("paths").keys()) {
      YamlNode item = ROOT.at("paths").at(path);
      for (String method : item.keys()) {
        keys.put(method + " " + path, List.copyOf(item.at(method).keys()));
      }
    }
    return keys;
  }

  static List<String> operationIds() {
    return ROOT.at("paths").keys().stream()
        .map(path -> ROOT.at("paths").at(path))
        .flatMap(item -> item.keys().stream().map(item::at))
        .map(operation -> operation.at("operationId").string())
        .toList();
  }

  static List<String> rowIds() {
    return ROOT.at("x-databrain").at("problems").items().stream()
        .map(row -> row.at("id").string())
        .toList();
  }

  static List<String> errorCodes() {
    return ROOT.at("components")
        .at("schemas")
        .at("ErrorCode")
        .at("x-databrain")
        .at("known")
        .strings();
  }

  /** Returns the rows that the error answers of an operation show as examples. */
  static Set<String> errorExamples(SpecOperation operation) {
    Set<String> shown = new LinkedHashSet<>();
    YamlNode responses = node(operation).at("responses");
    for (String status : responses.keys()) {
      if (!status.equals("200")) {
        shown.addAll(media(responses.at(status)).at("examples").keys());
      }
    }
    return shown;
  }

  /** Returns the headers that each answer of an operation declares, by status. */
  static Map<String, Set<String>> headers(SpecOperation operation) {
    Map<String, Set<String>> headers = new LinkedHashMap<>();
    YamlNode responses = node(operation).at("responses");
    for (String status : responses.keys()) {
      YamlNode declared = responses.at(status).find("headers");
      headers.put(status, declared == null ? Set.of() : declared.keys());
    }
    return headers;
  }

  /** Returns the security schemes of which an operation accepts any one. */
  static List<String> security(SpecOperation operation) {
    return node(operation).at("security").items().stream()
        .map(scheme -> scheme.keys().iterator().next())
        .toList();
  }

  static String description(SpecOperation operation) {
    return node(operation).at("description").string();
  }

  private static YamlNode media(YamlNode response) {
    return response.at("content").at("application/json");
  }

  private static YamlNode node(SpecOperation operation) {
    String method = operation.method().toLowerCase(java.util.Locale.ROOT);
    return ROOT.at("paths").at(operation.path()).at(method);
  }
}
