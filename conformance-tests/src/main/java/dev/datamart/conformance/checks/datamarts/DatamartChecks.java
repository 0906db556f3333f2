package dev.datamart.conformance.checks.datamarts;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.echoes;
import static dev.datamart.conformance.checks.shared.AnswerTemplates.lists;
import static dev.datamart.conformance.context.Hindrance.ifAny;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.conformance.requirement.RequirementBuilder.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Exchange;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Datamarts: what is listed to whom, what bodies need, and the steps that the group shares. */
public final class DatamartChecks {
  private DatamartChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            answers(),
            DeleteDatamartChecks.all(),
            CascadeChecks.all(),
            DeleteDatamartNameChecks.all(),
            DatamartStateChecks.all(),
            listings(),
            DatamartUpdateChecks.all(),
            bodies(),
            DatamartTableChecks.all(),
            DatamartHistoryChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> answers() {
    return List.of(
        docs("DM-LIST-ANSWERS", "Listing datamarts answers 200 with a list and error null.")
            .as(lists()),
        docs("DM-CREATE-ANSWERS", "Creating a datamart answers 200, its name, error null.")
            .as(echoes(Map.of("/id", "name"))),
        docs("DM-UPDATE-ANSWERS", "Updating a datamart answers 200 and its name.")
            .as(echoes(Map.of("/id", "datamartName"))),
        seed("DM-DELETE-ANSWERS", "Deleting a datamart answers 200, its name, error null.")
            .as(echoes(Map.of("/id", "datamartName"))));
  }

  /**
   * Makes a datamart whose name the check is about: that it is refused is a violation, unless no
   * datamart at all can be made, which blocks the check.
   */
  static String make(CheckContext s, String name) {
    Exchange made =
        s.send(s.call(Operation.CREATE_DATAMART).arguments(s.given().datamartDraft(name)));
    if (!made.isDone()) {
      s.given().datamart();
    }
    s.expect(made).succeeds();
    return name;
  }

  /** The id of a new embed of a datamart whose name the check is about. */
  static String makeEmbed(CheckContext s, String datamart) {
    Exchange made =
        s.send(s.call(Operation.CREATE_EMBED).arguments(s.given().embedDraft(datamart)));
    if (!made.isDone()) {
      s.given().embed(s.given().datamart());
    }
    s.expect(made).succeeds();
    return s.key(made);
  }

  /** The same where embeds can be made at all. */
  static Optional<String> makeEmbedIfAny(CheckContext s, String datamart) {
    return ifAny(() -> makeEmbed(s, datamart));
  }

  static void delete(CheckContext s, String datamart) {
    s.expect(s.send(Operation.DELETE_DATAMART, "datamartName", datamart)).succeeds();
  }

  private static List<Requirement> listings() {
    return List.of(
        list("EXPANDS-UNLESS-TOLD", "Tables and relationships are listed unless told otherwise.")
            .hint("expandDetails is true when it is left out.")
            .check(s -> expanded(s, s.call(Operation.LIST_DATAMARTS), true)),
        list("EXPANDS-WHEN-TOLD", "expandDetails=true lists tables and relationships.")
            .hint("In a query the value is a text: compare it with \"true\" and \"false\".")
            .check(s -> expanded(s, s.call(Operation.LIST_DATAMARTS, "expandDetails", true), true)),
        list("EXPANDS-NOT-WHEN-TOLD", "expandDetails=false leaves them out.")
            .hint("The two members are left out, neither null nor empty; \"false\" is not true.")
            .check(
                s -> expanded(s, s.call(Operation.LIST_DATAMARTS, "expandDetails", false), false)),
        list("IS-THE-SAME-FOR-ALL", "Service token and any API key list the same datamarts.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Select by the organization of the token, whichever kind of token it is.")
            .check(DatamartChecks::sameForAll),
        list("BELONGS-TO-THE-ORGANIZATION", "What one API key made is listed for every token.")
            .covers(Operation.CREATE_DATAMART)
            .trait(Trait.SERVICE_TOKEN)
            .hint("Store a new datamart under the organization, not under the key's data app.")
            .check(DatamartChecks::organizations),
        list("HIDES-OTHER-ORGANIZATIONS", "Datamarts of other organizations are not listed.")
            .as(Strangers.hidden(s -> s.given().datamart(), DatamartChecks::others)));
  }

  private static RequirementBuilder list(String id, String sentence) {
    return docs("DM-LIST-" + id, sentence);
  }

