package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import java.util.List;

/**
 * A table of a datasource, with the names of its columns (at least one).
 *
 * @param schema empty when none is known; then none is named
 */
public record Table(String schema, String name, List<String> columns) {
  public Table {
    columns = List.copyOf(columns);
  }

  /** The entry of a table list that takes these columns. */
  public ObjectNode entry(List<String> chosen) {
    ArrayNode list = Json.array();
    chosen.forEach(column -> list.add(Json.object("name", column)));
    ObjectNode entry = Json.object("name", name, "columns", list);
    return schema.isEmpty() ? entry : entry.put("schemaName", schema);
  }

  public ObjectNode entry() {
    return entry(columns);
  }
}
