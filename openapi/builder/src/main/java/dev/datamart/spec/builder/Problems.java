package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalogue of error situations, and which of them an operation can end in. */
final class Problems {

  /** What no operation escapes is judged last: the rows of groups stand before it. */
  private static final String LAST = "UNEXPECTED_FAILURE";

  private final Tree common;
  private final Schemas schemas;
  private final Map<String, Tree> rows = new LinkedHashMap<>();

  Problems(Sources sources, Schemas schemas) {
    this.common = sources.common();
    this.schemas = schemas;
    for (Tree row : common.trees("problems")) {
      if (row.text("id").equals(LAST)) {
        sources.groups().forEach(group -> group.file().trees("problems").forEach(this::add));
      }
      add(row);
    }
  }

  private void add(Tree row) {
    if (rows.put(row.text("id"), row) != null) {
      throw new IllegalStateException("Two rows are called " + row.text("id"));
    }
  }

  /** Returns the rows of an operation in the order in which a request is judged. */
  List<String> of(Operation operation) {
    Set<String> own = new LinkedHashSet<>(operation.ownProblems());
    own.addAll(standard(operation));
    List<String> ordered = new ArrayList<>(rows.keySet());
    ordered.retainAll(own);
    if (ordered.size() < own.size()) {
      own.removeAll(ordered);
      throw new IllegalStateException(operation.id() + " names the unknown problems " + own);
    }
    return ordered;
  }

  /** Returns the codes of all rows, each once. */
  List<String> codes() {
    return rows.values().stream().map(row -> row.text("code")).distinct().toList();
  }

  /**
   * Returns the rows of an operation by their status, the likeliest first: a wrong body, then what
   * the operation alone can be refused for, then what any can.
   */
  Map<String, List<String>> byStatus(Operation operation) {
    List<String> likeliest = new ArrayList<>();
    if (operation.body() != null) {
      likeliest.add("MEMBER_REQUIRED");
    }
    likeliest.addAll(operation.ownProblems());
    likeliest.addAll(
        List.of("MEMBER_REQUIRED", "MEMBER_INVALID", "PAGINATION_INVALID", "BODY_MALFORMED"));
    likeliest.addAll(rows.keySet());
    likeliest.retainAll(of(operation));
    Map<String, List<String>> byStatus = new TreeMap<>();
    for (String row : new LinkedHashSet<>(likeliest)) {
      byStatus.computeIfAbsent(status(row), status -> new ArrayList<>()).add(row);
    }
    return byStatus;
  }

  /** Returns the root extension: the catalogue as it is written. */
  Map<String, @Nullable Object> catalogue() {
    Map<String, @Nullable Object> catalogue = new LinkedHashMap<>();
    catalogue.put(
        "#",
        "The error situations. A row is a situation and not a code, since one code has several"
            + " messages and statuses.");
    catalogue.put("problems", rows.values().stream().map(Tree::members).toList());
    catalogue.put(
        "##", "Rows that belong to no operation, since they answer requests that reach none.");
    catalogue.put("outsideOperations", common.raw("outsideOperations"));
    return catalogue;
  }

  /** Returns one example for each row in which an operation can end. */
  Map<String, @Nullable Object> examples() {
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    rows.forEach((id, row) -> examples.put("problem." + id, example(id, row)));
    common.words("outsideOperations").forEach(id -> examples.remove("problem." + id));
    return examples;
  }

  private static Map<String, Object> example(String id, Tree row) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", row.raw("code"));
    error.put("message", row.text("message").replace("{member}", "datamartName"));
    error.put("status", row.raw("status"));
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("summary", Words.sentence(id));
    example.put("value", Map.of("error", error));
    return example;
  }

  private Set<String> standard(Operation operation) {
    Set<String> standard = new LinkedHashSet<>();
    boolean service = operation.token().equals("service");
    standard.add(service ? "SERVICE_TOKEN_INVALID" : "UNAUTHENTICATED");
    if (service) {
      standard.add("SERVICE_TOKEN_REQUIRED");
    }
    if (operation.token().equals("dataApp")) {
      standard.add("DATA_APP_KEY_REQUIRED");
    }
    standard.addAll(List.of("TOO_MANY_REQUESTS", "PARAMETER_REPEATED", "UNEXPECTED_FAILURE"));
    if (operation.body() != null) {
      standard.addAll(List.of("UNSUPPORTED_MEDIA_TYPE", "PAYLOAD_TOO_LARGE", "BODY_MALFORMED"));
    }
    Input input = schemas.input(operation);
    if (input.isRequired()) {
      standard.add("MEMBER_REQUIRED");
    }
    if (input.hasMoreThanThePage()) {
      standard.add("MEMBER_INVALID");
    }
    if (input.hasPages()) {
      standard.add("PAGINATION_INVALID");
    }
    return standard;
  }

  private String status(String id) {
    Tree row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("The catalogue has no row " + id);
    }
    return row.text("status");
  }
}
