package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.datamart.client.DatamartClient;
import java.net.ConnectException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Which servers stand behind the annotation, and how they start and stop. */
@Timeout(60)
class DatamartMockServersTest {

  @Test
  void classes_share_a_server_unless_they_want_their_own_and_all_of_them_stop() {
    EngineExecutionResults results =
        Kit.run(SharedServerCase.class, AlsoSharedServerCase.class, OwnServerCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(4).succeeded(4));
    assertThat(SharedServerCase.SERVERS).hasSize(2);
    assertThat(SharedServerCase.SERVERS.stream().distinct()).hasSize(1);
    assertThat(OwnServerCase.SERVERS.stream().distinct()).hasSize(1);
    URI shared = SharedServerCase.SERVERS.remove();
    URI own = OwnServerCase.SERVERS.remove();
    assertThat(own).isNotEqualTo(shared).satisfies(DatamartMockServersTest::isRefused);
    assertThat(shared).satisfies(DatamartMockServersTest::isRefused);
  }

  @Test
  void another_seed_is_another_start() {
    EngineExecutionResults results = Kit.run(EmptySeedCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void a_seed_that_is_not_there_fails_the_test_with_a_sentence() {
    assertThat(Kit.failuresOf(Kit.run(NoSeedCase.class).testEvents()))
        .singleElement(STRING)
        .contains("no-such.json", "no such file");
  }

  private static void isRefused(URI base) {
    try {
      Caller.to(base).get("/__mock/health");
    } catch (AssertionError noAnswer) {
      assertThat(noAnswer).hasCauseInstanceOf(ConnectException.class);
      return;
    }
    throw new AssertionError(base + " still answers");
  }

  @DatamartMock
  static class SharedServerCase {
    static final Queue<URI> SERVERS = new ConcurrentLinkedQueue<>();

    @Test
    void has_a_server(URI base) {
      SERVERS.add(base);
    }
  }

  @DatamartMock
  static class AlsoSharedServerCase {
    @Test
    void has_a_server(URI base) {
      SharedServerCase.SERVERS.add(base);
    }
  }

  @DatamartMock(shared = false)
  static class OwnServerCase {
    static final Queue<URI> SERVERS = new ConcurrentLinkedQueue<>();

    @Test
    void has_a_server(URI base) {
      SERVERS.add(base);
    }

    @Test
    void has_the_same(URI base) {
      SERVERS.add(base);
    }
  }

  @DatamartMock(seed = "empty")
  static class EmptySeedCase {
    @Test
    void has_no_datamart(DatamartClient client) {
      assertThat(client.datamarts().listDatamarts(null, null, null).getData()).isEmpty();
    }
  }

  @DatamartMock(seed = "no-such.json")
  static class NoSeedCase {
    @Test
    void cannot_begin() {}
  }
}
