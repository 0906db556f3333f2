package dev.datamart.conformance.checks.everywhere;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_DATASOURCES;
import static dev.datamart.spec.Operation.LIST_DATA_APPS;
import static dev.datamart.spec.Operation.LIST_WORKSPACES;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;
import static dev.datamart.spec.Problem.DATASOURCE_UNKNOWN;
import static dev.datamart.spec.Problem.EMBED_DATAMART_UNKNOWN;
import static dev.datamart.spec.Problem.WORKSPACE_ID_UNKNOWN;
import static dev.datamart.spec.Problem.WORKSPACE_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.NotApplicable;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Two organizations know nothing of each other, and names taken in one are free in the other. */
public final class StrangerChecks {
  private StrangerChecks() {}

  public static List<Requirement> all() {
    return List.of(
        rule(LIST_DATA_APPS, "HIDES-OTHER-ORGANIZATIONS", "A stranger's data apps are not listed.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(StrangerChecks::dataApps),
        rule(LIST_DATASOURCES, "HIDES-OTHER-ORGANIZATIONS", "Strangers' datasources are hidden.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> disjoint(s, LIST_DATASOURCES)),
        rule(LIST_WORKSPACES, "HIDES-OTHER-ORGANIZATIONS", "Strangers' workspaces are hidden.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> disjoint(s, LIST_WORKSPACES)),
        refused(GET_DATASOURCE_SCHEMA, LIST_DATASOURCES, DATASOURCE_UNKNOWN),
        refused(LIST_WORKSPACE_DASHBOARDS, LIST_WORKSPACES, WORKSPACE_ID_UNKNOWN),
        refused(LIST_WORKSPACE_METRICS, LIST_WORKSPACES, WORKSPACE_ID_UNKNOWN),
        rule(
                CREATE_DATAMART,
                "DATASOURCE-OF-OTHERS-IS-UNKNOWN",
                "A datamart over a stranger's datasource is refused.")
            .problems(DATASOURCE_UNKNOWN)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> unknown(s, LIST_DATASOURCES, "datasourceName", DATASOURCE_UNKNOWN)),
        rule(
                CREATE_EMBED,
                "WORKSPACE-OF-OTHERS-IS-UNKNOWN",
                "An embed in a stranger's workspace is refused.")
            .problems(WORKSPACE_UNKNOWN)
            .trait(Trait.TWO_ORGANIZATIONS, Trait.SERVICE_TOKEN)
            .check(s -> unknown(s, LIST_WORKSPACES, "workspaceName", WORKSPACE_UNKNOWN)),
        rule(
                UPDATE_EMBED,
                "DATAMART-OF-OTHERS-IS-UNKNOWN",
                "An embed cannot be moved onto a stranger's datamart.")
            .problems(EMBED_DATAMART_UNKNOWN)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(StrangerChecks::movedToTheirs),
        rule(
                CREATE_DATAMART,
                "NAME-OF-OTHERS-IS-FREE",
                "A datamart name that another organization has is free.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> DeleteDatamartChecks.makeDatamart(s, s.given().otherDatamart(s.unused()))),
        rule(
                CREATE_DATA_APP,
                "NAME-OF-OTHERS-IS-FREE",
                "A data app name that another organization has is free.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(StrangerChecks::nameOfTheirDataApp));
  }

  private static RequirementBuilder rule(Operation operation, String id, String sentence) {
    return docs(operation.requirement() + "-" + id, sentence).on(operation);
  }

  /** What the operation is asked about by name is a stranger's. */
  private static Requirement refused(Operation operation, Operation list, Problem problem) {
    String member = operation == GET_DATASOURCE_SCHEMA ? "datasourceName" : "workspaceName";
    return rule(
            operation,
            "OTHER-ORGANIZATION-IS-REFUSED",
            "To a stranger there is no such " + member + ".")
        .problems(problem)
        .trait(Trait.TWO_ORGANIZATIONS, Trait.READS_ONLY)
        .check(s -> s.expect(s.send(s.accepted().with(member, theirs(s, list)))).refuses(problem));
  }

  private static String stranger(CheckContext s) {
    return s.run().tokens().otherServiceToken();
  }

  private static void dataApps(CheckContext s) {
    String mine = s.app().name();
    String theirs = s.given().otherApp().name();
    boolean there = s.items(s.call(LIST_DATA_APPS).as(stranger(s)), "name").containsKey(mine);
    s.demand(!there, "\"" + mine + "\" is hidden from strangers", "it is listed");
    boolean here = s.items(s.call(LIST_DATA_APPS), "name").containsKey(theirs);
    s.demand(!here, "\"" + theirs + "\" of a stranger is hidden", "it is listed");
  }

  /** Each sees its own: what both see by the same name has to be two things. */
  private static void disjoint(CheckContext s, Operation list) {
    Map<String, JsonNode> mine = s.items(s.call(list), "name");
    Map<String, JsonNode> theirs = s.items(s.call(list).as(stranger(s)), "name");
    mine.forEach(
        (name, item) -> {
          JsonNode namesake = theirs.get(name);
          if (namesake != null) {
            String one = idOf(s, item, s.run().tokens().serviceToken());
            s.demand(
                !one.equals(idOf(s, namesake, stranger(s))),
                "each organization has its own",
                "both see \"" + name + "\" with the id " + one);
          }
        });
  }

  /** The id of a listed thing; a datasource tells its own at least with its schema. */
  private static String idOf(CheckContext s, JsonNode item, String token) {
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

  /** The name of something that only the second organization has. */
  private static String theirs(CheckContext s, Operation list) {
    Set<String> names = new TreeSet<>(s.items(s.call(list).as(stranger(s)), "name").keySet());
    names.removeAll(s.items(s.call(list), "name").keySet());
    return names.stream()
        .findFirst()
        .orElseThrow(
            () -> new NotApplicable("the second organization has nothing of a name of its own"));
  }

  private static void unknown(CheckContext s, Operation list, String member, Problem problem) {
    SpoiltRequest.refuseAll(
        s, s.bait(), List.of(SpoiltRequest.set(member, theirs(s, list), problem)));
  }

  private static void movedToTheirs(CheckContext s) {
    String theirs = s.given().otherDatamart(s.unused());
    SpoiltRequest.refuseAll(
        s,
        s.bait(),
        List.of(SpoiltRequest.set("/accessSettings/datamartName", theirs, EMBED_DATAMART_UNKNOWN)));
  }

  private static void nameOfTheirDataApp(CheckContext s) {
    String name = s.unused();
    s.require(s.send(s.call(CREATE_DATA_APP, "name", name).as(stranger(s))));

    s.expect(s.send(CREATE_DATA_APP, "name", name)).succeeds();
  }
}
