package dev.datamart.conformance.checks.sequences;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Table;
import dev.datamart.conformance.context.TargetFixtures;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Kind;
import dev.datamart.spec.Member;
import dev.datamart.spec.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws bodies that a conforming server accepts. The first table is in every datamart with its
 * first and last column, so that tenancy and relationships always have what they name.
 */
record Bodies(CheckContext context, Random random) {
  private static final List<String> CARDINALITIES =
      List.of("OneToOne", "OneToMany", "ManyToOne", "ManyToMany");
  private static final List<String> JOINS =
      List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");

  private TargetFixtures target() {
    return context.target();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  ObjectNode newDatamart(String name) {
    ObjectNode body = Json.object("name", name, "datasourceName", target().datasource());
    tables(body);
    if (chance(2)) {
      body.set("tenancySettings", tenancy());
    }
    return body;
  }

  /** Relationships come with the tables that they relate, so that none is left without. */
  ObjectNode datamartChange(String name) {
    ObjectNode body = Json.object("datamartName", name);
    int what = random.nextInt(4);
    if (what < 2) {
      tables(body);
      body.putIfAbsent("relationships", Json.array());
    }
    if (what == 2) {
      body.set("relationships", Json.array());
    }
    if (what == 3 || chance(3)) {
      body.set("tenancySettings", tenancy());
    }
    return body;
  }

  private void tables(ObjectNode body) {
    Table first = target().tables().get(0);
    ArrayNode list = Json.array(table(first));
    boolean isPair = target().tables().size() > 1 && chance(2);
    if (isPair) {
      list.insert(random.nextInt(2), table(target().otherTable()));
    }
    body.set("tableList", list);
    if (isPair && chance(2)) {
      ObjectNode relationship = Drafts.relationship(context);
      relationship.put("cardinality", one(CARDINALITIES)).put("join", one(JOINS));
      body.set("relationships", Json.array(relationship));
    }
  }

  private ObjectNode table(Table table) {
    List<String> all = table.columns();
    Set<String> chosen = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || i == all.size() - 1 || chance(2)) {
        chosen.add(all.get(i));
      }
    }
    ObjectNode entry = table.entry(new ArrayList<>(chosen));
    if (chance(2)) {
      entry.put("label", word()).put("isHide", random.nextBoolean());
      entry.put("clientColumn", all.get(0));
    }
    for (int i = 0; i < chosen.size(); i++) {
      if (chance(3)) {
        ((ObjectNode) entry.path("columns").path(i))
            .put("alias", word())
            .put("label", word())
            .put("isHide", random.nextBoolean());
      }
    }
    if (chance(3)) {
      entry
          .withArray("columns")
          .add(Json.object("name", "made_up", "isCustomColumn", true, "sql", word() + " + 1"));
    }
    return entry;
  }

  private ObjectNode tenancy() {
    return chance(2) || target().table().schema().isEmpty()
        ? Json.object("tenancyLevel", "DATABASE")
        : Drafts.tableTenancy(target().table())
            .put("clientColumnType", random.nextBoolean() ? "NUMBER" : "STRING");
  }

  ObjectNode newEmbed(String datamart, String name) {
    boolean isMetric = chance(3) && !target().metrics().isEmpty();
    ObjectNode body =
        Json.object(
            "dashboardId", target().dashboard(),
            "embedType", isMetric ? "metric" : "dashboard",
            "workspaceName", target().workspace());
    if (isMetric) {
      body.put("metricId", target().metric());
    }
    if (chance(2)) {
      body.put("name", name);
    }
    body.set("accessSettings", settings().put("datamartName", datamart));
    return body;
  }

  ObjectNode embedChange(String embed, String datamart, String name) {
    ObjectNode body = Json.object("embedId", embed);
    ObjectNode settings = settings();
    if (chance(2)) {
      settings.put("datamartName", datamart);
    }
    body.set("accessSettings", settings);
    if (chance(3)) {
      body.put("name", name);
    }
    return body;
  }

  /** Some of the settings, to and fro. */
  private ObjectNode settings() {
    ObjectNode settings = Json.object();
    for (Member member : Schema.ACCESS_SETTINGS.members()) {
      if (member.kind() == Kind.BOOLEAN && chance(3)) {
        settings.put(member.name(), random.nextBoolean());
      }
    }
    if (chance(3)) {
      settings.put("metricCreationMode", random.nextBoolean() ? "CHAT" : "DRAG_DROP");
    }
    if (chance(3)) {
      settings.put("joinModel", random.nextBoolean() ? "single" : "multi");
    }
    if (chance(4)) {
      settings.set("tableTenancySettings", Json.array(Drafts.tenancyOfTable(context)));
    }
    return settings;
  }

  /** A guest token of the first data app, for embeds of it that should be there. */
  ObjectNode guestToken(List<String> embeds) {
    ObjectNode body =
        Json.object(
            "clientId", chance(3) ? "None" : word(),
            "dataAppName", context.app().name(),
            "workspaceName", target().workspace());
    if (chance(2)) {
      body.put("expiryTime", 600_000);
    }
    if (chance(3)) {
      body.put("datasourceName", target().datasource());
    }
    if (chance(2)) {
      ObjectNode flags = body.putObject("permissions");
      Schema.GUEST_TOKEN_PERMISSIONS
          .members()
          .forEach(flag -> flags.put(flag.name(), random.nextBoolean()));
    }
    ObjectNode params = Json.object();
    if (chance(3) && !embeds.isEmpty()) {
      params.set("allowedEmbeds", Json.array(one(embeds)));
    }
    if (chance(3)) {
      params.set("dashboardAppFilters", filter("dashboardId", target().dashboard()));
    }
    if (chance(3) && !target().metrics().isEmpty()) {
      params.set(chance(2) ? "appFilters" : "rlsSettings", filter("metricId", target().metric()));
    }
    if (chance(4)) {
      params.set("dashboard", Json.object("id", target().dashboard()));
    }
    if (chance(3)) {
      params.put("userIdentifier", word()).put("timezone", "Europe/Lisbon");
      params.set("hideDashboardFilters", Json.array(word()));
    }
    if (!params.isEmpty()) {
      body.set("params", params);
    }
    return body;
  }

  /** A query of the metric that metric embeds show; others may show it. */
  ObjectNode query(String embed) {
    String metric = target().metrics().isEmpty() ? word() : target().metric();
    return Json.object("embedId", embed, "metricId", metric, "clientId", word());
  }

  private ArrayNode filter(String key, String id) {
    ObjectNode values = Json.object(word(), Json.array("a", "b"), word(), 5);
    return Json.array(Json.object(key, id, "values", values));
  }

  private String word() {
    return "word " + random.nextInt(1000);
  }
}
