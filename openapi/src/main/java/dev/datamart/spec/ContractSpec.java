package dev.datamart.spec;

import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;
import static java.util.Collections.unmodifiableSet;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The document itself: its text, its examples by name, and a call of each operation. Immutable. */
public final class ContractSpec {

  private static final String RESOURCE = "/openapi.yaml";

  private final String text;
  private final Object root;
  private final Map<String, Object> examples = new LinkedHashMap<>();

  private ContractSpec(String text) {
    this.text = text;
    root = requireNonNull(frozen(new Load(LoadSettings.builder().build()).loadFromString(text)));
    members(root, "components", "examples")
        .forEach((name, example) -> examples.put(String.valueOf(name), member(example, "value")));
  }

  /**
   * Reads the document from the class path; costs about as much as parsing 200 kB of YAML, so do it
   * once.
   */
  public static ContractSpec load() {
    try (InputStream stream = ContractSpec.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + RESOURCE + " on the class path.");
      }
      return new ContractSpec(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + RESOURCE + " from the class path.", e);
    }
  }

  /** Returns the YAML text of the document, for validators that read it themselves. */
  public String text() {
    return text;
  }

  /** Returns the names of all examples, in the order of the document. */
  public Set<String> exampleNames() {
    return unmodifiableSet(examples.keySet());
  }

  /**
   * Returns the value of a named example as maps, lists, strings, numbers, booleans and nulls;
   * asking for one that is not in the document is a programming error.
   */
  public Object example(String name) {
    Object example = examples.get(name);
    if (example == null) {
      throw new IllegalArgumentException("The contract has no example \"" + name + "\".");
    }
    return example;
  }

  /** Returns a call with the example of every parameter and of every member. */
  public SampleCall sample(Spelling spelling) {
    Map<?, ?> path = members(root, "paths", spelling.path());
    Object operation = member(path, spelling.method().toLowerCase(Locale.ROOT));
    Map<String, String> query = new LinkedHashMap<>();
    if (!spelling.parameters().isEmpty()) {
      for (Object written : (List<?>) member(operation, "parameters")) {
        Object parameter = resolved(written);
        query.put(
            String.valueOf(member(parameter, "name")),
            String.valueOf(member(parameter, "example")));
      }
    }
    Schema request = spelling.request();
    return new SampleCall(
        query,
        request == null ? null : object(members(root, "components", "schemas", request.id())));
  }

  private Object sample(@Nullable Object written) {
    Map<?, ?> schema = (Map<?, ?>) resolved(written);
    if (schema.containsKey("properties")) {
      return object(schema);
    }
    return schema.containsKey("items")
        ? List.of(sample(schema.get("items")))
        : member(schema, "example");
  }

  private Map<String, Object> object(Map<?, ?> schema) {
    Map<String, Object> object = new LinkedHashMap<>();
    members(schema, "properties")
        .forEach((name, member) -> object.put(String.valueOf(name), sample(member)));
    return object;
  }

  private Object resolved(@Nullable Object written) {
    Object node = requireNonNull(written);
    while (node instanceof Map<?, ?> map && map.get("$ref") instanceof String pointer) {
      node = members(root, pointer.substring(2).split("/", -1));
    }
    return node;
  }

  private static Map<?, ?> members(@Nullable Object from, String... path) {
    Object node = from;
    for (String step : path) {
      node = member(node, step);
    }
    return (Map<?, ?>) requireNonNull(node);
  }

  private static Object member(@Nullable Object object, String name) {
    Object member = object instanceof Map<?, ?> map ? map.get(name) : null;
    return requireNonNull(member, name);
  }

  private static @Nullable Object frozen(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, frozen(member)));
      return unmodifiableMap(copy);
    }
    if (node instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(frozen(item)));
      return unmodifiableList(copy);
    }
    return node;
  }
}
