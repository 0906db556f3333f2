package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A built document as its readers get it, with the questions that tests have. */
record Built(Object root) {

  /** A member of a body that a request holds, its schema looked up. */
  record Member(String owner, String name, boolean required, Map<String, Object> schema) {
    boolean hasListedValues() {
      return schema.containsKey("enum") || schema.containsKey("pattern");
    }
  }

  Map<String, Object> paths() {
    return map(map(root).get("paths"));
  }

  Map<String, Object> schema(String name) {
    return map(components("schemas").get(name));
  }

  boolean hasPattern(String schema) {
    return schema(schema).containsKey("pattern");
  }

  String firstServer() {
    return map(((List<?>) map(root).get("servers")).get(0)).get("url").toString();
  }

  List<String> examplesOf(String answer) {
    Map<String, Object> content = map(map(components("responses").get(answer)).get("content"));
    return List.copyOf(map(map(content.get("application/json")).get("examples")).keySet());
  }

  /** Returns the schemas that have enumerations, or whose members do. */
  Set<String> enumerations() {
    Set<String> names = new TreeSet<>();
    components("schemas")
        .forEach(
            (name, schema) -> {
              if (schema.toString().contains("enum=")) {
                names.add(name);
              }
            });
    return names;
  }

  Set<String> schemasWith(String key, String value) {
    Set<String> names = new TreeSet<>();
    components("schemas")
        .forEach(
            (name, schema) -> {
              if (schema.toString().contains(key + "=" + value)) {
                names.add(name);
              }
            });
    return names;
  }

  Set<String> schemasOfAnswers() {
    return reachedFrom(components("responses"));
  }

  List<Member> requestMembers() {
    List<Member> members = new ArrayList<>();
    for (String owner : reachedFrom(components("requestBodies"))) {
      Map<String, Object> schema = schema(owner);
      if (schema.containsKey("properties")) {
        List<?> required = (List<?>) schema.getOrDefault("required", List.of());
        map(schema.get("properties"))
            .forEach(
                (name, value) ->
                    members.add(new Member(owner, name, required.contains(name), target(value))));
      }
    }
    return members;
  }

  private Set<String> reachedFrom(Object node) {
    Set<String> names = new TreeSet<>();
    follow(node, names);
    return names;
  }

  private void follow(Object node, Set<String> names) {
    if (node instanceof List<?> list) {
      list.forEach(item -> follow(item, names));
    } else if (node instanceof Map<?, ?> map) {
      map.values().forEach(value -> follow(value, names));
      if (String.valueOf(map.get("$ref")).startsWith("#/components/schemas/")) {
        String name = nameOf(map);
        if (names.add(name)) {
          follow(schema(name), names);
        }
      }
    }
  }

  private Map<String, Object> target(Object schema) {
    Map<String, Object> written = map(schema);
    return written.containsKey("$ref") ? schema(nameOf(written)) : written;
  }

  private static String nameOf(Map<?, ?> reference) {
    String pointer = reference.get("$ref").toString();
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private Map<String, Object> components(String kind) {
    return map(map(map(root).get("components")).get(kind));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
