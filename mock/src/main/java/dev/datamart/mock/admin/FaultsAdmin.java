package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.delete;
import static dev.datamart.mock.admin.AdminRoute.get;
import static dev.datamart.mock.admin.AdminRoute.post;
import static dev.datamart.mock.admin.AdminRoute.put;

import dev.datamart.mock.admin.AdminRoute.Reply;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultRule;
import java.util.List;

/** Failures on purpose: set them, see them, take them away. */
final class FaultsAdmin {

  static final List<AdminRoute> ROUTES =
      List.of(
          get("faults", FaultsAdmin::list),
          post("faults", FaultJson.class, FaultsAdmin::add),
          put("faults", FaultJson.Faults.class, FaultsAdmin::replace),
          delete("faults", FaultsAdmin::clear),
          delete("faults/{id}", FaultsAdmin::remove));

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
  record AllShown(List<Shown> faults) {}

  private static AllShown list(AdminCall call) {
    return new AllShown(call.server().faults().set().stream().map(Shown::of).toList());
  }

  private static Reply add(AdminCall call, FaultJson wanted) throws Exception {
    FaultRule rule = wanted.rule();
    Active added = AdminException.doing(() -> call.server().faults().set(rule));
    return new Reply(201, Shown.of(added));
  }

  private static AllShown replace(AdminCall call, FaultJson.Faults wanted) {
    call.server().replaceFaults(wanted.rules());
    return list(call);
  }

  /** Takes away all faults, or those of one organization. */
  private static AllShown clear(AdminCall call) {
    String organization = call.query("organization");
    (organization == null ? call.server().faults() : call.server().faults(organization)).clear();
    return list(call);
  }

  private static AllShown remove(AdminCall call) {
    call.server().faults().remove(call.segment("id"));
    return list(call);
  }
}
