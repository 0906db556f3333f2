package dev.datamart.mock.handle;

import dev.datamart.mock.journal.ExchangeFilter;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Operation;
import java.util.List;

/** The exchanges that were made with the tokens of one organization, tokens masked. */
public final class JournalHandle {

  private final MockState world;
  private final OrganizationState state;

  JournalHandle(MockState world, OrganizationState state) {
    this.world = world;
    this.state = state;
  }

  /** Returns all of them, oldest first. */
  public List<ExchangeJson> exchanges() {
    return calls().exchanges();
  }

  /** Means all calls; what is added to the line leaves out some. */
  public JournalQuery calls() {
    ExchangeFilter filter = ExchangeFilter.ALL.withOrganization(state.id());
    return new JournalQuery(world, filter, "calls");
  }

  /** Means the calls of one operation, in all path families. */
  public JournalQuery calls(Operation operation) {
    return calls().of(operation);
  }

  /** Returns the number of the newest exchange of the server, to ask for those after it. */
  public long mark() {
    return world.journal().count();
  }
}
