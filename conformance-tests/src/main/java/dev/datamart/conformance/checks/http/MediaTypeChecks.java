package dev.datamart.conformance.checks.http;

import static dev.datamart.conformance.checks.shared.AnswerTemplates.accepts;
import static dev.datamart.conformance.requirement.RequirementBuilder.decided;

import dev.datamart.conformance.context.CheckContext;
import dev.datamart.conformance.requirement.Requirement;
import dev.datamart.conformance.requirement.Trait;
import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import dev.datamart.spec.Problem;
import java.util.List;
import java.util.Set;

/** Request bodies have to be JSON, of the JSON type, and well-formed before all else. */
final class MediaTypeChecks {
  /** What takes any object as body may take what is no object for an empty one. */
  private static final Set<Operation> TAKING_ANY =
      Set.of(Operation.LIST_DATAMARTS, Operation.LIST_EMBEDS, Operation.ROTATE_API_TOKEN);

  private MediaTypeChecks() {}

  static List<Requirement> all() {
    return List.of(
        decided("HTTP-BODY-MUST-BE-JSON", "A body that is not JSON is refused and does nothing.")
            .problems(Problem.BODY_MALFORMED)
            .trait(Trait.BODY)
            .check(MediaTypeChecks::malformed),
        decided("HTTP-BODY-MUST-BE-AN-OBJECT", "A JSON body that is no object is refused.")
            .on(operation -> !TAKING_ANY.contains(operation))
            .trait(Trait.BODY)
            .check(MediaTypeChecks::noObject),
        decided("HTTP-SHAPE-COMES-BEFORE-EXISTENCE", "A bad request is one, whatever it names.")
            .on(
                Operation.CREATE_DATAMART,
                Operation.CREATE_EMBED,
                Operation.UPDATE_EMBED,
                Operation.RENAME_EMBED,
                Operation.CREATE_API_TOKEN)
            .problems(Problem.MEMBER_REQUIRED)
            .hint("Asked without a required member and with a name or id that does not exist.")
            .check(MediaTypeChecks::shapeFirst),
        decided("HTTP-MEDIA-TYPE-IS-CHECKED", "A body of another type than JSON is refused.")
            .problems(Problem.UNSUPPORTED_MEDIA_TYPE)
            .trait(Trait.BODY)
            .check(MediaTypeChecks::mediaType),
        decided("HTTP-MEDIA-TYPE-MAY-HAVE-PARAMETERS", "application/json; charset=utf-8 is JSON.")
            .trait(Trait.BODY)
            .check(
                accepts(
                    (s, call) -> call.header("Content-Type", "application/json; charset=utf-8"))));
  }

  private static void malformed(CheckContext s) {
    Call call = s.bait();
    String whole = Json.write(call.arguments());
    s.unchanged(
        () -> {
          for (String broken : List.of("{", whole.replaceFirst("\\{", "{,"), whole + "}", "x")) {
            s.expect(s.send(call.body(broken))).refuses(Problem.BODY_MALFORMED);
          }
        });
  }

  private static void noObject(CheckContext s) {
    Call call = s.bait();
    s.unchanged(
        () -> {
          for (String other : List.of("[]", "\"x\"", "5", "true")) {
            s.expect(s.send(call.body(other))).refusesWith(400);
          }
        });
  }

  private static void shapeFirst(CheckContext s) {
    Call call = s.bait();
    Call worse =
        switch (s.subject()) {
          case CREATE_DATAMART -> call.with("datasourceName", s.unused()).without("tableList");
          case CREATE_EMBED -> call.with("workspaceName", s.unused()).without("dashboardId");
          case UPDATE_EMBED ->
              call.with("/accessSettings/datamartName", s.unused()).without("embedId");
          case RENAME_EMBED -> call.with("embedId", s.unused()).without("name");
          default -> call.with("dataAppName", s.unused()).without("name");
        };
    s.unchanged(() -> s.expect(s.send(worse)).refuses(Problem.MEMBER_REQUIRED));
  }

  private static void mediaType(CheckContext s) {
    Call call = s.bait();
    s.unchanged(
        () -> {
          for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            s.expect(s.send(call.header("Content-Type", type)))
                .refuses(Problem.UNSUPPORTED_MEDIA_TYPE);
          }
        });
  }
}
