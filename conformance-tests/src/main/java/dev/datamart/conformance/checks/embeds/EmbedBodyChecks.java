package dev.datamart.conformance.checks.embeds;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_EMBED;
import static dev.datamart.spec.Operation.DELETE_EMBED;
import static dev.datamart.spec.Operation.RENAME_EMBED;
import static dev.datamart.spec.Operation.UPDATE_EMBED;
import static dev.datamart.spec.Problem.DASHBOARD_UNKNOWN;
import static dev.datamart.spec.Problem.DATAMART_TABLE_NOT_FOUND;
import static dev.datamart.spec.Problem.EMBED_DATAMART_UNKNOWN;
import static dev.datamart.spec.Problem.EMBED_ID_UNKNOWN;
import static dev.datamart.spec.Problem.EMBED_NOT_FOUND;
import static dev.datamart.spec.Problem.MEMBER_INVALID;
import static dev.datamart.spec.Problem.MEMBER_REQUIRED;
import static dev.datamart.spec.Problem.METRIC_UNKNOWN;
import static dev.datamart.spec.Problem.WORKSPACE_UNKNOWN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.datamart.conformance.checks.shared.Drafts;
import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What requests about embeds may not be. */
public final class EmbedBodyChecks {
  private EmbedBodyChecks() {}

