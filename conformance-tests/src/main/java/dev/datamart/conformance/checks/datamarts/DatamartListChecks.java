package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the list of datamarts shows, and to whom. */
final class DatamartListChecks {
  private DatamartListChecks() {}

  static List<Requirement> all() {
    return List.of(
        list("EXPANDS-UNLESS-TOLD", "Tables and relationships are listed unless told otherwise.")
            .hint("expandDetails is true when it is left out.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS), true)),
        list("EXPANDS-WHEN-TOLD", "expandDetails=true lists tables and relationships.")
            .hint("In a query the value is a text: compare it with \"true\" and \"false\".")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", true), true)),
        list("EXPANDS-NOT-WHEN-TOLD", "expandDetails=false leaves them out.")
            .hint("The two members are left out, neither null nor empty; \"false\" is not true.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", false), false)),
        list("IS-THE-SAME-FOR-ALL", "Service token and any API key list the same datamarts.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Select by the organization of the token, whichever kind of token it is.")
            .check(DatamartListChecks::sameForAll),
        list("BELONGS-TO-THE-ORGANIZATION", "What one API key made is listed for every token.")
            .covers(CREATE_DATAMART)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Store a new datamart under the organization, not under the key's data app.")
            .check(DatamartListChecks::organizations),
        list("HIDES-OTHER-ORGANIZATIONS", "Datamarts of other organizations are not listed.")
            .as(
                Strangers.hidden(
                    s -> s.given().datamart(), s -> s.given().otherDatamart(s.unused()))));
  }

  private static RequirementBuilder list(String id, String sentence) {
    return docs("DM-LIST-" + id, sentence);
  }

  private static void expanded(CheckContext s, Call list, boolean expected) {
    String name = s.given().datamart();
    JsonNode item = s.items(list, "name").get(name);
    s.demand(item != null, "the list has \"" + name + "\"", "it does not");
    for (String member : List.of("datamartTables", "datamartRelationships")) {
      boolean there = item != null && item.has(member);
      s.demand(there == expected, member + (expected ? " is there" : " is left out"), item + "");
    }
  }

  private static void sameForAll(CheckContext s) {
    String name = s.given().datamart();
    for (String token :
        List.of(s.run().tokens().serviceToken(), s.app().key(), s.secondApp().key())) {
      boolean there = s.items(s.call(LIST_DATAMARTS).as(token), "name").containsKey(name);
      s.demand(there, "\"" + name + "\" is listed for every token", "for one it is not");
    }
  }

  private static void organizations(CheckContext s) {
    Set<String> made = new TreeSet<>(Set.of(s.given().datamart()));
    List<String> keys = List.of(s.app().key(), s.secondApp().key());
    for (String token : keys) {
      Call call = s.accepted(CREATE_DATAMART).as(token);
      s.expect(s.send(call)).succeeds();
      made.add(call.arguments().path("name").asText());
    }
    for (String token : List.of(keys.get(0), keys.get(1), s.run().tokens().serviceToken())) {
      Set<String> listed = s.items(s.call(LIST_DATAMARTS).as(token), "name").keySet();
      listed.retainAll(made);
      s.demand(listed.equals(made), made + " are listed for every token", "for one " + listed);
    }
  }
}
