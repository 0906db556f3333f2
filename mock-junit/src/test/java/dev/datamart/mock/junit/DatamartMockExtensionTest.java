package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.datamart.client.DatamartClient;
import dev.datamart.mock.clock.MockClock;
import dev.datamart.mock.handle.FaultsHandle;
import dev.datamart.mock.handle.JournalHandle;
import dev.datamart.mock.handle.StateHandle;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What the annotation gives to tests, seen through the real engine. */
@Timeout(60)
class DatamartMockExtensionTest {

  @Test
  void everything_can_be_had_as_a_parameter() {
    EngineExecutionResults results = Kit.run(ParametersCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
  }

  @Test
  void each_test_has_an_organization_of_its_own_that_is_dropped_after_it() {
    EngineExecutionResults results = Kit.run(PerTestCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(20).succeeded(20));
    assertThat(PerTestCase.SEEN).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void a_class_and_its_nested_classes_can_share_an_organization() {
    EngineExecutionResults results = Kit.run(PerClassCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
    assertThat(PerClassCase.SEEN.stream().distinct()).hasSize(1);
  }

  @Test
  void a_nested_class_can_ask_for_something_else() {
    EngineExecutionResults results = Kit.run(OuterCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
    assertThat(OuterCase.SEEN.stream().distinct()).hasSize(3);
  }

  @Test
  void an_organization_of_a_test_cannot_be_had_outside_of_tests() {
    EngineExecutionResults results = Kit.run(TooEarlyCase.class);

    assertThat(Kit.failuresOf(results.containerEvents()))
        .singleElement(STRING)
        .contains("OrganizationPer.CLASS");
  }

  @DatamartMock
  static class ParametersCase {
    private final MockOrganization ofConstructor;
    private MockOrganization ofBefore;

    ParametersCase(MockOrganization mock) {
      ofConstructor = mock;
    }

    @BeforeEach
    void prepare(MockOrganization mock) {
      ofBefore = mock;
    }

    @Test
    void has_them_all(
        MockOrganization mock,
        DatamartClient client,
        URI base,
        StateHandle state,
        FaultsHandle faults,
        JournalHandle journal,
        MockClock clock) {
      assertThat(mock).isSameAs(ofConstructor).isSameAs(ofBefore);
      client.workspaces().listWorkspaces(null, null);
      journal.calls().exactly(1);
      assertThat(state.version()).isZero();
      assertThat(faults.set()).isEmpty();
      assertThat(clock).isSameAs(mock.clock());
      assertThat(base).isEqualTo(mock.baseUri()).hasPath("");
      assertThat(mock.apiTokens()).containsOnlyKeys("customer-portal", "partner-portal");
    }
  }

  @DatamartMock
  @Execution(ExecutionMode.SAME_THREAD)
  static class PerTestCase {
    static final Queue<Caller> SEEN = new ConcurrentLinkedQueue<>();

    @RepeatedTest(20)
    void deletes_the_same(MockOrganization mock, DatamartClient client) {
      assertThat(SEEN).allMatch(earlier -> earlier.get("/api/v2/workspace").statusCode() == 401);
      assertThat(mock.state().version()).isZero();
      client.datamarts().deleteDatamart("sales-datamart");
      SEEN.add(Caller.of(mock));
    }

    @AfterEach
    void the_organization_is_still_there(DatamartClient client) {
      client.datamarts().deleteDatamart("marketing-datamart");
    }
  }

  @DatamartMock(organization = OrganizationPer.CLASS)
  static class PerClassCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void begin(MockOrganization mock) {
      SEEN.add(mock.id());
    }

    @Test
    void one(MockOrganization mock) {
      SEEN.add(mock.id());
    }

    @Test
    void two(MockOrganization mock) {
      SEEN.add(mock.id());
    }

    @Nested
    class Inner {
      @Test
      void three(MockOrganization mock) {
        SEEN.add(mock.id());
      }
    }
  }

  @DatamartMock(organization = OrganizationPer.CLASS)
  static class OuterCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    @Test
    void outside(MockOrganization mock) {
      SEEN.add(mock.id());
    }

    @Nested
    @DatamartMock
    class Inner {
      @Test
      void first(MockOrganization mock) {
        SEEN.add(mock.id());
      }

      @Test
      void second(MockOrganization mock) {
        SEEN.add(mock.id());
      }
    }
  }

  @DatamartMock
  static class TooEarlyCase {
    @BeforeAll
    static void begin(MockOrganization mock) {}

    @Test
    void is_not_reached() {}
  }
}
