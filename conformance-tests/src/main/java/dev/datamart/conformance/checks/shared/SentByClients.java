package dev.datamart.conformance.checks.shared;

import dev.datamart.conformance.wire.Call;
import dev.datamart.conformance.wire.Json;
import dev.datamart.spec.Operation;
import java.util.Set;

/** What the vendor's own clients send beside what an operation needs. */
public final class SentByClients {
  private static final Set<Operation> WITH_MEMBERS =
      Set.of(Operation.CREATE_EMBED, Operation.UPDATE_EMBED, Operation.CREATE_GUEST_TOKEN);

  private SentByClients() {}

  /** The call with query parameters that it does not know, of which one may come twice. */
  public static Call parameters(Call call) {
    if (!call.spelling().query()) {
      return call.query("dataAppName=x&dataAppId=y&workspaceName=x&made-up=1&made-up=2");
    }
    Call more = call.with("dataAppId", "y").with("made-up", "1");
    for (String name : new String[] {"dataAppName", "workspaceName"}) {
      more = call.arguments().has(name) ? more : more.with(name, "x");
    }
    return more;
  }

  /** Whether clients send more members than an operation has a use for. */
  public static boolean hasMembers(Operation operation) {
    return WITH_MEMBERS.contains(operation);
  }

  /** The call with such members. */
  public static Call members(Call call) {
    Object look = Json.object("colour", "petrol");
    return switch (call.operation()) {
      case CREATE_EMBED -> oldNameOfTables(call.with("dashboardConfig", look));
      case UPDATE_EMBED ->
          oldNameOfTables(
              call.with("theme", look)
                  .with("options", look)
                  .with("componentAttributes", look)
                  .with("adminThemeOptions", look));
      default -> call.with("theme", look).with("metricId", "x").with("embedId", "x");
    };
  }

  private static Call oldNameOfTables(Call call) {
    String settings = "/accessSettings/";
    Object tables = call.arguments().at(settings + "tableTenancySettings").deepCopy();
    return call.arguments().at(settings + "tableTenancySettings").isArray()
        ? call.with(settings + "tableList", tables).without(settings + "tableTenancySettings")
        : call;
  }
}
