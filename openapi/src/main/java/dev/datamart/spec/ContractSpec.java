package dev.datamart.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Read-only view of {@code openapi.yaml}, in the order of the document. Immutable. */
public final class ContractSpec {

  private static final String RESOURCE = "/openapi.yaml";

  private final String text;
  private final Map<String, SpecOperation> operations = new LinkedHashMap<>();
  private final Map<String, SpecProblem> problems = new LinkedHashMap<>();
  private final List<String> outsideOperations;
  private final YamlNode examples;

  private ContractSpec(String text) {
    this.text = text;
    YamlNode root = YamlNode.parse(text);
    YamlNode catalogue = root.at("x-databrain");
    for (YamlNode row : catalogue.at("problems").items()) {
      SpecProblem problem = OperationReader.problem(row);
      problems.put(problem.id(), problem);
    }
    outsideOperations = catalogue.at("outsideOperations").strings();
    for (SpecOperation operation : new OperationReader(root).operations()) {
      operations.put(operation.id(), operation);
    }
    examples = root.at("components").at("examples");
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

  /** Returns all operations: kebab, then camel mirror, then verb-suffix. */
  public List<SpecOperation> operations() {
    return List.copyOf(operations.values());
  }

  /**
   * Returns the operation of that ID; asking for one that is not in the document is a programming
   * error.
   */
  public SpecOperation operation(String id) {
    return found(operations.get(id), "operation", id);
  }

  /** Returns all paths, each once. */
  public List<String> paths() {
    return operations.values().stream().map(SpecOperation::path).distinct().toList();
  }

  /** Returns the catalogue of error situations. */
  public List<SpecProblem> problems() {
    return List.copyOf(problems.values());
  }

  /**
   * Returns the error situation of that ID; asking for one that is not in the document is a
   * programming error.
   */
  public SpecProblem problem(String id) {
    return found(problems.get(id), "error situation", id);
  }

  /**
   * Returns the IDs of the error situations that belong to no operation: unknown path, unknown
   * method.
   */
  public List<String> outsideOperations() {
    return outsideOperations;
  }

  /** Returns the names of all examples. */
  public Set<String> exampleNames() {
    return examples.keys();
  }

  /**
   * Returns the value of a named example as maps, lists, strings, numbers, booleans and nulls;
   * asking for one that is not in the document is a programming error.
   */
  public Object example(String name) {
    return found(examples.find(name), "example", name).at("value").raw();
  }

  private static <T> T found(@Nullable T thing, String kind, String name) {
    if (thing == null) {
      throw new IllegalArgumentException("The contract has no " + kind + " \"" + name + "\".");
    }
    return thing;
  }
}
