package dev.datamart.spec.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One source file of operations that share a tag.
 *
 * @param tag its tag
 * @param noun what its operations are about, as sentences say it
 * @param operations its recommended operations
 * @param verbPaths the deprecated operations with the verb in the path
 * @param file the whole file, for what goes into the document as it is
 */
record Group(
    String tag, String noun, List<Operation> operations, List<Operation> verbPaths, Tree file) {

  private static final Set<String> MEMBERS =
      Set.of(
          "tag",
          "noun",
          "description",
          "paths",
          "verbPaths",
          "problems",
          "parameters",
          "schemas",
          "requests",
          "answers");

  static Group of(Tree file) {
    file.allowing(MEMBERS);
    String tag = file.text("tag");
    List<Operation> operations = new ArrayList<>();
    Tree paths = file.at("paths");
    for (String path : paths.members().keySet()) {
      Tree item = paths.at(path);
      for (String method : item.members().keySet()) {
        operations.add(Operation.recommended(tag, path, method, item.at(method)));
      }
    }
    List<Operation> verbPaths = new ArrayList<>();
    for (Tree row : file.trees("verbPaths")) {
      verbPaths.add(Operation.verbPath(successor(operations, row.text("successor")), row));
    }
    return new Group(tag, file.text("noun"), operations, verbPaths, file);
  }

  /** Returns the operations below {@code /data-app} once more, in camel case. */
  List<Operation> mirrors() {
    return operations.stream().filter(Operation::hasMirror).map(Operation::mirror).toList();
  }

  private static Operation successor(List<Operation> operations, String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No operation to succeed is called " + id));
  }
}
