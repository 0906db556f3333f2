package dev.datamart.conformance.checks;

import static dev.datamart.conformance.contract.Operation.CREATE_DATAMART;
import static dev.datamart.conformance.contract.Operation.CREATE_EMBED;
import static dev.datamart.conformance.contract.Operation.DELETE_DATAMART;
import static dev.datamart.conformance.contract.Operation.LIST_DATAMARTS;
import static dev.datamart.conformance.contract.Operation.LIST_EMBEDS;
import static dev.datamart.conformance.contract.Operation.UPDATE_EMBED;
import static dev.datamart.conformance.contract.Problem.DATAMART_NOT_FOUND;
import static dev.datamart.conformance.requirement.Rule.decided;
import static dev.datamart.conformance.requirement.Rule.seed;

import dev.datamart.conformance.contract.Family;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Rule;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.scene.App;
import dev.datamart.conformance.scene.Difference;
import dev.datamart.conformance.scene.Scene;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Deleting a datamart: what goes with it, what stays, and what a second attempt gets. */
final class DeleteDatamartChecks {
  private DeleteDatamartChecks() {}

  static List<Requirement> all() {
    return List.of(
        rule("REMOVES-IT", "A deleted datamart is no longer listed, and nothing else changes.")
            .check(DeleteDatamartChecks::removesIt),
        rule("REMOVES-DASHBOARD-EMBEDS", "Deleting a datamart removes its dashboard embeds.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .hint("The embeds whose accessSettings.datamartName is the name go with it.")
            .check(s -> cascade(s, s.app(), false)),
        rule("REMOVES-METRIC-EMBEDS", "Deleting a datamart removes its metric embeds.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .check(s -> cascade(s, s.app(), true)),
        rule(
                "REMOVES-EMBEDS-OF-ALL-DATA-APPS",
                "Deleting a datamart removes its embeds from every data app.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .hint("The cascade belongs to the organization, not to the calling data app.")
            .trait(Trait.SERVICE_TOKEN)
            .check(s -> cascade(s, s.secondApp(), false)),
        rule("REMOVES-ALL-EMBEDS", "Deleting a datamart removes all its embeds, however many.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .check(DeleteDatamartChecks::manyEmbeds),
        rule("KEEPS-OTHER-EMBEDS", "Deleting a datamart leaves other datamarts and embeds alone.")
            .covers(LIST_EMBEDS)
            .check(DeleteDatamartChecks::keepsOthers),
        rule("REMOVES-EMBEDS-MOVED-TO-IT", "An embed that was moved to the datamart goes with it.")
            .covers(UPDATE_EMBED)
            .hint("What counts is where the embed points when the datamart is deleted.")
            .check(DeleteDatamartChecks::movedTo),
        rule("KEEPS-EMBEDS-MOVED-AWAY", "An embed that was moved to another datamart stays.")
            .covers(UPDATE_EMBED)
            .check(DeleteDatamartChecks::movedAway),
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
            .check(s -> deletesAs(s, s.world().tokens().serviceToken())),
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
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(DeleteDatamartChecks::sameNameElsewhere),
        decided("DM-DELETE-IGNORES-BODY", "A body on DELETE is ignored.")
            .on(DELETE_DATAMART)
            .only(Family.KEBAB, Family.CAMEL)
            .check(DeleteDatamartChecks::bodyIgnored));
  }

  private static Rule rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence).on(DELETE_DATAMART);
  }

  private static void removesIt(Scene s) {
    String kept = s.given().datamart();
    String doomed = s.given().datamart();

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\""));
    s.demand(s.datamarts().containsKey(kept), kept + " is listed", "it is not");
  }

  private static void cascade(Scene s, App app, boolean metric) {
    String datamart = s.given().datamart();
    String embed = metric ? s.given().metricEmbed(datamart, app) : s.given().embed(datamart, app);

    Difference difference = s.difference(() -> delete(s, datamart));

    onlyGone(s, difference, Set.of("datamart \"" + datamart + "\"", "embed " + embed));
  }

