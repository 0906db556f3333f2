package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.make;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.makeEmbed;
import static dev.datamart.conformance.checks.shared.Effect.IS_GONE;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;

import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Deleting a datamart: which embeds go with it, and which stay. */
final class CascadeChecks {
  private CascadeChecks() {}

  static List<Requirement> all() {
    return List.of(
        removes("REMOVES-DASHBOARD-EMBEDS", "Deleting a datamart removes its dashboard embeds.")
            .hint("The embeds whose accessSettings.datamartName is the name go with it.")
            .check(s -> cascade(s, datamart -> Stream.of(s.given().embed(datamart)))),
        removes("REMOVES-METRIC-EMBEDS", "Deleting a datamart removes its metric embeds.")
            .hint("What counts is accessSettings.datamartName, whatever the embedType.")
            .check(
                s -> cascade(s, datamart -> Stream.of(s.given().metricEmbed(datamart, s.app())))),
        removes(
                "REMOVES-EMBEDS-OF-ALL-DATA-APPS",
                "Deleting a datamart removes its embeds from every data app.")
            .hint("The cascade belongs to the organization, not to the calling data app.")
            .trait(Trait.SERVICE_TOKEN)
            .check(
                s -> cascade(s, datamart -> Stream.of(s.given().embed(datamart, s.secondApp())))),
        removes(
                "BY-KEY-REMOVES-EMBEDS-OF-ALL-DATA-APPS",
                "Deleted with an API key, its embeds go from every data app.")
            .hint("The cascade is not limited to the data app whose key was used.")
            .trait(Trait.SERVICE_TOKEN)
            .check(CascadeChecks::byKey),
        removes("REMOVES-ALL-EMBEDS", "Deleting a datamart removes all its embeds, however many.")
            .hint("The cascade walks the whole store, not the first page of a list.")
            .check(s -> cascade(s, name -> Stream.generate(() -> s.given().embed(name)).limit(12))),
        rule("KEEPS-OTHER-EMBEDS", "Deleting a datamart leaves other datamarts and embeds alone.")
            .covers(Operation.LIST_EMBEDS)
            .hint("The cascade goes by the exact name: no case folding, no prefixes, no patterns.")
            .check(CascadeChecks::keepsOthers),
        rule("REMOVES-EMBEDS-MOVED-TO-IT", "An embed that was moved to the datamart goes with it.")
            .covers(Operation.UPDATE_EMBED)
            .hint("What counts is where the embed points when the datamart is deleted.")
            .check(CascadeChecks::movedTo),
        rule("KEEPS-EMBEDS-MOVED-AWAY", "An embed that was moved to another datamart stays.")
            .covers(Operation.UPDATE_EMBED)
            .hint("Moving an embed has to undo whatever ties it to its first datamart.")
            .check(CascadeChecks::movedAway));
  }

  private static RequirementBuilder rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence);
  }

  private static RequirementBuilder removes(String id, String sentence) {
    return rule(id, sentence).covers(Operation.CREATE_EMBED, Operation.LIST_EMBEDS);
  }

  /** Deletes a new datamart with these embeds. */
  private static void cascade(CheckContext s, Function<String, Stream<String>> embeds) {
    String datamart = s.given().datamart();
    Set<String> doomed = doomed(datamart, embeds.apply(datamart).toList());

    IS_GONE.alone(s, s.difference(() -> delete(s, datamart)), doomed);
  }

  private static Set<String> doomed(String datamart, List<String> embeds) {
    Set<String> doomed = new HashSet<>(Set.of(Effect.datamart(datamart)));
    embeds.forEach(embed -> doomed.add(Effect.embed(embed)));
    return doomed;
  }

  private static void byKey(CheckContext s) {
    String datamart = s.given().datamart();
    List<String> embeds = new ArrayList<>();
    for (App app : List.of(s.app(), s.secondApp())) {
      embeds.add(s.given().embed(datamart, app));
      if (!s.target().metrics().isEmpty()) {
        embeds.add(s.given().metricEmbed(datamart, app));
      }
    }
    Call delete = s.call(Operation.DELETE_DATAMART, "datamartName", datamart).as(s.app().key());

    IS_GONE.alone(
        s, s.difference(() -> s.expect(s.send(delete)).succeeds()), doomed(datamart, embeds));
  }

  private static void keepsOthers(CheckContext s) {
    String base = s.unused();
    for (String near : List.of("-a_b%", "-a_b%c-and-more", "-A_B%C", "-azb%c", "-a_bzzc", "")) {
      makeEmbed(s, make(s, base + near));
    }
    String doomed = make(s, base + "-a_b%c");
    String embed = makeEmbed(s, doomed);

    IS_GONE.alone(s, () -> delete(s, doomed), Effect.datamart(doomed), Effect.embed(embed));
  }

  private static void movedTo(CheckContext s) {
    String doomed = s.given().datamart();
    String embed = s.given().embed(s.given().datamart());
    move(s, embed, doomed);

    IS_GONE.alone(s, () -> delete(s, doomed), Effect.datamart(doomed), Effect.embed(embed));
  }

  private static void movedAway(CheckContext s) {
    String doomed = s.given().datamart();
    move(s, s.given().embed(doomed), s.given().datamart());

    IS_GONE.alone(s, () -> delete(s, doomed), Effect.datamart(doomed));
  }

  private static void move(CheckContext s, String embed, String datamart) {
    Object settings = Json.object("datamartName", datamart);
    s.require(s.send(Operation.UPDATE_EMBED, "embedId", embed, "accessSettings", settings));
  }
}
