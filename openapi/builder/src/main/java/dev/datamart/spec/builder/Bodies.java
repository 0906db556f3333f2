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

  /** Returns the answers of all operations, in sections. */
  Map<String, @Nullable Object> answers(List<Operation> operations) {
    Map<String, @Nullable Object> successes = section("Successes");
    Map<String, @Nullable Object> own = section("Refusals of one operation, the likeliest first");
    Map<String, @Nullable Object> shared = section("Refusals that operations share");
    Map<String, @Nullable Object> deprecated =
        section("The same on deprecated paths, with the headers that say so");
    for (Operation operation : operations) {
      boolean current = operation.successor() == null;
      put(current ? successes : deprecated, operation, successName(operation), success(operation));
      problems
          .byStatus(operation)
          .forEach(
              (status, rows) ->
                  put(
                      current ? (rows.size() == 1 ? shared : own) : deprecated,
                      operation,
                      name(operation, status, rows),
                      refusal(status, rows)));
    }
    Map<String, @Nullable Object> answers = new LinkedHashMap<>(successes);
    answers.putAll(own);
    answers.putAll(shared);
    if (deprecated.size() > 1) {
      answers.putAll(deprecated);
    }
    return answers;
  }

  private static Map<String, @Nullable Object> section(String title) {
    Map<String, @Nullable Object> section = new LinkedHashMap<>();
    section.put("#" + title, title);
    return section;
  }

  /** Returns the answers of an operation by their statuses. */
  Map<String, @Nullable Object> answersOf(Operation operation) {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    answers.put("200", Schemas.reference("responses", successName(operation)));
    problems
        .byStatus(operation)
        .forEach(
            (status, rows) ->
                answers.put(status, Schemas.reference("responses", name(operation, status, rows))));
    return answers;
  }

  private static String successName(Operation operation) {
    return prefix(operation) + Words.capitalized(operation.subject().id()) + "Succeeded";
  }

  /** One row is an answer of its own; several are an answer of the operation that has them. */
  private String name(Operation operation, String status, List<String> rows) {
    if (rows.size() == 1) {
      return prefix(operation) + Words.camel(rows.get(0));
    }
    boolean sameAsSubject = rows.equals(problems.byStatus(operation.subject()).get(status));
    Operation owner = sameAsSubject ? operation.subject() : operation;
    return prefix(operation) + Words.capitalized(owner.id()) + source(status).text("name");
  }

  private static String prefix(Operation operation) {
    return operation.successor() == null ? "" : "Deprecated";
  }

  private Tree source(String status) {
    return sources.common().at("refusals").at(status);
  }

  private static void put(
      Map<String, @Nullable Object> answers,
      Operation operation,
      String name,
      Map<String, @Nullable Object> answer) {
    answers.put(name, operation.successor() == null ? answer : deprecated(answer));
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

  private Map<String, @Nullable Object> success(Operation spelling) {
    Operation operation = spelling.subject();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("description", operation.succeeds());
    String schema = Words.capitalized(operation.id()) + "Response";
    answer.put("content", content(schema, examples("answers", operation.id())));
    return answer;
  }

  private Map<String, @Nullable Object> refusal(String status, List<String> rows) {
    Tree source = source(status);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("description", source.text("description"));
    if (source.has("headers")) {
      answer.put("headers", headers(source.words("headers")));
    }
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    for (String row : rows) {
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
