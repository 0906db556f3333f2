package dev.datamart.spec;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** The operations of the contract as a Markdown table, each with its deprecated forms. */
final class OperationsTable {

  private OperationsTable() {}

  /**
   * Returns the table, header included, lines ended by {@code \n}; {@code S} is a service token,
   * {@code K} an API key.
   */
  static String render() {
    return "| Operation | Recommended | Deprecated forms | Token |\n|---|---|---|---|\n"
        + Arrays.stream(Operation.values()).map(OperationsTable::row).collect(joining());
  }

  private static String row(Operation operation) {
    String deprecated =
        operation.spellings().stream()
            .filter(spelling -> spelling.family().isDeprecated())
            .map(OperationsTable::call)
            .collect(joining("<br>"));
    return "| %s | %s | %s | %s |\n"
        .formatted(
            operation.id(),
            call(operation.in(Family.KEBAB).orElseThrow()),
            deprecated.isEmpty() ? "–" : deprecated,
            operation.need().mark());
  }

  private static String call(Spelling spelling) {
    String query =
        spelling.requiredParameters().stream().map(name -> name + "=").collect(joining("&"));
    String address = spelling.path() + (query.isEmpty() ? "" : "?" + query);
    return "`" + spelling.method() + " " + address + "`";
  }
}
