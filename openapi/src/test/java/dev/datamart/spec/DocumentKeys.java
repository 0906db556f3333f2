package dev.datamart.spec;

import dev.datamart.spec.java.YamlNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Returns the spellings of all operations in all families. */
  static List<Spelling> spellings() {
    return Arrays.stream(Operation.values()).flatMap(each -> each.spellings().stream()).toList();
  }

  /** Returns the situations in which some operation can end, in the order of the document. */
  static Set<Problem> problemsOfOperations() {
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    spellings().forEach(spelling -> problems.addAll(spelling.problems()));
    return problems;
  }

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

  /** Returns the rows that belong to no operation: unknown path, unknown method. */
  static List<Problem> outsideOperations() {
    return ROOT.at("x-databrain").at("outsideOperations").strings().stream()
        .map(Problem::valueOf)
        .toList();
  }

  /** Returns the statuses that an operation declares. */
  static Set<Integer> statuses(Spelling spelling) {
    return node(spelling).at("responses").keys().stream()
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  /** Returns the names of the examples of the body that an operation takes. */
  static List<String> requestExamples(Spelling spelling) {
    YamlNode body = node(spelling).find("requestBody");
    return body == null ? List.of() : exampleNames(body);
  }

  /** Returns the names of the examples of the body of its success. */
  static List<String> responseExamples(Spelling spelling) {
    return exampleNames(node(spelling).at("responses").at("200"));
  }

  private static List<String> exampleNames(YamlNode body) {
    YamlNode examples = media(body).at("examples");
    return examples.keys().stream().map(key -> examples.at(key).name()).toList();
  }

  /** Returns what an operation says in {@code x-databrain}; null when it says nothing. */
  static String extension(Spelling spelling, String member) {
    YamlNode said = node(spelling).at("x-databrain").find(member);
    return said == null ? null : said.string();
  }

  static String tag(Spelling spelling) {
    return node(spelling).at("tags").strings().get(0);
  }

  static boolean isDeprecated(Spelling spelling) {
    return node(spelling).isTrue("deprecated");
  }

  static String responseSchema(Spelling spelling) {
    return media(node(spelling).at("responses").at("200")).at("schema").name();
  }

  /** Returns the rows that the error answers of an operation show as examples. */
  static Set<String> errorExamples(Spelling spelling) {
    Set<String> shown = new LinkedHashSet<>();
    YamlNode responses = node(spelling).at("responses");
    for (String status : responses.keys()) {
      if (!status.equals("200")) {
        shown.addAll(media(responses.at(status)).at("examples").keys());
      }
    }
    return shown;
  }

  /** Returns the headers that each answer of an operation declares, by status. */
  static Map<String, Set<String>> headers(Spelling spelling) {
    Map<String, Set<String>> headers = new LinkedHashMap<>();
    YamlNode responses = node(spelling).at("responses");
    for (String status : responses.keys()) {
      YamlNode declared = responses.at(status).find("headers");
      headers.put(status, declared == null ? Set.of() : declared.keys());
    }
    return headers;
  }

  /** Returns the security schemes of which an operation accepts any one. */
  static List<String> security(Spelling spelling) {
    return node(spelling).at("security").items().stream()
        .map(scheme -> scheme.keys().iterator().next())
        .toList();
  }

  static String description(Spelling spelling) {
    return node(spelling).at("description").string();
  }

  private static YamlNode media(YamlNode response) {
    return response.at("content").at("application/json");
  }

  private static YamlNode node(Spelling spelling) {
    String method = spelling.method().toLowerCase(Locale.ROOT);
    return ROOT.at("paths").at(spelling.path()).at(method);
  }
}
