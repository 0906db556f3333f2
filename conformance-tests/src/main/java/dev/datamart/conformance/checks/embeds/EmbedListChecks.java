package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.LIST_EMBEDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import java.util.List;
import java.util.Set;

/** Which embeds are listed, and to whom. */
public final class EmbedListChecks {
  private EmbedListChecks() {}

  public static List<Requirement> all() {
    return List.of(
        list("FILTERS-BY-ID", "embedId lists that embed alone.").check(EmbedListChecks::byId),
        list("FILTERS-UNKNOWN-ID", "An unknown embedId lists nothing.")
            .check(EmbedListChecks::byUnknownId),
        client("EM-LIST-FILTERS-BY-CLIENT", "clientId lists nothing that this API made.")
            .on(LIST_EMBEDS)
            .check(EmbedListChecks::byClient),
        list("SHOWS-OWN-DATA-APP", "An API key lists the embeds of its data app alone.")
            .trait(Trait.SERVICE_TOKEN)
            .check(EmbedListChecks::ownDataApp));
  }

  private static RequirementBuilder list(String id, String sentence) {
    return docs("EM-LIST-" + id, sentence).on(LIST_EMBEDS);
  }

  private static void byId(CheckContext s) {
    String datamart = s.given().datamart();
    String one = s.given().embed(datamart);
    s.given().embed(datamart);
    Set<String> ids = s.items(s.call(LIST_EMBEDS, "embedId", one), "embedId").keySet();
    s.demand(ids.equals(Set.of(one)), "embed " + one + " alone", ids.toString());
  }

  private static void empty(CheckContext s, String filter) {
    JsonNode data = s.expect(s.send(LIST_EMBEDS, filter, s.unused())).list();
    s.demand(data.isEmpty(), "an empty list", data.toString());
  }

  private static void byUnknownId(CheckContext s) {
    s.given().embed(s.given().datamart());
    empty(s, "embedId");
  }

  private static void byClient(CheckContext s) {
    s.given().embed(s.given().datamart());
    empty(s, "clientId");
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
