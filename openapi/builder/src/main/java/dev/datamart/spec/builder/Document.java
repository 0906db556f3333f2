package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole document as a tree; a member whose name begins with # is a comment. */
final class Document {

  private static final Map<String, List<String>> SCHEMES =
      Map.of(
          "service", List.of("serviceToken"),
          "dataApp", List.of("dataAppKey"),
          "either", List.of("serviceToken", "dataAppKey"));

  private final Sources sources;
  private final Schemas schemas;
  private final Problems problems;
  private final Bodies bodies;
  private final List<Operation> recommended = new ArrayList<>();
  private final List<Operation> mirrors = new ArrayList<>();
  private final List<Operation> verbPaths = new ArrayList<>();

  private Document(Sources sources, boolean withDeprecated) {
    this.sources = sources;
    schemas = new Schemas(sources);
    problems = new Problems(sources, schemas);
    bodies = new Bodies(sources, schemas, problems);
    for (Group group : sources.groups()) {
      recommended.addAll(group.operations());
      if (withDeprecated) {
        mirrors.addAll(group.mirrors());
        verbPaths.addAll(group.verbPaths());
      }
    }
  }

  /** Returns the document with every path that the contract answers. */
  static Map<String, @Nullable Object> complete(Sources sources) {
    return new Document(sources, true).tree();
  }

  /** Returns the document without the deprecated paths, and without what only they use. */
  static Map<String, @Nullable Object> recommended(Sources sources) {
    return Unused.removedFrom(new Document(sources, false).tree());
  }

  private Map<String, @Nullable Object> tree() {
    Tree common = sources.common();
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("openapi", common.raw("openapi"));
    root.put("info", info());
    root.put("#built", "Built from src/spec: edit the sources, then run make spec.");
    root.put("servers", common.raw("servers"));
    root.put("tags", tags());
    root.put("security", common.raw("security"));
    root.put("x-databrain", problems.catalogue());
    root.put("#paths", "");
    root.put("paths", paths());
    root.put("#components", "");
    root.put("components", components());
    return root;
  }

  private Map<String, @Nullable Object> info() {
    Map<String, @Nullable Object> info = new LinkedHashMap<>(sources.common().at("info").members());
    if (!mirrors.isEmpty()) {
      String[] parts = sources.common().at("info").text("description").split("\n\n", 2);
      info.put(
          "description",
          String.join("\n\n", parts[0], sources.common().text("families"), parts[1]));
    }
    return info;
  }

  private List<Map<String, Object>> tags() {
    List<Map<String, Object>> tags = new ArrayList<>();
    for (Group group : sources.groups()) {
      tags.add(tag(group.tag(), group.file().text("description")));
    }
    for (Group group : having(mirrors)) {
      String words = "Deprecated camel-case spelling of the %s operations.";
      tags.add(tag(group.tag() + " mirror", words.formatted(group.noun())));
    }
    for (Group group : having(verbPaths)) {
      String words = "Deprecated %s operations of older paths: each a POST with a JSON body.";
      tags.add(tag(group.tag() + " legacy", words.formatted(group.noun())));
    }
    return tags;
  }

  private List<Group> having(List<Operation> operations) {
    List<String> tags = operations.stream().map(operation -> operation.subject().tag()).toList();
    return sources.groups().stream().filter(group -> tags.contains(group.tag())).toList();
  }

  private static Map<String, Object> tag(String name, String description) {
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("name", name);
    tag.put("description", description);
    return tag;
  }

  private Map<String, @Nullable Object> paths() {
    Map<String, @Nullable Object> paths = new LinkedHashMap<>();
    for (Operation operation : recommended) {
      paths.putIfAbsent("#" + operation.tag(), operation.tag());
      add(paths, operation);
    }
    if (!mirrors.isEmpty()) {
      paths.put(
          "#mirror",
          "The deprecated camel mirror: every path below /data-app once more, spelled /dataApp.");
      mirrors.forEach(operation -> add(paths, operation));
    }
    if (!verbPaths.isEmpty()) {
      paths.put(
          "#verb",
          "The deprecated verb-suffix paths and those of version 1: the parameters are in a JSON"
              + " body.");
      verbPaths.forEach(operation -> add(paths, operation));
    }
    return paths;
  }

