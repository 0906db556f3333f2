package dev.datamart.conformance.checks.dataapps;

import static dev.datamart.conformance.requirement.RequirementBuilder.decided;
import static dev.datamart.conformance.requirement.RequirementBuilder.docs;
import static dev.datamart.spec.Operation.CREATE_API_TOKEN;
import static dev.datamart.spec.Operation.CREATE_DATA_APP;
import static dev.datamart.spec.Operation.DELETE_DATA_APP;
import static dev.datamart.spec.Operation.GET_DATASOURCE_SCHEMA;
import static dev.datamart.spec.Operation.LIST_API_TOKENS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_DASHBOARDS;
import static dev.datamart.spec.Operation.LIST_WORKSPACE_METRICS;
import static dev.datamart.spec.Problem.DATASOURCE_UNKNOWN;
import static dev.datamart.spec.Problem.DATA_APP_EXISTS;
import static dev.datamart.spec.Problem.DATA_APP_NOT_FOUND;
import static dev.datamart.spec.Problem.MEMBER_INVALID;
import static dev.datamart.spec.Problem.MEMBER_REQUIRED;
import static dev.datamart.spec.Problem.WORKSPACE_ID_UNKNOWN;

import dev.datamart.conformance.checks.shared.SpoiltRequest;
import dev.datamart.conformance.context.App;
import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.RequirementBuilder;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;

/** What requests about data apps, API tokens and discovery may not be. */
public final class DataAppBodyChecks {
  private DataAppBodyChecks() {}

  public static List<Requirement> all() {
    return List.of(
        required(CREATE_DATA_APP, "NAME-IS-REQUIRED", "name"),
        docs("DA-CREATE-NAME-MUST-BE-FREE", "A data app name that is taken is refused.")
            .on(CREATE_DATA_APP)
            .problems(DATA_APP_EXISTS)
            .check(DataAppBodyChecks::nameTaken),
        requiredQuery(DELETE_DATA_APP, "NAME-IS-REQUIRED", "name"),
        unknown(DELETE_DATA_APP, "UNKNOWN-IS-REFUSED", "name", DATA_APP_NOT_FOUND),
        docs("DA-DELETE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger cannot delete a data app.")
            .on(DELETE_DATA_APP)
            .problems(DATA_APP_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> stranger(s, DATA_APP_NOT_FOUND)),
        required(CREATE_API_TOKEN, "DATA-APP-IS-REQUIRED", "dataAppName"),
        required(CREATE_API_TOKEN, "NAME-IS-REQUIRED", "name"),
        unknown(CREATE_API_TOKEN, "DATA-APP-MUST-EXIST", "dataAppName", DATA_APP_NOT_FOUND),
        docs("AT-CREATE-OTHER-ORGANIZATION-IS-REFUSED", "A stranger gets no key of a data app.")
            .on(CREATE_API_TOKEN)
            .problems(DATA_APP_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> stranger(s, DATA_APP_NOT_FOUND)),
        requiredQuery(LIST_API_TOKENS, "DATA-APP-IS-REQUIRED", "dataAppName"),
        unknown(LIST_API_TOKENS, "DATA-APP-MUST-EXIST", "dataAppName", DATA_APP_NOT_FOUND),
        docs("AT-LIST-OTHER-ORGANIZATION-IS-REFUSED", "A stranger does not see a data app's keys.")
            .on(LIST_API_TOKENS)
            .problems(DATA_APP_NOT_FOUND)
            .trait(Trait.TWO_ORGANIZATIONS)
            .check(s -> stranger(s, DATA_APP_NOT_FOUND)),
        requiredQuery(GET_DATASOURCE_SCHEMA, "NAME-IS-REQUIRED", "datasourceName"),
        unknown(GET_DATASOURCE_SCHEMA, "UNKNOWN-IS-REFUSED", "datasourceName", DATASOURCE_UNKNOWN),
        required(LIST_WORKSPACE_DASHBOARDS, "NAME-IS-REQUIRED", "workspaceName"),
        unknown(
            LIST_WORKSPACE_DASHBOARDS, "UNKNOWN-IS-REFUSED", "workspaceName", WORKSPACE_ID_UNKNOWN),
        required(LIST_WORKSPACE_METRICS, "NAME-IS-REQUIRED", "workspaceName"),
        unknown(
            LIST_WORKSPACE_METRICS, "UNKNOWN-IS-REFUSED", "workspaceName", WORKSPACE_ID_UNKNOWN));
  }

  private static Requirement required(Operation operation, String id, String member) {
    return rule(operation, id, member)
        .problems(MEMBER_INVALID)
        .check(
            s -> SpoiltRequest.refuseAll(s, s.bait(), SpoiltRequest.requiredText(member).toList()));
  }

  private static Requirement requiredQuery(Operation operation, String id, String member) {
    return rule(operation, id, member)
        .check(
            s ->
                SpoiltRequest.refuseAll(
                    s,
                    operation == DELETE_DATA_APP ? s.accepted() : s.bait(),
                    List.of(SpoiltRequest.missing(member), SpoiltRequest.empty(member))));
  }

  private static RequirementBuilder rule(Operation operation, String id, String member) {
    String sentence = "The call needs " + member + ", a non-empty text.";
    // Nothing says that a key has to be named, nor what a list of keys of no data app would be.
    boolean isDecided =
        operation == LIST_API_TOKENS || (operation == CREATE_API_TOKEN && member.equals("name"));
    String whole = operation.requirement() + "-" + id;
    return (isDecided ? decided(whole, sentence) : docs(whole, sentence))
        .on(operation)
        .problems(MEMBER_REQUIRED);
  }

  private static Requirement unknown(
      Operation operation, String id, String member, Problem problem) {
    return docs(
            operation.requirement() + "-" + id, "A " + member + " that does not exist is refused.")
        .on(operation)
        .problems(problem)
        .check(
            s ->
                SpoiltRequest.refuseAll(
                    s,
                    operation == DELETE_DATA_APP ? s.accepted() : s.bait(),
                    List.of(
                        SpoiltRequest.of(
                            "there is no such " + member,
                            problem,
                            call -> call.with(member, s.unused())))));
  }

  private static void nameTaken(CheckContext s) {
    App taken = s.app();
    SpoiltRequest.refuseAll(
        s, s.bait(), List.of(SpoiltRequest.set("name", taken.name(), DATA_APP_EXISTS)));
  }

  private static void stranger(CheckContext s, Problem problem) {
    String token = s.run().tokens().otherServiceToken();
    Call call = s.bait().as(token);
    s.unchanged(() -> s.expect(s.send(call)).refuses(problem));
  }
}
