package dev.datamart.conformance.checks.shared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.wire.Json;

/** Parts of request bodies that several checks use. */
public final class Drafts {
  private Drafts() {}

  /** Tenancy TABLE mapped by this table, which has to name its schema. */
  public static ObjectNode tableTenancy(Table table) {
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

  /** A datamart with tenancy TABLE. */
  public static ObjectNode tenantDatamart(CheckContext s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tenancySettings", tableTenancy(s.target().table()));
    return draft;
  }

  /** A datamart of two tables, the first of which is the parent of the other. */
  public static ObjectNode related(CheckContext s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tableList", pair(s));
    draft.set("relationships", Json.array(relationship(s)));
    return draft;
  }

  /** The tables that {@link #relationship} relates. */
  public static ArrayNode pair(CheckContext s) {
    return Json.array(s.target().table().entry(), s.target().otherTable().entry());
  }

  public static ObjectNode relationship(CheckContext s) {
    Table parent = s.target().table();
    Table child = s.target().otherTable();
    return Json.object(
        "parentTableName", parent.name(),
        "parentColumnName", parent.columns().get(0),
        "childTableName", child.name(),
        "childColumnName", child.columns().get(0),
        "relationshipName", "parent-and-child",
        "cardinality", "OneToMany",
        "join", "LEFT JOIN");
  }

  /** The settings that tell tenants apart in the first table of a datamart. */
  public static ObjectNode tenancyOfTable(CheckContext s) {
    Table table = s.target().table();
    return Json.object("name", table.name(), "clientColumn", table.columns().get(0));
  }
}