  /** The name of a new datamart of the second organization. */
  private static String others(CheckContext s) {
    return s.given().otherDatamart(s.unused());
  }

  private static void expanded(CheckContext s, Call list, boolean expected) {
    String name = s.given().datamart();
    JsonNode item = s.listed().items(list, "name").get(name);
    s.demand(item != null, "the list has \"" + name + "\"", "it does not");
    for (String member : List.of("datamartTables", "datamartRelationships")) {
      boolean there = item != null && item.has(member);
      s.demand(there == expected, member + (expected ? " is there" : " is left out"), item + "");
    }
  }

  private static void sameForAll(CheckContext s) {
    String name = s.given().datamart();
    String service = s.run().tokens().serviceToken();
    for (String token : List.of(service, s.app().key(), s.secondApp().key())) {
      boolean there =
          s.listed().items(s.call(Operation.LIST_DATAMARTS).as(token), "name").containsKey(name);
      s.demand(there, "\"" + name + "\" is listed for every token", "for one it is not");
    }
  }

  private static void organizations(CheckContext s) {
    Set<String> made = new TreeSet<>(Set.of(s.given().datamart()));
    List<String> keys = List.of(s.app().key(), s.secondApp().key());
    for (String token : keys) {
      Call call = s.accepted(Operation.CREATE_DATAMART).as(token);
      s.expect(s.send(call)).succeeds();
      made.add(call.arguments().path("name").asText());
    }
    for (String token : List.of(keys.get(0), keys.get(1), s.run().tokens().serviceToken())) {
      Set<String> listed =
          s.listed().items(s.call(Operation.LIST_DATAMARTS).as(token), "name").keySet();
      listed.retainAll(made);
      s.demand(listed.equals(made), made + " are listed for every token", "for one " + listed);
    }
  }

  private static List<Requirement> bodies() {
    return List.of(
        create("NAME-IS-REQUIRED", "Creating a datamart needs a name that is a non-empty text.")
            .as(RefusalTemplates.required("name")),
        create("DATASOURCE-IS-REQUIRED", "Creating a datamart needs a datasourceName, a text.")
            .as(RefusalTemplates.required("datasourceName")),
        create("TABLES-ARE-REQUIRED", "Creating a datamart needs a tableList, a list.")
            .as(RefusalTemplates.required("tableList")),
        create("DATASOURCE-MUST-EXIST", "A datamart over an unknown datasource is refused.")
            .as(RefusalTemplates.unknown("datasourceName", Problem.DATASOURCE_UNKNOWN)),
        create(
                "DATASOURCE-OF-OTHERS-IS-UNKNOWN",
                "A datamart over a stranger's datasource is refused.")
            .as(
                RefusalTemplates.ofOthers(
                    "datasourceName",
                    Problem.DATASOURCE_UNKNOWN,
                    s -> Strangers.nameIn(s, Operation.LIST_DATASOURCES))),
        create("NAME-MUST-BE-FREE", "A datamart name that is taken is refused.")
            .as(RefusalTemplates.taken("name", Problem.DATAMART_EXISTS, s -> s.given().datamart())),
        create("NAME-OF-OTHERS-IS-FREE", "A datamart name that another organization has is free.")
            .trait(Trait.TWO_ORGANIZATIONS)
            .hint("Names of datamarts are unique in an organization, not among all of them.")
            .check(s -> make(s, others(s))),
        create("NAME-IS-CASE-SENSITIVE", "Names that differ in case only are two names.")
            .hint("Compare names letter by letter; a collation of a database may fold case.")
            .check(DatamartChecks::caseSensitive),
        docs("DM-UPDATE-NAME-IS-REQUIRED", "Updating a datamart needs datamartName, a text.")
            .as(RefusalTemplates.required("datamartName")),
        docs("DM-UPDATE-UNKNOWN-IS-REFUSED", "Updating a datamart that does not exist is refused.")
            .as(RefusalTemplates.unknown("datamartName", Problem.DATAMART_NOT_FOUND)));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("DM-CREATE-" + id, sentence);
  }

  private static void caseSensitive(CheckContext s) {
    String lower = s.given().datamart(s.unused() + "-case");
    String upper = lower.replace("-case", "-CASE");

    s.expect(s.send(s.call(Operation.CREATE_DATAMART).arguments(s.given().datamartDraft(upper))))
        .succeeds();

    Set<String> listed = s.listed().datamarts().keySet();
    s.demand(listed.containsAll(List.of(lower, upper)), "both are listed", "they are not");
  }
}
