package dev.datamart.conformance.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.Set;

/**
 * What of a list item the contract knows. The rest is the server's own business and may vary from
 * answer to answer, such as a counter or a signed address, so that comparisons leave it out.
 */
public enum ContractMembers {
  DATAMART(
      "name",
      "createdAt",
      "updatedAt",
      "companyIntegration",
      "datamartOrganization",
      "tenancyLevel",
      "schemaName",
      "tableName",
      "clientColumnType",
      "tableClientNameColumn",
      "tablePrimaryKeyColumn",
      "datamartTables",
      "label",
      "clientColumn",
      "isHide",
      "datamartTableColumns",
      "columnName",
      "datatype",
      "alias",
      "isCustomColumn",
      "sql",
      "isApplyTimezone",
      "datamartRelationships",
      "parentTableName",
      "parentColumnName",
      "childTableName",
      "childColumnName",
      "relationshipName",
      "cardinality",
      "join"),
  EMBED(
      "embedId",
      "embedType",
      "name",
      "externalDashboard",
      "externalDashboardId",
      "metadata",
      "createdAt",
      "updatedAt",
      "externalMetric",
      "metricId",
      "accessSettings",
      "datamartName",
      "isAllowAiPilot",
      "isAllowEmailReports",
      "isAllowManageMetrics",
      "isAllowCreateDashboardView",
      "isAllowMetricCreation",
      "isAllowMetricDeletion",
      "isAllowMetricLayoutChange",
      "isAllowMetricUpdate",
      "isAllowUnderlyingData",
      "metricCreationMode",
      "joinModel",
      "tableTenancySettings",
      "clientColumn",
      "embedMetadata",
      "dataAppName",
      "dashboardId"),
  DATA_APP("name", "type", "createdAt", "updatedAt", "embedCount", "embeds", "embedId"),
  API_TOKEN("key", "name", "description", "createdAt");

  private final Set<String> members;

  /**
   * @param members names at any depth of such an item
   */
  ContractMembers(String... members) {
    this.members = Set.of(members);
  }

  /** Demands that two trees are the same but for what the contract does not know. */
  public void same(CheckContext scene, String what, JsonNode expected, JsonNode came) {
    JsonNode wanted = of(expected);
    JsonNode known = of(came);
    scene.demand(wanted.equals(known), what + " is " + wanted, known.toString());
  }

  /** A copy of an item of a list without what the contract does not know; others as they are. */
  public static JsonNode item(Operation list, JsonNode item) {
    return switch (list) {
      case LIST_DATAMARTS -> DATAMART.of(item);
      case LIST_EMBEDS -> EMBED.of(item);
      case LIST_DATA_APPS -> DATA_APP.of(item);
      case LIST_API_TOKENS -> API_TOKEN.of(item);
      default -> item;
    };
  }

  /** A copy of an item of this kind, or of a part of one, without any other member. */
  public JsonNode of(JsonNode tree) {
    if (tree instanceof ArrayNode list) {
      ArrayNode kept = Json.array();
      list.forEach(item -> kept.add(of(item)));
      return kept;
    }
    if (tree instanceof ObjectNode object) {
      ObjectNode kept = Json.object();
      object
          .properties()
          .forEach(
              member -> {
                if (members.contains(member.getKey())) {
                  kept.set(member.getKey(), of(member.getValue()));
                }
              });
      return kept;
    }
    return tree;
  }
}
