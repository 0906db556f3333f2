package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_DATAMART;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_DATAMARTS;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Problem.DATAMART_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Deleting a datamart: who may, what a second attempt gets, and that the name is free again. */
public final class DeleteDatamartChecks {
  private DeleteDatamartChecks() {}

  public static List<Requirement> all() {
    return List.of(
        rule("REMOVES-IT", "A deleted datamart is no longer listed, and nothing else changes.")
            .check(DeleteDatamartChecks::removesIt),
        rule("TWICE-IS-REFUSED", "Deleting a deleted datamart is refused.")
            .problems(DATAMART_NOT_FOUND)
            .hint("The second answer is the one for a name that never existed.")
            .check(DeleteDatamartChecks::twice),
        rule("UNKNOWN-IS-REFUSED", "Deleting a datamart that does not exist is refused.")
            .problems(DATAMART_NOT_FOUND)
            .hint("Not found is status 400 here, never 404.")
            .check(DeleteDatamartChecks::unknown),
        rule("NAME-IS-FREE-AGAIN", "A new datamart may take the name and starts with no embeds.")
            .covers(CREATE_DATAMART, LIST_EMBEDS)
            .check(DeleteDatamartChecks::nameIsFree),
        rule("TAKES-SERVICE-TOKEN", "A datamart can be deleted with the service token.")
            .trait(Trait.SERVICE_TOKEN)
            .check(s -> deletesAs(s, s.run().tokens().serviceToken())),
        rule("TAKES-API-KEY", "A datamart can be deleted with an API key of a data app.")
            .check(s -> deletesAs(s, s.app().key())),
        rule("TAKES-ANY-API-KEY", "The key of any data app of the organization will do.")
            .trait(Trait.SERVICE_TOKEN)
            .check(s -> deletesAs(s, s.secondApp().key())),
        rule("OTHER-ORGANIZATION-IS-REFUSED", "Another organization cannot delete the datamart.")
            .problems(DATAMART_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint("To a stranger the name does not exist.")
            .check(DeleteDatamartChecks::otherOrganization),
        rule("LEAVES-OTHER-ORGANIZATIONS", "The same name in another organization stays.")
            .covers(CREATE_DATAMART, LIST_EMBEDS)
            .hint("A stranger's datamart of the name keeps its embeds as well.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DeleteDatamartChecks::sameNameElsewhere),
        decided("DM-DELETE-IGNORES-BODY", "A body on DELETE is ignored.")
            .on(DELETE_DATAMART)
            .only(Family.KEBAB, Family.CAMEL)
            .check(DeleteDatamartChecks::bodyIgnored));
  }

  private static RequirementBuilder rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence).on(DELETE_DATAMART);
  }

