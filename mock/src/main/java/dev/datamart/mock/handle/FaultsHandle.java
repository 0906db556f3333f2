package dev.datamart.mock.handle;

import dev.datamart.mock.fault.FaultPlan;
import dev.datamart.mock.fault.FaultPlan.Active;
import dev.datamart.mock.fault.FaultPreset;
import dev.datamart.mock.fault.FaultRule;
import dev.datamart.spec.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Failures on purpose that hit the calls of one organization, or of all. Each is one line that ends
 * in what happens: {@code faults.on(DELETE_DATAMART).once().appliedThenError()}.
 */
public record FaultsHandle(FaultPlan plan, @Nullable String organization) {

  private static final FaultRule EVERY_CALL = FaultPreset.ERROR.rule();

  /** Begins a fault of these operations, in all path families. */
  public FaultLine on(Operation first, Operation... others) {
    return new FaultLine(this, EVERY_CALL.withOperations(EnumSet.of(first, others)));
  }

  /** Begins a fault of every operation. */
  public FaultLine onEveryCall() {
    return new FaultLine(this, EVERY_CALL);
  }

  /**
   * Sets one more fault, behind the others; one of the same id is replaced.
   *
   * @throws IllegalArgumentException when the id is that of another organization's fault
   */
  public Active set(FaultRule rule) {
    return plan.add(organization == null ? rule : rule.withOrganization(organization));
  }

  /** Returns the faults that are set, spent ones included: the first that matches a call hits. */
  public List<Active> set() {
    return plan.active(organization);
  }

  /**
   * Takes the fault of that id away.
   *
   * @throws NoSuchElementException when none is set
   */
  public void remove(String id) {
    if (set().stream().noneMatch(fault -> fault.id().equals(id)) || !plan.remove(id)) {
      throw new NoSuchElementException("There is no fault \"" + id + "\".");
    }
  }

  /** Takes all of them away. */
  public void clear() {
    plan.clear(organization);
  }
}