  public static List<Requirement> all() {
    return List.of(
        create("DASHBOARD-IS-REQUIRED", "Creating an embed needs a dashboardId, a text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("dashboardId").toList())),
        create("TYPE-IS-REQUIRED", "Creating an embed needs an embedType, a text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("embedType").toList())),
        create("WORKSPACE-IS-REQUIRED", "Creating an embed needs a workspaceName, a text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("workspaceName").toList())),
        create("SETTINGS-ARE-REQUIRED", "A dashboard embed needs accessSettings with a datamart.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(EmbedBodyChecks::settings),
        create("METRIC-IS-REQUIRED", "A metric embed needs a metricId, a text.")
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, metric(s), SpoiltRequest.requiredText("metricId").toList())),
        create("WORKSPACE-MUST-EXIST", "An embed of an unknown workspace is refused.")
            .problems(WORKSPACE_UNKNOWN)
            .check(s -> refuse(s, "workspaceName", WORKSPACE_UNKNOWN)),
        create("DASHBOARD-MUST-EXIST", "An embed of an unknown dashboard is refused.")
            .problems(DASHBOARD_UNKNOWN)
            .check(s -> refuse(s, "dashboardId", DASHBOARD_UNKNOWN)),
        create("METRIC-MUST-EXIST", "An embed of an unknown metric is refused.")
            .problems(METRIC_UNKNOWN)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        metric(s),
                        List.of(SpoiltRequest.set("metricId", s.unused(), METRIC_UNKNOWN)))),
        create("DATAMART-MUST-EXIST", "An embed onto an unknown datamart is refused.")
            .problems(EMBED_DATAMART_UNKNOWN)
            .check(s -> refuse(s, "/accessSettings/datamartName", EMBED_DATAMART_UNKNOWN)),
        create("DATAMART-OF-OTHERS-IS-UNKNOWN", "An embed onto a stranger's datamart is refused.")
            .problems(EMBED_DATAMART_UNKNOWN)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(EmbedBodyChecks::othersDatamart),
        docs("EM-TENANCY-TABLE-MUST-EXIST", "Tenancy for a table the datamart lacks is refused.")
            .on(CREATE_EMBED, UPDATE_EMBED)
            .problems(DATAMART_TABLE_NOT_FOUND)
            .check(EmbedBodyChecks::tenancyTable),
        decided("EM-CREATE-TYPE-IS-CHECKED", "An embedType that is neither of the two is refused.")
            .on(CREATE_EMBED)
            .check(s -> odd(s, "embedType")),
        decided("EM-CREATE-MODE-IS-CHECKED", "An unknown metricCreationMode is refused.")
            .on(CREATE_EMBED)
            .check(s -> odd(s, "/accessSettings/metricCreationMode")),
        docs("EM-UPDATE-ID-IS-REQUIRED", "Updating an embed needs its embedId, a text.")
            .on(UPDATE_EMBED)
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.bait(), SpoiltRequest.requiredText("embedId").toList())),
        decided("EM-UPDATE-UNKNOWN-IS-REFUSED", "Updating an unknown embed is refused.")
            .on(UPDATE_EMBED)
            .problems(EMBED_ID_UNKNOWN)
            .check(s -> refuse(s, "embedId", EMBED_ID_UNKNOWN)),
        docs("EM-UPDATE-DATAMART-MUST-EXIST", "Moving an embed to an unknown datamart is refused.")
            .on(UPDATE_EMBED)
            .problems(EMBED_DATAMART_UNKNOWN)
            .check(s -> refuse(s, "/accessSettings/datamartName", EMBED_DATAMART_UNKNOWN)),
        docs("EM-RENAME-MEMBERS-ARE-REQUIRED", "Renaming an embed needs its embedId and a name.")
            .on(RENAME_EMBED)
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        s.bait(),
                        SpoiltRequest.rows(
                            List.of(
                                SpoiltRequest.requiredText("embedId"),
                                SpoiltRequest.requiredText("name"))))),
        docs("EM-RENAME-UNKNOWN-IS-REFUSED", "Renaming an unknown embed is refused.")
            .on(RENAME_EMBED)
            .problems(EMBED_ID_UNKNOWN)
            .check(s -> refuse(s, "embedId", EMBED_ID_UNKNOWN)),
        docs("EM-DELETE-ID-IS-REQUIRED", "Deleting an embed needs its embedId.")
            .on(DELETE_EMBED)
            .problems(MEMBER_REQUIRED, MEMBER_INVALID)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s, s.accepted(), SpoiltRequest.requiredText("embedId").toList())),
        docs("EM-DELETE-UNKNOWN-IS-REFUSED", "Deleting an unknown embed is refused.")
            .on(DELETE_EMBED)
            .problems(EMBED_NOT_FOUND)
            .check(
                s ->
                    SpoiltRequest.refuseAll(
                        s,
                        s.accepted(),
                        List.of(
                            SpoiltRequest.of(
                                "there is no such embed",
                                EMBED_NOT_FOUND,
                                call -> call.with("embedId", s.unused()))))),
        foreign(DELETE_EMBED, EMBED_NOT_FOUND),
        foreign(UPDATE_EMBED, EMBED_ID_UNKNOWN),
        foreign(RENAME_EMBED, EMBED_ID_UNKNOWN));
  }

  private static RequirementBuilder create(String id, String sentence) {
    return docs("EM-CREATE-" + id, sentence).on(CREATE_EMBED);
  }

  /** A key of one data app finds no embed of another. */
  private static Requirement foreign(Operation operation, Problem problem) {
    return docs(
            operation.requirement() + "-OTHER-DATA-APP-IS-REFUSED",
            "An API key cannot reach the embeds of another data app.")
        .on(operation)
        .problems(problem)
        .trait(Trait.SERVICE_TOKEN)
        .check(
            s -> {
              Call call = s.bait();
              String key = s.secondApp().key();
              s.unchanged(() -> s.expect(s.send(call.as(key))).refuses(problem));
            });
  }

  private static void refuse(CheckContext s, String member, Problem problem) {
    SpoiltRequest.refuseAll(s, s.bait(), List.of(SpoiltRequest.set(member, s.unused(), problem)));
  }

  private static void odd(CheckContext s, String member) {
    Call call = s.bait().with(member, "SOMETIMES");
    s.unchanged(() -> s.expect(s.send(call)).refusesWith(400));
  }

  private static Call metric(CheckContext s) {
    return s.bait().with("embedType", "metric").with("metricId", s.target().metric());
  }

  private static void settings(CheckContext s) {
    SpoiltRequest.refuseAll(
        s,
        s.bait(),
        SpoiltRequest.rows(
            List.of(
                SpoiltRequest.requiredTree("accessSettings", "x", 5, true, Json.array()),
                SpoiltRequest.requiredText("/accessSettings/datamartName"))));
  }

  private static void othersDatamart(CheckContext s) {
    String theirs = s.given().otherDatamart(s.unused());
    SpoiltRequest.refuseAll(
        s,
        s.bait(),
        List.of(SpoiltRequest.set("/accessSettings/datamartName", theirs, EMBED_DATAMART_UNKNOWN)));
  }

  private static void tenancyTable(CheckContext s) {
    ObjectNode draft = s.given().datamartDraft(s.unused());
    draft.set("tenancySettings", Drafts.tableTenancy(s.target().table()));
    String datamart = s.given().datamart(draft);
    ObjectNode entry =
        Json.object(
            "name", s.target().table().name(),
            "clientColumn", s.target().table().columns().get(0));
    Call call =
        s.accepted()
            .with("/accessSettings/datamartName", datamart)
            .with("/accessSettings/tableTenancySettings", Json.array(entry));
    SpoiltRequest.refuseAll(
        s,
        call,
        Stream.of("/accessSettings/tableTenancySettings/0/name")
            .map(where -> SpoiltRequest.set(where, s.unused(), DATAMART_TABLE_NOT_FOUND))
            .toList());
  }
}
