package dev.datamart.mock.handle;

import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Failures on purpose that hit the calls of one organization. Each is one line that ends in what
 * happens: {@code faults.on(DELETE_DATAMART).once().appliedThenError()}.
 */
public final class FaultsHandle {

  private final FaultPlan plan;
  private final String organization;

  FaultsHandle(FaultPlan plan, String organization) {
    this.plan = plan;
    this.organization = organization;
  }

  /** Begins a fault of these operations, in all path families. */
  public FaultLine on(Operation first, Operation... others) {
    return FaultLine.of(plan, organization).on(Set.copyOf(list(first, others)));
  }

  /** Begins a fault of every operation. */
  public FaultLine onEveryCall() {
    return FaultLine.of(plan, organization);
  }

  /** Returns the faults that are set, spent ones included: the first that matches a call hits. */
  public List<Active> set() {
    return plan.active(organization);
  }

  /** Takes one fault away. */
  public void remove(Active fault) {
    plan.remove(fault.id());
  }

  /** Takes all of them away. */
  public void clear() {
    plan.clear(organization);
  }

  private static List<Operation> list(Operation first, Operation... others) {
    List<Operation> all = new ArrayList<>(List.of(others));
    all.add(first);
    return all;
  }
}
