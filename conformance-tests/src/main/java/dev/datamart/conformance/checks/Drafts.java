package dev.datamart.conformance.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.scene.NotApplicable;
import dev.datamart.conformance.scene.Table;
import dev.datamart.conformance.wire.Json;

/** Parts of request bodies that several checks use. */
final class Drafts {
  private Drafts() {}

  /** Tenancy TABLE mapped by this table, which has to name its schema. */
  static ObjectNode tableTenancy(Table table) {
    if (table.schema().isEmpty()) {
      throw new NotApplicable("the schema of the table \"" + table.name() + "\" is not known");
    }
    return Json.object(
        "tenancyLevel", "TABLE",
        "clientColumnType", "STRING",
        "schemaName", table.schema(),
        "tableName", table.name(),
        "tableClientNameColumn", table.columns().get(0),
        "tablePrimaryKeyColumn", table.columns().get(table.columns().size() - 1));
  }

  /** A relationship of a table with itself. */
  static ObjectNode relationship(Table table) {
    String column = table.columns().get(0);
    return Json.object(
        "parentTableName",
        table.name(),
        "parentColumnName",
        column,
        "childTableName",
        table.name(),
        "childColumnName",
        column,
        "relationshipName",
        "self",
        "cardinality",
        "OneToMany",
        "join",
        "LEFT JOIN");
  }
}
