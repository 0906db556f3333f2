package dev.datamart.conformance.checks.datasources;

import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.broken.Faults;
import dev.datamart.conformance.broken.Mutant;
import java.util.List;

/** Servers that get datasources wrong. */
public final class DatasourceMutants {
  private DatasourceMutants() {}

  public static List<Mutant> all() {
    return List.of(
        new Mutant(
            "a schema is counted wrong",
            "DS-SCHEMA-COUNTS-ARE-TRUE",
            "columnCount",
            () ->
                Faults.edits(
                    GET_DATASOURCE_SCHEMA,
                    body -> ((ObjectNode) body.path("data")).put("columnCount", 1))));
  }
}
