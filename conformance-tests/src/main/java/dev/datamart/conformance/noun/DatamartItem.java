package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;

/**
 * How a list shows what requests say of a datamart. What a request left out is open, since a server
 * may fill it in: the schema of a table, labels, flags.
 */
final class DatamartItem {
  private static final String[] RELATIONSHIP = {
    "parentTableName",
    "parentColumnName",
    "childTableName",
    "childColumnName",
    "relationshipName",
    "cardinality",
    "join"
  };
  private static final String[] TENANCY = {
    "tenancyLevel",
    "clientColumnType",
    "schemaName",
    "tableName",
    "tableClientNameColumn",
    "tablePrimaryKeyColumn"
  };

  private DatamartItem() {}

  static void created(ObjectNode item, ObjectNode arguments, String name) {
    item.put("name", name);
    item.set("companyIntegration", Expected.object("name", arguments.path("datasourceName")));
    item.set("datamartTables", tables(arguments.path("tableList")));
    item.set("datamartOrganization", Expected.NOTHING);
    item.set("datamartRelationships", Expected.NOTHING);
    settings(item, arguments);
  }

  static void updated(ObjectNode item, ObjectNode arguments, String name) {
    item.set("updatedAt", Expected.OPEN);
    if (arguments.hasNonNull("tableList")) {
      item.set("datamartTables", tables(arguments.path("tableList")));
    }
    settings(item, arguments);
  }

  private static void settings(ObjectNode item, ObjectNode arguments) {
    if (arguments.path("tenancySettings") instanceof ObjectNode tenancy) {
      item.set("datamartOrganization", copied(tenancy, TENANCY));
    }
    if (arguments.path("relationships") instanceof ArrayNode given) {
      item.set("datamartRelationships", given.isEmpty() ? Expected.NOTHING : relationships(given));
    }
  }

  private static JsonNode relationships(ArrayNode given) {
    ArrayNode list = Json.array();
    given.forEach(each -> list.add(copied(each, RELATIONSHIP)));
    return list;
  }

  private static JsonNode tables(JsonNode given) {
    ArrayNode list = Json.array();
    for (JsonNode entry : given) {
      ObjectNode table = copied(entry, "schemaName", "clientColumn", "label", "isHide");
      table.set("tableName", entry.path("name"));
      table.set("datamartTableColumns", columns(entry.path("columns")));
      list.add(table);
    }
    return list;
  }

  private static ArrayNode columns(JsonNode given) {
    ArrayNode list = Json.array();
    for (JsonNode entry : given) {
      ObjectNode column = copied(entry, "alias", "label", "isHide", "isCustomColumn");
      column.set("columnName", entry.path("name"));
      if (entry.path("isCustomColumn").asBoolean()) {
        column.set("sql", entry.path("sql"));
      }
      list.add(column);
    }
    return list;
  }

  private static ObjectNode copied(JsonNode from, String... members) {
    ObjectNode copy = Expected.object();
    if (from instanceof ObjectNode object) {
      Expected.copy(object, copy, members);
    }
    return copy;
  }
}
