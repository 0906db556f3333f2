package dev.datamart.mock.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Caller;
import dev.datamart.mock.fixture.Reply;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import dev.datamart.mock.history.Rewind;
import dev.datamart.mock.store.OrganizationState;
import dev.datamart.mock.store.Version;
import dev.datamart.mock.world.MockOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hostile requests, the same for the same seed. Shortened unless told otherwise: {@code
 * -Dfuzz.requests=100000 -Dfuzz.seed=7}.
 */
@Timeout(1_800)
class FuzzTest {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);
  private static final int CALLERS = 4;
  private static final int WARM_UP = 1_000;
  private static final long MOST_GROWTH_BYTES = 24L * 1024 * 1024;

  private final FuzzJudge judge = new FuzzJudge();
  private final Map<Integer, Integer> heard = new ConcurrentSkipListMap<>();

  @Test
  void hostile_requests_get_answers_of_the_contract_and_leave_nothing_behind() throws Exception {
    MockOptions options = MockOptions.defaults().withJournalSize(200).withIdentifierSeed(SEED);
    try (TestMock server = TestMock.start(options)) {
      fire(server, WARM_UP / CALLERS, SEED - 1_000);
      long before = retained();

      long start = System.nanoTime();
      fire(server, REQUESTS / CALLERS, SEED);
      double seconds = (System.nanoTime() - start) / 1e9;

      long growth = retained() - before;
      System.out.printf(
          "%d hostile requests from seed %d in %.1f s, heap grew by %.1f MB, answers %s%n",
          REQUESTS, SEED, seconds, growth / 1e6, new TreeMap<>(heard));
      assertThat(growth).isLessThan(MOST_GROWTH_BYTES);
      assertThat(heard).containsKeys(200, 400, 401, 404, 405, 415);
      Tenant after = server.newTenant();
      assertThat(after.service().get("/data-app/datamarts").each("name"))
          .contains("sales-datamart");
    }
  }

  private void fire(TestMock server, int shots, long seed) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        long own = seed + caller;
        tasks.add(() -> fireAlone(server, shots, own));
      }
      for (Future<Void> done : callers.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private Void fireAlone(TestMock server, int shots, long seed) throws IOException {
    Caller control = server.control();
    Tenant own = server.newTenant();
    OrganizationState state = own.state();
    Version start = state.current();
    Fuzzer fuzzer = new Fuzzer(own, seed);
    try (FuzzSocket socket = new FuzzSocket(server.baseUri())) {
      for (int i = 0; i < shots; i++) {
        if (i % 40 == 0) {
          // Back to where there is something to call, with tokens that are alive.
          Rewind.to(state, start);
        }
        Shot shot = fuzzer.next();
        List<Reply> replies = fired(socket, shot, seed, i);
        judge.check(shot, replies);
        replies.forEach(reply -> heard.merge(reply.status(), 1, Integer::sum));
      }
    }
    control.delete("/organizations/" + own.id());
    return null;
  }

  private static List<Reply> fired(FuzzSocket socket, Shot shot, long seed, int number) {
    try {
      return socket.fire(shot);
    } catch (IOException | IllegalStateException unanswered) {
      throw new AssertionError(
          "shot " + number + " of seed " + seed + " was not answered\n" + shot, unanswered);
    }
  }

  private static long retained() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
