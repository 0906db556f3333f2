package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import java.util.List;
import java.util.Set;

/** Which embeds are listed, and to whom. */
final class EmbedListChecks {
  private EmbedListChecks() {}

  static List<Requirement> all() {
    return List.of(
        docs("EM-LIST-FILTERS-BY-ID", "embedId lists that embed alone.")
            .hint("Read embedId from the query, or from the body of the verb-suffix form.")
            .check(EmbedListChecks::byId),
        docs("EM-LIST-FILTERS-UNKNOWN-ID", "An unknown embedId lists nothing.")
            .hint("A filter that finds nothing gives an empty list: no refusal, no whole list.")
            .check(s -> empty(s, "embedId")),
        client("EM-LIST-FILTERS-BY-CLIENT", "clientId lists nothing that this API made.")
            .hint("Embeds made here belong to no client, so that any clientId excludes them.")
            .check(s -> empty(s, "clientId")),
        docs("EM-LIST-SHOWS-OWN-DATA-APP", "An API key lists the embeds of its data app alone.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Select by the data app of the key, not by its organization.")
            .check(EmbedListChecks::ownDataApp));
  }

  private static void byId(CheckContext s) {
    String datamart = s.given().datamart();
    String one = s.given().embed(datamart);
    s.given().embed(datamart);
    Set<String> ids = s.items(s.call(LIST_EMBEDS, "embedId", one), "embedId").keySet();
    s.demand(ids.equals(Set.of(one)), "embed " + one + " alone", ids.toString());
  }

  private static void empty(CheckContext s, String filter) {
    s.given().embed(s.given().datamart());
    JsonNode data = s.expect(s.send(LIST_EMBEDS, filter, s.unused())).list();
    s.demand(data.isEmpty(), "an empty list", data.toString());
  }

  private static void ownDataApp(CheckContext s) {
    String datamart = s.given().datamart();
    String mine = s.given().embed(datamart);
    String theirs = s.given().embed(datamart, s.secondApp());
    Set<String> ids = s.items(s.call(LIST_EMBEDS), "embedId").keySet();
    s.demand(ids.contains(mine), "embed " + mine + " of the data app is listed", ids.toString());
    s.demand(!ids.contains(theirs), "embed " + theirs + " of another is not", ids.toString());
  }
}