  @SuppressWarnings("unchecked")
  private void add(Map<String, @Nullable Object> paths, Operation operation) {
    Object item = paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>());
    ((Map<String, Object>) item).put(operation.method(), written(operation));
  }

  private Map<String, @Nullable Object> written(Operation operation) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("operationId", operation.id());
    node.put("tags", List.of(operation.tag()));
    node.put("summary", operation.summary());
    node.put("description", operation.description());
    if (operation.successor() != null) {
      node.put("deprecated", true);
    }
    node.put("x-databrain", extension(operation));
    List<Map<String, List<String>>> security = new ArrayList<>();
    schemes(operation).forEach(scheme -> security.add(Map.of(scheme, List.of())));
    node.put("security", security);
    if (!operation.parameters().isEmpty()) {
      node.put(
          "parameters",
          operation.parameters().stream()
              .map(name -> Schemas.reference("parameters", name))
              .toList());
    }
    if (operation.body() != null) {
      node.put("requestBody", Schemas.reference("requestBodies", operation.body()));
    }
    node.put("responses", bodies.answersOf(operation));
    return node;
  }

  private static List<String> schemes(Operation operation) {
    List<String> schemes = SCHEMES.get(operation.token());
    if (schemes == null) {
      throw new IllegalStateException(operation.id() + " asks for an unknown kind of token.");
    }
    return schemes;
  }

  private Map<String, @Nullable Object> extension(Operation operation) {
    Map<String, @Nullable Object> extension = new LinkedHashMap<>();
    extension.put("token", operation.token());
    extension.put("problems", problems.of(operation));
    extension.put("source", operation.source());
    extension.put("evidence", operation.evidence());
    extension.put("requirement", operation.requirement());
    if (operation.successor() != null) {
      extension.put("successor", operation.successor().id());
      extension.put("deprecatedSince", "unknown");
      extension.put("removal", "unannounced");
    }
    return extension;
  }

  private Map<String, @Nullable Object> components() {
    List<Operation> all = new ArrayList<>(recommended);
    all.addAll(mirrors);
    all.addAll(verbPaths);
    Map<String, @Nullable Object> components = new LinkedHashMap<>();
    components.put("schemas", schemasWithCodes());
    components.put("#1", "");
    components.put("parameters", schemas.components("parameters"));
    components.put("#2", "");
    components.put("requestBodies", bodies.requests(all));
    components.put("#3", "");
    components.put("responses", bodies.answers(all));
    components.put("#4", "");
    components.put("headers", sources.common().raw("headers"));
    components.put("#5", "");
    components.put("examples", examples(all));
    components.put("#6", "");
    components.put("securitySchemes", sources.common().raw("securitySchemes"));
    return components;
  }

  private Map<String, @Nullable Object> schemasWithCodes() {
    Map<String, @Nullable Object> all = schemas.components("schemas");
    Map<String, @Nullable Object> code = new LinkedHashMap<>(Tree.asMap(all.get("ErrorCode")));
    code.put("x-databrain", Map.of("known", problems.codes()));
    all.put("ErrorCode", code);
    return all;
  }

  private Map<String, @Nullable Object> examples(List<Operation> operations) {
    Map<String, @Nullable Object> examples = new LinkedHashMap<>();
    for (Group group : sources.groups()) {
      examples.put("#" + group.tag(), group.tag());
      for (Operation operation : operations) {
        addOf(group.file().find("requests"), operation, examples);
        addOf(group.file().find("answers"), operation, examples);
      }
    }
    examples.put("#problems", "One for each error situation");
    examples.putAll(problems.examples());
    return examples;
  }

  private static void addOf(
      Tree side, Operation operation, Map<String, @Nullable Object> examples) {
    side.members()
        .forEach(
            (name, example) -> {
              if (name.startsWith(operation.id() + ".")) {
                examples.put(name, example);
              }
            });
  }
}
