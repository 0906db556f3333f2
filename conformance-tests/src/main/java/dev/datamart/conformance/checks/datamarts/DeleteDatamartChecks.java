package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.datamarts.DatamartChecks.delete;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.make;
import static dev.datamart.conformance.checks.datamarts.DatamartChecks.makeEmbedIfAny;
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
import dev.datamart.conformance.noun.Workspaces;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Family;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                }),
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
            .check(DeleteDatamartChecks::byKey),
        removes("REMOVES-ALL-EMBEDS", "Deleting a datamart removes all its embeds, however many.")
            .hint("The cascade walks the whole store, not the first page of a list.")
            .check(s -> cascade(s, name -> Stream.generate(() -> s.given().embed(name)).limit(12))),
        rule("KEEPS-OTHER-EMBEDS", "Deleting a datamart leaves other datamarts and embeds alone.")
            .covers(Operation.LIST_EMBEDS)
            .hint("The cascade goes by the exact name: no case folding, no prefixes, no patterns.")
            .check(DeleteDatamartChecks::keepsOthers),
        rule("KEEPS-CONNECTIONS", "Deleting a datamart leaves workspaces of others connected.")
            .covers(Operation.LIST_WORKSPACES)
            .hint("A workspace loses its connection with the datamart of exactly that name.")
            .check(DeleteDatamartChecks::keepsConnections),
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
            .check(DeleteDatamartChecks::movedAway));
  }

  private static RequirementBuilder rule(String id, String sentence) {
    return seed("DM-DELETE-" + id, sentence);
  }

  private static RequirementBuilder removes(String id, String sentence) {
    return rule(id, sentence).covers(Operation.CREATE_EMBED, Operation.LIST_EMBEDS);
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
