package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks.makeDatamart;
import static dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks.makeEmbed;
import static dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks.onlyGone;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_DATAMART;
import static dev.datamart.spec.Operation.LIST_EMBEDS;
import static dev.datamart.spec.Operation.UPDATE_EMBED;

import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.context.Difference;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Deleting a datamart: which embeds go with it, and which stay. */
public final class CascadeChecks {
  private CascadeChecks() {}

  public static List<Requirement> all() {
    return List.of(
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
        rule(
                "BY-KEY-REMOVES-EMBEDS-OF-ALL-DATA-APPS",
                "Deleted with an API key, its embeds go from every data app.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .hint("The cascade is not limited to the data app whose key was used.")
            .trait(Trait.SERVICE_TOKEN)
            .check(CascadeChecks::byKey),
        rule("REMOVES-ALL-EMBEDS", "Deleting a datamart removes all its embeds, however many.")
            .covers(CREATE_EMBED, LIST_EMBEDS)
            .check(CascadeChecks::manyEmbeds),
        rule("KEEPS-OTHER-EMBEDS", "Deleting a datamart leaves other datamarts and embeds alone.")
            .covers(LIST_EMBEDS)
            .hint("The cascade goes by the exact name: no case folding, no prefixes, no patterns.")
            .check(CascadeChecks::keepsOthers),
        rule("REMOVES-EMBEDS-MOVED-TO-IT", "An embed that was moved to the datamart goes with it.")
            .covers(UPDATE_EMBED)
            .hint("What counts is where the embed points when the datamart is deleted.")
            .check(CascadeChecks::movedTo),
        rule("KEEPS-EMBEDS-MOVED-AWAY", "An embed that was moved to another datamart stays.")
            .covers(UPDATE_EMBED)
            .check(CascadeChecks::movedAway));
  }

  private static RequirementBuilder rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence).on(DELETE_DATAMART);
  }

  private static void cascade(CheckContext s, App app, boolean metric) {
    String datamart = s.given().datamart();
    String embed = metric ? s.given().metricEmbed(datamart, app) : s.given().embed(datamart, app);

    Difference difference = s.difference(() -> delete(s, datamart));

    onlyGone(s, difference, Set.of("datamart \"" + datamart + "\"", "embed " + embed));
  }

  private static void manyEmbeds(CheckContext s) {
    String datamart = s.given().datamart();
    Set<String> doomed = new TreeSet<>();
    doomed.add("datamart \"" + datamart + "\"");
    for (int i = 0; i < 12; i++) {
      doomed.add("embed " + s.given().embed(datamart));
    }

    Difference difference = s.difference(() -> delete(s, datamart));

    onlyGone(s, difference, doomed);
  }

  private static void byKey(CheckContext s) {
    String datamart = s.given().datamart();
    Set<String> doomed = new TreeSet<>(Set.of("datamart \"" + datamart + "\""));
    for (App app : List.of(s.app(), s.secondApp())) {
      doomed.add("embed " + s.given().embed(datamart, app));
      if (!s.target().metrics().isEmpty()) {
        doomed.add("embed " + s.given().metricEmbed(datamart, app));
      }
    }

    Difference difference =
        s.difference(
            () ->
                s.expect(
                        s.send(s.call(DELETE_DATAMART, "datamartName", datamart).as(s.app().key())))
                    .succeeds());

    onlyGone(s, difference, doomed);
  }

  private static void keepsOthers(CheckContext s) {
    String base = s.unused();
    String doomed = base + "-a_b%c";
    for (String near : List.of("-a_b%", "-a_b%c-and-more", "-A_B%C", "-azb%c", "-a_bzzc", "")) {
      makeDatamart(s, base + near);
      makeEmbed(s, base + near);
    }
    makeDatamart(s, doomed);
    String embed = makeEmbed(s, doomed);

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\"", "embed " + embed));
  }

  private static void movedTo(CheckContext s) {
    String doomed = s.given().datamart();
    String embed = s.given().embed(s.given().datamart());
    move(s, embed, doomed);

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\"", "embed " + embed));
  }

  private static void movedAway(CheckContext s) {
    String doomed = s.given().datamart();
    String embed = s.given().embed(doomed);
    move(s, embed, s.given().datamart());

    Difference difference = s.difference(() -> delete(s, doomed));

    onlyGone(s, difference, Set.of("datamart \"" + doomed + "\""));
  }

  private static void move(CheckContext s, String embed, String datamart) {
    s.require(
        s.send(
            UPDATE_EMBED,
            "embedId",
            embed,
            "accessSettings",
            Json.object("datamartName", datamart)));
  }
}
