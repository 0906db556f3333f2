package dev.datamart.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * The operations of a contract as a Markdown table: one row per kebab operation, with its
 * deprecated forms.
 */
public final class OperationsTable {

  private OperationsTable() {}

  /**
   * Returns the table, header included, lines ended by {@code \n}; {@code S} is a service token,
   * {@code K} an API key.
   */
  public static String render(ContractSpec spec) {
    List<String> lines = new ArrayList<>();
    lines.add("| Operation | Recommended | Deprecated forms | Token |");
    lines.add("|---|---|---|---|");
    for (SpecOperation operation : spec.operations()) {
      if (operation.family() == Family.KEBAB) {
        lines.add(row(operation, spec));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String row(SpecOperation operation, ContractSpec spec) {
    List<String> deprecated =
        spec.operations().stream()
            .filter(other -> operation.id().equals(other.successor()))
            .map(OperationsTable::call)
            .toList();
    return "| %s | %s | %s | %s |"
        .formatted(
            operation.id(),
            call(operation),
            deprecated.isEmpty() ? "–" : String.join("<br>", deprecated),
            operation.token().mark());
  }

  private static String call(SpecOperation operation) {
    List<String> required =
        operation.parameters().stream()
            .filter(SpecParameter::required)
            .map(p -> p.name() + "=")
            .toList();
    String query = required.isEmpty() ? "" : "?" + String.join("&", required);
    return "`" + operation.method() + " " + operation.path() + query + "`";
  }
}
