package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.make;
import static dev.datamart.conformance.checks.shared.Effect.APPEARS;
import static dev.datamart.conformance.checks.shared.Effect.IS_GONE;
import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.CommonHint;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.List;
import java.util.Set;

/** Deleting a datamart: who may, what a second attempt gets, and which embeds go along. */
final class DeleteDatamartChecks {
  private DeleteDatamartChecks() {}

  static List<Requirement> all() {
    return List.of(
        rule("REMOVES-IT", "A deleted datamart is no longer listed, and nothing else changes.")
            .hint(CommonHint.REMOVES_IT.sentence())
            .check(s -> IS_GONE.alone(s, s.accepted())),
        rule("TWICE-IS-REFUSED", "Deleting a deleted datamart is refused.")
            .as(RefusalTemplates.twice(DATAMART_NOT_FOUND)),
        rule("UNKNOWN-IS-REFUSED", "Deleting a datamart that does not exist is refused.")
            .hint("Not found is status 400 here, never 404.")
            .as(RefusalTemplates.unknown("datamartName", DATAMART_NOT_FOUND)),
        rule("AT-ONCE-SUCCEEDS-ONCE", "Of many deletes at once exactly one succeeds.")
            .as(RefusalTemplates.once(DATAMART_NOT_FOUND)),
        rule("NAME-IS-FREE-AGAIN", "A new datamart may take the name and starts with no embeds.")
            .covers(Operation.CREATE_DATAMART, Operation.LIST_EMBEDS)
            .hint("Delete for good: a row only marked as deleted still has its name and embeds.")
            .check(DeleteDatamartChecks::nameIsFree),
        rule("TAKES-SERVICE-TOKEN", "A datamart can be deleted with the service token.")
            .trait(Trait.SERVICE_TOKEN)
            .hint(CommonHint.TAKES_EITHER_TOKEN.sentence())
            .check(s -> deletesAs(s, s.run().tokens().serviceToken())),
        rule("TAKES-API-KEY", "A datamart can be deleted with an API key of a data app.")
            .hint(CommonHint.TAKES_EITHER_TOKEN.sentence())
            .check(s -> deletesAs(s, s.app().key())),
        rule("TAKES-ANY-API-KEY", "The key of any data app of the organization will do.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Datamarts belong to the organization, not to the data app that made them.")
            .check(s -> deletesAs(s, s.secondApp().key())),
        rule("OTHER-ORGANIZATION-IS-REFUSED", "Another organization cannot delete the datamart.")
            .as(RefusalTemplates.stranger(DATAMART_NOT_FOUND)),
        rule("LEAVES-OTHER-ORGANIZATIONS", "The same name in another organization stays.")
            .covers(Operation.CREATE_DATAMART, Operation.LIST_EMBEDS)
            .hint("A stranger's datamart of the name keeps its embeds as well.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DeleteDatamartChecks::sameNameElsewhere),
        decided("DM-DELETE-IGNORES-BODY", "A body on DELETE is ignored.")
            .only(Family.KEBAB, Family.CAMEL)
            .check(
                s -> {
                  Object other = Json.object("datamartName", s.given().datamart());
                  IS_GONE.alone(s, s.accepted().body(other.toString()));
                }));
  }

  static RequirementBuilder rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence);
  }

  private static void nameIsFree(CheckContext s) {
    String name = s.given().datamart(Drafts.tenantDatamart(s));
    ifAny(() -> s.given().embed(name));
    if (s.run().tokens().service() != null) {
      ifAny(() -> s.given().embed(name, s.secondApp()));
    }
    s.require(s.send(Operation.DELETE_DATAMART, "datamartName", name));

    Difference difference = s.difference(() -> make(s, name));

    boolean embedded =
        s.look().values().stream()
            .anyMatch(thing -> thing.at("/accessSettings/datamartName").asText().equals(name));
    s.demand(!embedded, "no embed of it in any data app", difference.words());
    APPEARS.alone(s, difference, Set.of(Effect.datamart(name)));
    JsonNode tenancy = s.listed().datamart(name).path("datamartOrganization");
    s.demand(
        !tenancy.path("tenancyLevel").asText().equals("TABLE"),
        "the new datamart has its own tenancy",
        "it has that of the old one: " + tenancy);
  }

  private static void deletesAs(CheckContext s, String token) {
    String datamart = s.given().datamart();

    s.expect(s.send(s.call(Operation.DELETE_DATAMART, "datamartName", datamart).as(token)))
        .succeeds();

    s.demand(
        !s.listed().datamarts().containsKey(datamart), datamart + " is gone", "it is still listed");
  }

  private static void sameNameElsewhere(CheckContext s) {
    App stranger = s.given().otherApp();
    String name = s.given().otherDatamart(s.unused());
    String theirs = s.given().otherEmbed(name);
    make(s, name);

    delete(s, name);

    s.demand(
        s.listed()
            .items(s.call(Operation.LIST_DATAMARTS).as(stranger.key()), "name")
            .containsKey(name),
        "the other organization still has " + name,
        "it is gone there too");
    s.demand(
        s.listed().embeds(stranger).containsKey(theirs),
        "the other organization still has its embed " + theirs,
        "it is gone there too");
  }
}
