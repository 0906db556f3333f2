package dev.datamart.conformance.noun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Kind;
import dev.datamart.spec.Member;
import dev.datamart.spec.Schema;
import java.util.Map;

/** How a list shows what requests say of an embed. */
final class EmbedItem {
  private static final String SETTINGS = "accessSettings";
  private static final String TENANCY = "tableTenancySettings";

  private EmbedItem() {}

  static void created(ObjectNode item, ObjectNode arguments, String id) {
    String type = arguments.path("embedType").asText();
    boolean isMetric = type.equals("metric");
    String shown = isMetric ? "metricId" : "dashboardId";
    ObjectNode metadata = Expected.object("embedId", id, "embedType", type);
    metadata.set(shown, arguments.path(shown));
    item.put("embedId", id).put("embedType", type);
    item.put("name", arguments.hasNonNull("name") ? arguments.path("name").asText() : id);
    item.set("embedMetadata", metadata);
    item.set("externalMetric", Expected.NOTHING);
    item.set("externalDashboard", Expected.NOTHING);
    item.set(
        isMetric ? "externalMetric" : "externalDashboard",
        Expected.object(isMetric ? "metricId" : "externalDashboardId", arguments.path(shown)));
    if (arguments.path(SETTINGS) instanceof ObjectNode given) {
      item.set(SETTINGS, settings(defaults(), given));
    }
  }

  private static ObjectNode defaults() {
    ObjectNode settings = Expected.object("metricCreationMode", "DRAG_DROP");
    for (Member member : Schema.ACCESS_SETTINGS.members()) {
      if (member.kind() == Kind.BOOLEAN) {
        settings.put(member.name(), false);
      }
    }
    return settings;
  }

  static void updated(ObjectNode item, ObjectNode arguments, String id) {
    Expected.touch(item);
    if (arguments.path(SETTINGS) instanceof ObjectNode given) {
      ObjectNode known =
          item.path(SETTINGS) instanceof ObjectNode settings ? settings : Expected.object();
      if (given.hasNonNull("datamartName")) {
        // Whether settings of tables stay with an embed that moves is said nowhere.
        known.set(TENANCY, Expected.OPEN);
      }
      item.set(SETTINGS, settings(known, given));
    }
    renamed(item, arguments, id);
  }

  /** Of settings that are given again, those that are not null replace the old. */
  private static ObjectNode settings(ObjectNode known, ObjectNode given) {
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      String name = member.getKey().equals("tableList") ? TENANCY : member.getKey();
      boolean isKnown = Schema.ACCESS_SETTINGS.member(name).isPresent();
      if (isKnown && !member.getValue().isNull()) {
        known.set(name, name.equals(TENANCY) ? ofTables(member.getValue()) : member.getValue());
      }
    }
    return known;
  }

  private static JsonNode ofTables(JsonNode given) {
    ArrayNode list = Json.array();
    for (JsonNode each : given) {
      list.add(
          Expected.object("name", each.path("name"), "clientColumn", each.path("clientColumn")));
    }
    return list.isEmpty() ? Expected.NOTHING : list;
  }

  static void renamed(ObjectNode item, ObjectNode arguments, String id) {
    Expected.touch(item);
    if (arguments.hasNonNull("name")) {
      item.set("name", arguments.path("name"));
      if (item.path("embedMetadata") instanceof ObjectNode metadata) {
        metadata.set("name", Expected.OPEN);
      }
    }
  }
}
