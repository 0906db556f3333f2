package dev.datamart.conformance.checks;

import static dev.datamart.conformance.contract.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.conformance.contract.Operation.LIST_DATASOURCES;
import static dev.datamart.conformance.contract.Operation.LIST_DATA_APPS;
import static dev.datamart.conformance.contract.Operation.LIST_WORKSPACES;
import static dev.datamart.conformance.requirement.Rule.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.contract.Operation;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Rule;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.NotApplicable;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Map;

/** Two organizations know nothing of each other's data apps, datasources and workspaces. */
final class StrangerChecks {
  private StrangerChecks() {}

  static List<Requirement> all() {
    return List.of(
        rule(LIST_DATA_APPS, "HIDES-OTHER-ORGANIZATIONS", "A stranger's data apps are not listed.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(StrangerChecks::dataApps),
        rule(LIST_DATASOURCES, "HIDES-OTHER-ORGANIZATIONS", "Strangers' datasources are hidden.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> disjoint(s, LIST_DATASOURCES)),
        rule(LIST_WORKSPACES, "HIDES-OTHER-ORGANIZATIONS", "Strangers' workspaces are hidden.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> disjoint(s, LIST_WORKSPACES)));
  }

  private static Rule rule(Operation operation, String id, String sentence) {
    return docs(operation.prefix() + "-" + id, sentence).on(operation);
  }

  private static String stranger(Scene s) {
    return s.world().tokens().otherServiceToken();
  }

  private static void dataApps(Scene s) {
    String mine = s.app().name();
    String theirs = s.given().otherApp().name();
    boolean there = s.items(s.call(LIST_DATA_APPS).as(stranger(s)), "name").containsKey(mine);
    s.demand(!there, "\"" + mine + "\" is hidden from strangers", "it is listed");
    boolean here = s.items(s.call(LIST_DATA_APPS), "name").containsKey(theirs);
    s.demand(!here, "\"" + theirs + "\" of a stranger is hidden", "it is listed");
  }

  /** Each sees its own: what both see by the same name has to be two things. */
  private static void disjoint(Scene s, Operation list) {
    Map<String, JsonNode> mine = s.items(s.call(list), "name");
    Map<String, JsonNode> theirs = s.items(s.call(list).as(stranger(s)), "name");
    mine.forEach(
        (name, item) -> {
          JsonNode namesake = theirs.get(name);
          if (namesake != null) {
            String one = idOf(s, item, s.world().tokens().serviceToken());
            s.demand(
                !one.equals(idOf(s, namesake, stranger(s))),
                "each organization has its own",
                "both see \"" + name + "\" with the id " + one);
          }
        });
  }

  /** The id of a listed thing; a datasource tells its own at least with its schema. */
  private static String idOf(Scene s, JsonNode item, String token) {
    String told = Json.text(item, "/id");
    if (told != null) {
      return told;
    }
    String name = item.path("name").asText();
    if (s.subject() != LIST_DATASOURCES) {
      throw new NotApplicable("both have a \"" + name + "\", and no id tells them apart");
    }
    Exchange schema = s.send(s.call(GET_DATASOURCE_SCHEMA, "datasourceName", name).as(token));
    s.demand(
        schema.ok(),
        "each organization has its own",
        "both see \"" + name + "\", and for one it has no schema");
    return schema.json().at("/data/datasourceId").asText();
  }
}
