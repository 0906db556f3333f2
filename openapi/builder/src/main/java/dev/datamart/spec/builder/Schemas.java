package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Schemas and parameters, where a word in the place of a schema is the name of one. */
final class Schemas {

  private final Sources sources;

  Schemas(Sources sources) {
    this.sources = sources;
  }

  static Map<String, Object> reference(String kind, String name) {
    return Map.of("$ref", "#/components/" + kind + "/" + name);
  }

  /** Returns the components of that kind: those that groups share, then those of each group. */
  Map<String, @Nullable Object> components(String kind) {
    Map<String, @Nullable Object> components = new LinkedHashMap<>();
    components.put("#Shared", "Shared");
    sources.common().find(kind).members().forEach((name, c) -> add(components, name, c));
    for (Group group : sources.groups()) {
      Map<String, @Nullable Object> own = group.file().find(kind).members();
      if (!own.isEmpty()) {
        components.put("#" + group.tag(), group.tag());
      }
      own.forEach((name, component) -> add(components, name, component));
    }
    return components;
  }

  /** Returns what an operation takes. */
  Input input(Operation operation) {
    Tree body = body(operation);
    Set<String> parameters = new TreeSet<>();
    Set<String> filters = new TreeSet<>();
    boolean required = body.has("required");
    for (String name : operation.parameters()) {
      Tree parameter = find("parameters", name);
      parameters.add(parameter.text("name"));
      if (parameter.has("required")) {
        required = true;
      } else {
        filters.add(parameter.text("name"));
      }
    }
    return new Input(parameters, filters, body.find("properties").members().keySet(), required);
  }

  boolean isBodyRequired(Operation operation) {
    return body(operation).has("required");
  }

  private Tree body(Operation operation) {
    return operation.body() == null ? Tree.EMPTY : find("schemas", operation.body() + "Request");
  }

  private Tree find(String kind, String name) {
    List<Tree> files = new ArrayList<>(List.of(sources.common()));
    sources.groups().forEach(group -> files.add(group.file()));
    for (Tree file : files) {
      if (file.find(kind).has(name)) {
        return file.at(kind).at(name);
      }
    }
    throw new IllegalStateException("No source file has " + name + " among its " + kind + ".");
  }

  private static void add(
      Map<String, @Nullable Object> components, String name, @Nullable Object component) {
    if (components.put(name, expanded(component)) != null) {
      throw new IllegalStateException("Two source files define " + name + ".");
    }
  }

  private static @Nullable Object expanded(@Nullable Object schema) {
    if (schema instanceof String name) {
      return reference("schemas", name);
    }
    if (!(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), member(String.valueOf(key), value)));
    return copy;
  }

  private static @Nullable Object member(String key, @Nullable Object value) {
    if (key.equals("items") || key.equals("schema")) {
      return expanded(value);
    }
    if (key.equals("properties") && value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      map.forEach((name, property) -> properties.put(String.valueOf(name), expanded(property)));
      return properties;
    }
    return value;
  }
}
