package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.admin.AdminQuery.Whose;
import dev.datamart.mock.admin.AdminRoute.Reply;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultRule;
import java.util.List;
import java.util.Map;

/** Failures on purpose: set them, see them, take them away. */
final class FaultsAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          route("GET faults", FaultsAdmin::list),
          route("POST faults", FaultJson.class, FaultsAdmin::add),
          route("PUT faults", FaultJson.Faults.class, FaultsAdmin::replace),
          route("DELETE faults", FaultsAdmin::clear).asking(Whose.class),
          route("DELETE faults/{id}", FaultsAdmin::remove));

  private FaultsAdmin() {}

  /**
   * A fault that is set.
   *
   * @param hits how often it has hit
   * @param isSpent whether it has hit as often as it should
   */
  record Shown(String id, FaultJson fault, long hits, boolean isSpent) {
    static Shown of(Active active) {
      return new Shown(active.id(), FaultJson.of(active.rule()), active.hits(), active.isSpent());
    }
  }

  /** Those that are set, in their order: the first that matches a call is the one it gets. */
  private static Map<String, List<Shown>> list(AdminCall call) {
    return Map.of("faults", call.server().faults().set().stream().map(Shown::of).toList());
  }

  private static Reply add(AdminCall call, FaultJson wanted) throws Exception {
    FaultRule rule = wanted.rule(call.server().world().organizations());
    Active added = AdminException.doing(() -> call.server().faults().set(rule));
    return new Reply(201, Shown.of(added));
  }

  private static Map<String, List<Shown>> replace(AdminCall call, FaultJson.Faults wanted) {
    call.server().replaceFaults(wanted.rules(call.server().world().organizations()));
    return list(call);
  }

  /** Takes away all faults, or those of one organization. */
  private static Map<String, List<Shown>> clear(AdminCall call) {
    call.server().faults(call.query(Whose.class).organization()).clear();
    return list(call);
  }

  private static Map<String, List<Shown>> remove(AdminCall call) {
    call.server().faults().remove(call.segment("id"));
    return list(call);
  }
}
