package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.make;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.makeEmbedIfAny;
import static dev.datamart.conformance.checks.datamarts.DeleteDatamartChecks.rule;
import static dev.datamart.conformance.checks.shared.Effect.IS_GONE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.Effect;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.noun.Workspaces;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes with a deleted datamart, and what stays. */
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
        rule("KEEPS-CONNECTIONS", "Deleting a datamart leaves workspaces of others connected.")
            .covers(Operation.LIST_WORKSPACES)
            .hint("A workspace loses its connection with the datamart of exactly that name.")
            .check(CascadeChecks::keepsConnections),
        rule("REMOVES-EMBEDS-MOVED-TO-IT", "An embed that was moved to the datamart goes with it.")
            .covers(Operation.UPDATE_EMBED)
            .hint("What counts is where the embed points when the datamart is deleted.")
            .check(s -> cascade(s, doomed -> Stream.of(moved(s, s.given().datamart(), doomed)))),
        rule("REMOVES-RENAMED-EMBEDS", "An embed that was renamed goes with its datamart.")
            .covers(Operation.RENAME_EMBED)
            .hint("What an embed is called, and when it was changed, is nothing to the cascade.")
            .check(s -> cascade(s, doomed -> Stream.of(renamed(s, s.given().embed(doomed))))),
        rule("KEEPS-EMBEDS-MOVED-AWAY", "An embed that was moved to another datamart stays.")
            .covers(Operation.UPDATE_EMBED)
            .hint("Moving an embed has to undo whatever ties it to its first datamart.")
            .check(CascadeChecks::movedAway));
  }

  private static RequirementBuilder removes(String id, String sentence) {
    return rule(id, sentence).covers(Operation.CREATE_EMBED, Operation.LIST_EMBEDS);
  }

  private static void keepsConnections(CheckContext s) {
    String datamart = s.given().datamart();
    Map<String, JsonNode> before = connections(s);

    delete(s, datamart);

    Map<String, JsonNode> after = connections(s);
    s.demand(after.equals(before), "workspaces with " + before, "with " + after);
  }

  private static Map<String, JsonNode> connections(CheckContext s) {
    Map<String, JsonNode> workspaces =
        s.listed().items(s.call(Operation.LIST_WORKSPACES), Workspaces.NOUN.key());
    workspaces.replaceAll((name, item) -> item.at("/datamart/name"));
    return workspaces;
  }

  /** Deletes a new datamart, with which these embeds go and nothing else. */
  private static void cascade(CheckContext s, Function<String, Stream<String>> embeds) {
    String datamart = s.given().datamart();
    cascade(s, s.token(Operation.DELETE_DATAMART), datamart, embeds.apply(datamart));
  }

  private static void cascade(
      CheckContext s, String token, String datamart, Stream<String> embeds) {
    Call delete = s.call(Operation.DELETE_DATAMART, "datamartName", datamart).as(token);
    Set<String> doomed = embeds.map(Effect::embed).collect(Collectors.toCollection(HashSet::new));
    doomed.add(Effect.datamart(datamart));

    IS_GONE.alone(s, s.difference(() -> s.expect(s.send(delete)).succeeds()), doomed);
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
    cascade(s, s.app().key(), datamart, embeds.stream());
  }

  private static void keepsOthers(CheckContext s) {
    String base = s.unused();
    for (String near : List.of("-a_b%", "-a_b%c-and-more", "-A_B%C", "-azb%c", "-a_bzzc", "")) {
      makeEmbedIfAny(s, make(s, base + near));
    }
    String doomed = make(s, base + "-a_b%c");
    String token = s.token(Operation.DELETE_DATAMART);
    cascade(s, token, doomed, makeEmbedIfAny(s, doomed).stream());
  }

  private static void movedAway(CheckContext s) {
    String doomed = s.given().datamart();
    moved(s, doomed, s.given().datamart());
    cascade(s, s.token(Operation.DELETE_DATAMART), doomed, Stream.of());
  }

  private static String renamed(CheckContext s, String embed) {
    s.require(s.send(Operation.RENAME_EMBED, "embedId", embed, "name", s.unused()));
    return embed;
  }

  /** The id of a new embed of one datamart that was moved to another. */
  private static String moved(CheckContext s, String from, String to) {
    String embed = s.given().embed(from);
    Object settings = Json.object("datamartName", to);
    s.require(s.send(Operation.UPDATE_EMBED, "embedId", embed, "accessSettings", settings));
    return embed;
  }
}