  private static void removesIt(CheckContext s) {
    String kept = s.given().datamart();
    String doomed = s.given().datamart();

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\""));
    s.demand(s.datamarts().containsKey(kept), kept + " is listed", "it is not");
  }

  private static void twice(CheckContext s) {
    String datamart = s.given().datamart();
    s.require(s.send(DELETE_DATAMART, "datamartName", datamart));

    s.unchanged(
        () ->
            s.expect(s.send(DELETE_DATAMART, "datamartName", datamart))
                .refuses(DATAMART_NOT_FOUND));
  }

  private static void unknown(CheckContext s) {
    s.unchanged(
        () ->
            s.expect(s.send(DELETE_DATAMART, "datamartName", s.unused()))
                .refuses(DATAMART_NOT_FOUND));
  }

  private static void nameIsFree(CheckContext s) {
    ObjectNode old = s.given().datamartDraft(s.unused());
    old.set("tenancySettings", Drafts.tableTenancy(s.target().table()));
    String name = s.given().datamart(old);
    s.given().embed(name);
    if (s.run().tokens().service() != null) {
      s.given().embed(name, s.secondApp());
    }
    s.require(s.send(DELETE_DATAMART, "datamartName", name));

    Difference difference = s.difference(() -> makeDatamart(s, name));

    boolean embedded =
        s.look().things().values().stream()
            .anyMatch(thing -> thing.at("/accessSettings/datamartName").asText().equals(name));
    s.demand(
        difference.added().equals(Set.of("datamart \"" + name + "\""))
            && difference.gone().isEmpty()
            && difference.changed().isEmpty()
            && !embedded,
        "the new datamart appears and no embed of it in any data app",
        difference.words());
    JsonNode tenancy = s.datamart(name).path("datamartOrganization");
    s.demand(
        !tenancy.path("tenancyLevel").asText().equals("TABLE"),
        "the new datamart has its own tenancy",
        "it has that of the old one: " + tenancy);
  }

  private static void deletesAs(CheckContext s, String token) {
    String datamart = s.given().datamart();

    s.expect(s.send(s.call(DELETE_DATAMART, "datamartName", datamart).as(token))).succeeds();

    s.demand(!s.datamarts().containsKey(datamart), datamart + " is gone", "it is still listed");
  }

  private static void otherOrganization(CheckContext s) {
    String datamart = s.given().datamart();
    s.given().embed(datamart);
    App stranger = s.given().otherApp();

    s.unchanged(
        () -> {
          for (String token : List.of(stranger.key(), s.run().tokens().otherServiceToken())) {
            s.expect(s.send(s.call(DELETE_DATAMART, "datamartName", datamart).as(token)))
                .refuses(DATAMART_NOT_FOUND);
          }
        });
  }

  private static void sameNameElsewhere(CheckContext s) {
    App stranger = s.given().otherApp();
    String name = s.given().otherDatamart(s.unused());
    String theirs = s.given().otherEmbed(name);
    makeDatamart(s, name);

    delete(s, name);

    s.demand(
        s.items(s.call(LIST_DATAMARTS).as(stranger.key()), "name").containsKey(name),
        "the other organization still has " + name,
        "it is gone there too");
    s.demand(
        s.embeds(stranger).containsKey(theirs),
        "the other organization still has its embed " + theirs,
        "it is gone there too");
  }

  private static void bodyIgnored(CheckContext s) {
    String named = s.given().datamart();
    String inBody = s.given().datamart();

    Difference difference =
        s.difference(
            () ->
                s.expect(
                        s.send(
                            s.call(DELETE_DATAMART, "datamartName", named)
                                .body(Json.write(Json.object("datamartName", inBody)))))
                    .succeeds());

    onlyGone(s, difference, Set.of("datamart \"" + named + "\""));
  }

  /**
   * Makes a datamart whose name the check is about: that it is refused is a violation, unless no
   * datamart at all can be made, which blocks the check.
   */
  public static void makeDatamart(CheckContext s, String name) {
    Exchange made = s.send(s.call(CREATE_DATAMART).arguments(s.given().datamartDraft(name)));
    if (!made.ok()) {
      s.given().datamart();
    }
    s.expect(made).succeeds();
  }

  /** The id of a new embed of a datamart whose name the check is about. */
  static String makeEmbed(CheckContext s, String datamart) {
    Exchange made = s.send(s.call(CREATE_EMBED).arguments(s.given().embedDraft(datamart)));
    if (!made.ok()) {
      s.given().embed(s.given().datamart());
    }
    s.expect(made).succeeds().hasText("/id");
    return made.json().path("id").asText();
  }

  static void delete(CheckContext s, String datamart) {
    s.expect(s.send(DELETE_DATAMART, "datamartName", datamart)).succeeds();
  }

  /** Demands that a step took these things away and did nothing else. */
  static void onlyGone(CheckContext s, Difference difference, Set<String> expected) {
    boolean exactly =
        difference.gone().equals(expected)
            && difference.added().isEmpty()
            && difference.changed().isEmpty();
    s.demand(
        exactly,
        String.join(", ", new TreeSet<>(expected)) + " and nothing else is gone",
        difference.words());
  }
}
