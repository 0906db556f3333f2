package dev.datamart.spec.builder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request bodies and the answers of operations, and their examples. */
final class Bodies {

  private static final List<String> DEPRECATION = List.of("Deprecation", "Link", "Sunset");

  private final Sources sources;
  private final Schemas schemas;
  private final Problems problems;

  Bodies(Sources sources, Schemas schemas, Problems problems) {
    this.sources = sources;
    this.schemas = schemas;
    this.problems = problems;
  }

  Map<String, @Nullable Object> requests(List<Operation> operations) {
    Map<String, @Nullable Object> requests = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation.body() != null && operation.hasBodyOfItsOwn()) {
        requests.put(operation.body(), request(operation, operation.body()));
      }
    }
    return requests;
  }

  /** Returns the answers of all operations, those of deprecated ones last. */
  Map<String, @Nullable Object> answers(List<Operation> operations) {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    for (Operation operation : operations) {
      String name = Words.capitalized(operation.subject().id()) + "Succeeded";
      put(answers, operation, name, success(operation.subject()));
    }
    Tree refusals = sources.common().at("refusals");
    for (String status : refusals.members().keySet()) {
      Map<String, @Nullable Object> refusal = refusal(refusals.at(status), status);
      if (status.equals("404") || status.equals("405")) {
        answers.put(refusals.at(status).text("name"), refusal);
      }
      for (Operation operation : operations) {
        if (statuses(operation).contains(status)) {
          put(answers, operation, refusals.at(status).text("name"), refusal);
        }
      }
    }
    return answers;
  }

  /** Returns the answers of an operation by their statuses. */
  Map<String, @Nullable Object> answersOf(Operation operation) {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    String prefix = operation.successor() == null ? "" : "Deprecated";
    String success = prefix + Words.capitalized(operation.subject().id()) + "Succeeded";
    answers.put("200", Schemas.reference("responses", success));
    Tree refusals = sources.common().at("refusals");
    for (String status : refusals.members().keySet()) {
      if (statuses(operation).contains(status)) {
        String name = prefix + refusals.at(status).text("name");
        answers.put(status, Schemas.reference("responses", name));
      }
    }
    return answers;
  }

  private List<String> statuses(Operation operation) {
    return problems.of(operation).stream().map(problems::status).toList();
  }

  private static void put(
      Map<String, @Nullable Object> answers,
      Operation operation,
      String name,
      Map<String, @Nullable Object> answer) {
    if (operation.successor() == null) {
      answers.put(name, answer);
    } else {
      answers.put("Deprecated" + name, deprecated(answer));
    }
  }

  private Map<String, @Nullable Object> request(Operation operation, String name) {
    boolean required = schemas.isBodyRequired(operation);
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    String others = operation.hasMirror() ? " and of its deprecated forms" : "";
    String empty = required ? "" : "; an empty one counts as `{}`";
    request.put(
        "description", "JSON body of the operation " + operation.id() + others + empty + ".");
    request.put("required", required);
    request.put("content", content(name + "Request", examples("requests", operation.id())));
    return request;
  }

  private Map<String, @Nullable Object> success(Operation operation) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("description", operation.succeeds());
    String schema = Words.capitalized(operation.id()) + "Response";
    answer.put("content", content(schema, examples("answers", operation.id())));
    return answer;
  }

  private Map<String, @Nullable Object> refusal(Tree source, String status) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("description", source.text("description"));
    if (source.has("headers")) {
      answer.put("headers", headers(source.words("headers")));
    }
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    for (String row : problems.withStatus(status)) {
      examples.put(row, Schemas.reference("examples", "problem." + row));
    }
    answer.put("content", content("ErrorResponse", examples));
    return answer;
  }

  private static Map<String, @Nullable Object> deprecated(Map<String, @Nullable Object> answer) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    if (answer.get("headers") instanceof Map<?, ?> own) {
      own.forEach((name, header) -> headers.put(String.valueOf(name), header));
    }
    headers.putAll(headers(DEPRECATION));
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    copy.put("description", answer.get("description"));
    copy.put("headers", headers);
    copy.put("content", answer.get("content"));
    return copy;
  }

  private static Map<String, @Nullable Object> headers(List<String> names) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    names.forEach(name -> headers.put(name, Schemas.reference("headers", name)));
    return headers;
  }

  private static Map<String, Object> content(
      String schema, Map<String, @Nullable Object> examples) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("schema", Schemas.reference("schemas", schema));
    media.put("examples", examples);
    return Map.of("application/json", media);
  }

  private Map<String, @Nullable Object> examples(String side, String operation) {
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    for (Group group : sources.groups()) {
      for (String name : group.file().find(side).members().keySet()) {
        if (name.startsWith(operation + ".")) {
          String situation = name.substring(operation.length() + 1);
          examples.put(situation, Schemas.reference("examples", name));
        }
      }
    }
    if (examples.isEmpty()) {
      throw new IllegalStateException(operation + " has no example among the " + side + ".");
    }
    return examples;
  }
}
