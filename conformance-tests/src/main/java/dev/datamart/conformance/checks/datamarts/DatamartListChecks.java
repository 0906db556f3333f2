package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the list of datamarts shows, and to whom. */
public final class DatamartListChecks {
  private DatamartListChecks() {}

  public static List<Requirement> all() {
    return List.of(
        list("EXPANDS-UNLESS-TOLD", "Tables and relationships are listed unless told otherwise.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS), true)),
        list("EXPANDS-WHEN-TOLD", "expandDetails=true lists tables and relationships.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", true), true)),
        list("EXPANDS-NOT-WHEN-TOLD", "expandDetails=false leaves them out.")
            .check(s -> expanded(s, s.call(LIST_DATAMARTS, "expandDetails", false), false)),
        list("IS-THE-SAME-FOR-ALL", "Service token and any API key list the same datamarts.")
            .trait(Trait.SERVICE_TOKEN)
            .check(DatamartListChecks::sameForAll),
        list("BELONGS-TO-THE-ORGANIZATION", "What one API key made is listed for every token.")
            .covers(CREATE_DATAMART)
            .trait(Trait.SERVICE_TOKEN)
            .check(DatamartListChecks::organizations),
        list("HIDES-OTHER-ORGANIZATIONS", "Datamarts of other organizations are not listed.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DatamartListChecks::hidesOthers));
  }

  private static RequirementBuilder list(String id, String sentence) {
    return docs("DM-LIST-" + id, sentence).on(LIST_DATAMARTS);
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
      Set<String> listed =
          new TreeSet<>(s.items(s.call(LIST_DATAMARTS).as(token), "name").keySet());
      listed.retainAll(made);
      s.demand(listed.equals(made), made + " are listed for every token", "for one " + listed);
    }
  }

  private static void hidesOthers(CheckContext s) {
    String mine = s.given().datamart();
    String theirs = s.given().otherDatamart(s.unused());
    for (String token :
        List.of(s.run().tokens().otherServiceToken(), s.given().otherApp().key())) {
      boolean there = s.items(s.call(LIST_DATAMARTS).as(token), "name").containsKey(mine);
      s.demand(!there, "\"" + mine + "\" is hidden from strangers", "it is listed for one");
    }
    s.demand(
        !s.items(s.call(LIST_DATAMARTS), "name").containsKey(theirs),
        "\"" + theirs + "\" of a stranger is hidden",
        "it is listed");
  }
}
