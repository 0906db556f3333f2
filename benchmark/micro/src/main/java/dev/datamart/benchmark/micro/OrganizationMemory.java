package dev.datamart.benchmark.micro;

import dev.datamart.mock.clock.IdSource;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.ServiceToken;
import dev.datamart.mock.store.Organizations;
import java.util.UUID;

/** How much heap an organization costs beside others that began alike. */
public final class OrganizationMemory {

  private static final int MANY = 10_000;

  private OrganizationMemory() {}

  /** Prints one line of JSON, bytes per organization. */
  public static void main(String[] args) throws InterruptedException {
    Organization demo = Crowd.withoutTokens();
    MockClock clock = new MockClock(java.time.InstantSource.system());
    Organizations organizations = new Organizations();
    long before = used();
    for (int i = 0; i < MANY; i++) {
      Organization own = demo.with(new ServiceToken(UUID.randomUUID().toString()));
      organizations.add("o" + i, own, clock, new IdSource(i));
    }
    long alike = used();
    Datamart model = demo.datamarts().all().get(0);
    organizations
        .all()
        .forEach(state -> state.change("create", o -> o.with(Crowd.datamart(model, "mine"))));
    long changed = used();
    System.out.printf(
        "{\"organizations\": %d, \"alike\": %d, \"oneDatamartMore\": %d}%n",
        organizations.all().size(), (alike - before) / MANY, (changed - alike) / MANY);
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
