package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.checks.shared.SpoiltRequest.refuseAll;
import static dev.datamart.conformance.checks.shared.SpoiltRequest.set;
import static dev.datamart.conformance.requirement.RequirementBuilder.client;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.datamart.conformance.checks.shared.AnswerTemplates;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.RefusalTemplates;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.checks.shared.Strangers;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.RequirementBuilder.Template;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Embeds: which are listed, to whom, and what requests about them may not be. */
public final class EmbedChecks {
  private EmbedChecks() {}

  public static List<Requirement> all() {
    return Stream.of(
            answers(), EmbedStateChecks.all(), listings(), EmbedUpdateChecks.all(), bodies())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> answers() {
    Map<String, String> id = Map.of("/id", "embedId");
    return List.of(
        docs("EM-LIST-ANSWERS", "Listing embeds answers 200 with a list and error null.")
            .as(AnswerTemplates.lists()),
        docs("EM-CREATE-ANSWERS", "Creating an embed answers 200, its id and error null.")
            .as(AnswerTemplates.works(answer -> answer.hasText("/id"))),
        docs("EM-UPDATE-ANSWERS", "Updating an embed answers 200, its id and error null.")
            .as(AnswerTemplates.echoes(id)),
        docs("EM-RENAME-ANSWERS", "Renaming an embed answers 200, its id and new name.")
            .as(AnswerTemplates.echoes(Map.of("/id", "embedId", "/name", "name"))),
        docs("EM-DELETE-ANSWERS", "Deleting an embed answers 200, its id and error null.")
            .as(AnswerTemplates.echoes(id)));
  }

  private static List<Requirement> listings() {
    return List.of(
        docs("EM-LIST-FILTERS-BY-ID", "embedId lists that embed alone.")
            .hint("Read embedId from the query, or from the body of the verb-suffix form.")
            .check(EmbedChecks::byId),
        docs("EM-LIST-FILTERS-UNKNOWN-ID", "An unknown embedId lists nothing.")
            .hint("A filter that finds nothing gives an empty list: no refusal, no whole list.")
            .check(s -> empty(s, "embedId")),
        client("EM-LIST-FILTERS-BY-CLIENT", "clientId lists nothing that this API made.")
            .hint("Embeds made here belong to no client, so that any clientId excludes them.")
            .check(s -> empty(s, "clientId")),
        docs("EM-LIST-SHOWS-OWN-DATA-APP", "An API key lists the embeds of its data app alone.")
            .trait(Trait.SERVICE_TOKEN)
            .hint("Select by the data app of the key, not by its organization.")
            .check(EmbedChecks::ownDataApp));
  }

  private static void byId(CheckContext s) {
    String datamart = s.given().datamart();
    String one = s.given().embed(datamart);
    s.given().embed(datamart);
    Set<String> ids =
        s.listed().items(s.call(Operation.LIST_EMBEDS, "embedId", one), "embedId").keySet();
    s.demand(ids.equals(Set.of(one)), "embed " + one + " alone", ids.toString());
  }

  private static void empty(CheckContext s, String filter) {
    s.given().embed(s.given().datamart());
    JsonNode data = s.expect(s.send(Operation.LIST_EMBEDS, filter, s.unused())).list();
    s.demand(data.isEmpty(), "an empty list", data.toString());
  }

  private static void ownDataApp(CheckContext s) {
    String datamart = s.given().datamart();
    String mine = s.given().embed(datamart);
    String theirs = s.given().embed(datamart, s.secondApp());
    Set<String> ids = s.listed().items(s.call(Operation.LIST_EMBEDS), "embedId").keySet();
    s.demand(ids.contains(mine), "embed " + mine + " of the data app is listed", ids.toString());
    s.demand(!ids.contains(theirs), "embed " + theirs + " of another is not", ids.toString());
  }

  private static final String DATAMART = "/accessSettings/datamartName";

  private static List<Requirement> bodies() {
    return List.of(
        create("DASHBOARD-IS-REQUIRED", "Creating an embed needs a dashboardId, a text.")
            .as(RefusalTemplates.required("dashboardId")),
        create("TYPE-IS-REQUIRED", "Creating an embed needs an embedType, a text.")
            .as(RefusalTemplates.required("embedType")),
        create("WORKSPACE-IS-REQUIRED", "Creating an embed needs a workspaceName, a text.")
            .as(RefusalTemplates.required("workspaceName")),
        create("SETTINGS-ARE-REQUIRED", "A dashboard embed needs accessSettings with a datamart.")
            .as(RefusalTemplates.required("accessSettings", DATAMART)),
        create("METRIC-IS-REQUIRED", "A metric embed needs a metricId, a text.")
            .problems(Problem.MEMBER_REQUIRED, Problem.MEMBER_INVALID)
            .hint("metricId is required when embedType is metric, and only then.")
            .check(
                s ->
                    refuseAll(
                        s,
                        metric(s),
                        SpoiltRequest.required(s.subject(), "metricId")
                            .toArray(SpoiltRequest[]::new))),
        create("WORKSPACE-MUST-EXIST", "An embed of an unknown workspace is refused.")
            .as(RefusalTemplates.unknown("workspaceName", Problem.WORKSPACE_UNKNOWN)),
        create("WORKSPACE-OF-OTHERS-IS-UNKNOWN", "An embed in a stranger's workspace is refused.")
            .trait(Trait.SERVICE_TOKEN)
            .as(
                RefusalTemplates.ofOthers(
                    "workspaceName",
                    Problem.WORKSPACE_UNKNOWN,
                    s -> Strangers.nameIn(s, Operation.LIST_WORKSPACES))),
        create("DASHBOARD-MUST-EXIST", "An embed of an unknown dashboard is refused.")
            .as(RefusalTemplates.unknown("dashboardId", Problem.DASHBOARD_UNKNOWN)),
        create("METRIC-MUST-EXIST", "An embed of an unknown metric is refused.")
            .problems(Problem.METRIC_UNKNOWN)
            .hint("The metric has to be one of the workspace, as the dashboard has to be.")
            .check(
                s -> refuseAll(s, metric(s), set("metricId", s.unused(), Problem.METRIC_UNKNOWN))),
        create("DATAMART-MUST-EXIST", "An embed onto an unknown datamart is refused.")
            .as(RefusalTemplates.unknown(DATAMART, Problem.EMBED_DATAMART_UNKNOWN)),
        create("DATAMART-OF-OTHERS-IS-UNKNOWN", "An embed onto a stranger's datamart is refused.")
            .as(onOthersDatamart()),
        docs("EM-TENANCY-TABLE-MUST-EXIST", "Tenancy for a table the datamart lacks is refused.")
            .on(Operation.CREATE_EMBED, Operation.UPDATE_EMBED)
            .problems(Problem.DATAMART_TABLE_NOT_FOUND)
            .hint("With tenancy TABLE each name in tableTenancySettings is one of its tables.")
            .check(EmbedChecks::tenancyTable),
        decided("EM-CREATE-TYPE-IS-CHECKED", "An embedType that is neither of the two is refused.")
            .check(s -> odd(s, "embedType")),
        decided("EM-CREATE-MODE-IS-CHECKED", "An unknown metricCreationMode is refused.")
            .check(s -> odd(s, "/accessSettings/metricCreationMode")),
        docs("EM-UPDATE-ID-IS-REQUIRED", "Updating an embed needs its embedId, a text.")
            .as(RefusalTemplates.required("embedId")),
        decided("EM-UPDATE-UNKNOWN-IS-REFUSED", "Updating an unknown embed is refused.")
            .as(RefusalTemplates.unknown("embedId", Problem.EMBED_ID_UNKNOWN)),
        docs("EM-UPDATE-DATAMART-MUST-EXIST", "Moving an embed to an unknown datamart is refused.")
            .as(RefusalTemplates.unknown(DATAMART, Problem.EMBED_DATAMART_UNKNOWN)),
        docs(
                "EM-UPDATE-DATAMART-OF-OTHERS-IS-UNKNOWN",
                "An embed cannot be moved onto a stranger's datamart.")
            .as(onOthersDatamart()),
        docs("EM-RENAME-MEMBERS-ARE-REQUIRED", "Renaming an embed needs its embedId and a name.")
            .as(RefusalTemplates.required("embedId", "name")),
        docs("EM-RENAME-UNKNOWN-IS-REFUSED", "Renaming an unknown embed is refused.")
            .as(RefusalTemplates.unknown("embedId", Problem.EMBED_ID_UNKNOWN)),
        docs("EM-DELETE-ID-IS-REQUIRED", "Deleting an embed needs its embedId.")
            .as(RefusalTemplates.required("embedId")),
        docs("EM-DELETE-UNKNOWN-IS-REFUSED", "Deleting an unknown embed is refused.")
            .as(RefusalTemplates.unknown("embedId", Problem.EMBED_NOT_FOUND)),
        RefusalTemplates.ofOtherDataApp("EM-DELETE", Problem.EMBED_NOT_FOUND),
        RefusalTemplates.ofOtherDataApp("EM-UPDATE", Problem.EMBED_ID_UNKNOWN),
        RefusalTemplates.ofOtherDataApp("EM-RENAME", Problem.EMBED_ID_UNKNOWN));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("EM-CREATE-" + id, sentence);
  }

  private static Template onOthersDatamart() {
    return RefusalTemplates.ofOthers(
        DATAMART, Problem.EMBED_DATAMART_UNKNOWN, s -> s.given().otherDatamart(s.unused()));
  }

  private static void odd(CheckContext s, String member) {
    Call call = s.bait().with(member, "SOMETIMES");
    s.unchanged(() -> s.expect(s.send(call)).refuses(Problem.MEMBER_INVALID));
  }

  private static Call metric(CheckContext s) {
    return s.bait().with("embedType", "metric").with("metricId", s.target().metric());
  }

  private static void tenancyTable(CheckContext s) {
    String settings = "/accessSettings/tableTenancySettings";
    Call call =
        s.accepted()
            .with(DATAMART, s.given().datamart(Drafts.tenantDatamart(s)))
            .with(settings, Json.array(Drafts.tenancyOfTable(s)));
    refuseAll(
        s,
        call,
        set(settings + "/0/name", s.unused(), Problem.DATAMART_TABLE_NOT_FOUND),
        set(settings + "/1", Json.object("name", s.unused()), Problem.DATAMART_TABLE_NOT_FOUND));
    if (s.subject() == Operation.UPDATE_EMBED) {
      // The embed is on that datamart now, which the request need not say again.
      refuseAll(
          s,
          call.without(DATAMART),
          set(settings + "/0/name", s.unused(), Problem.DATAMART_TABLE_NOT_FOUND));
    }
  }
}