  private static void manyEmbeds(Scene s) {
    String datamart = s.given().datamart();
    Set<String> doomed = new TreeSet<>();
    doomed.add("datamart \"" + datamart + "\"");
    for (int i = 0; i < 12; i++) {
      doomed.add("embed " + s.given().embed(datamart));
    }

    Difference difference = s.difference(() -> delete(s, datamart));

    onlyGone(s, difference, doomed);
  }

  private static void keepsOthers(Scene s) {
    String doomed = s.given().datamart();
    String longer = s.given().datamart(doomed + "-and-more");
    s.given().embed(longer);
    s.given().embed(s.given().datamart());
    String embed = s.given().embed(doomed);

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\"", "embed " + embed));
  }

  private static void movedTo(Scene s) {
    String doomed = s.given().datamart();
    String embed = s.given().embed(s.given().datamart());
    move(s, embed, doomed);

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\"", "embed " + embed));
  }

  private static void movedAway(Scene s) {
    String doomed = s.given().datamart();
    String embed = s.given().embed(doomed);
    move(s, embed, s.given().datamart());

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\""));
  }

  private static void move(Scene s, String embed, String datamart) {
    s.require(
        s.send(
            UPDATE_EMBED,
            "embedId",
            embed,
            "accessSettings",
            Json.object("datamartName", datamart)));
  }

  private static void twice(Scene s) {
    String datamart = s.given().datamart();
    s.require(s.send(DELETE_DATAMART, "datamartName", datamart));

    s.unchanged(
        () ->
            s.expect(s.send(DELETE_DATAMART, "datamartName", datamart))
                .refuses(DATAMART_NOT_FOUND));
  }

  private static void unknown(Scene s) {
    s.unchanged(
        () ->
            s.expect(s.send(DELETE_DATAMART, "datamartName", s.unused()))
                .refuses(DATAMART_NOT_FOUND));
  }

  private static void nameIsFree(Scene s) {
    String name = s.given().datamart();
    String embed = s.given().embed(name);
    s.require(s.send(DELETE_DATAMART, "datamartName", name));

    s.expect(s.send(s.call(CREATE_DATAMART).arguments(s.given().datamartDraft(name)))).succeeds();

    s.demand(
        !s.embeds(s.app()).containsKey(embed),
        "the new datamart has no embed",
        "embed " + embed + " of the old one is listed");
  }

  private static void deletesAs(Scene s, String token) {
    String datamart = s.given().datamart();

    s.expect(s.send(s.call(DELETE_DATAMART, "datamartName", datamart).as(token))).succeeds();

    s.demand(!s.datamarts().containsKey(datamart), datamart + " is gone", "it is still listed");
  }

  private static void otherOrganization(Scene s) {
    String datamart = s.given().datamart();
    s.given().embed(datamart);
    App stranger = s.given().otherApp();

    s.unchanged(
        () -> {
          for (String token : List.of(stranger.key(), s.world().tokens().otherServiceToken())) {
            s.expect(s.send(s.call(DELETE_DATAMART, "datamartName", datamart).as(token)))
                .refuses(DATAMART_NOT_FOUND);
          }
        });
  }

  private static void sameNameElsewhere(Scene s) {
    App stranger = s.given().otherApp();
    String theirs = s.given().otherDatamart(s.unused());
    String mine = s.given().datamart(theirs);

    delete(s, mine);

    s.demand(
        s.items(s.call(LIST_DATAMARTS).as(stranger.key()), "name").containsKey(theirs),
        "the other organization still has " + theirs,
        "it is gone there too");
  }

  private static void bodyIgnored(Scene s) {
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

  private static void delete(Scene s, String datamart) {
    s.expect(s.send(DELETE_DATAMART, "datamartName", datamart)).succeeds();
  }

  private static void onlyGone(Scene s, Difference difference, Set<String> expected) {
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
