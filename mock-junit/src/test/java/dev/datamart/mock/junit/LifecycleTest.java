package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Instances for each test, and every place where they can ask. */
@Timeout(60)
class LifecycleTest {

  @Test
  void constructors_and_methods_of_one_test_have_the_same_and_of_another_test_another() {
    EngineExecutionResults results = Kit.run(ConstructorCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(30).succeeded(30));
    assertThat(ConstructorCase.SEEN).hasSize(30).doesNotHaveDuplicates();
    assertThat(ConstructorCase.SERVER).isEqualTo(ConstructorCase.SEEN_SERVERS.remove());
  }

  @Test
  void a_constructor_that_fails_leaves_nothing_for_the_next_test() {
    EngineExecutionResults results = Kit.run(FailingConstructorCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(4).succeeded(2).failed(2));
    assertThat(FailingConstructorCase.SEEN).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void everything_that_was_made_is_dropped() {
    Kit.run(KeptServerCase.class);

    assertThat(KeptServerCase.left).isEqualTo(1);
  }

  @DatamartMock
  static class ConstructorCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
    static final Queue<URI> SEEN_SERVERS = new ConcurrentLinkedQueue<>();
    static URI SERVER;
    private final MockOrganization mock;

    ConstructorCase(MockOrganization mock) {
      this.mock = mock;
    }

    @BeforeAll
    static void begin(URI server) {
      SERVER = server;
    }

    @RepeatedTest(10)
    void outside(MockOrganization same) {
      assertThat(same).isSameAs(mock);
      SEEN.add(mock.id());
      SEEN_SERVERS.add(mock.baseUri());
    }

    @Nested
    class Inner {
      private final MockOrganization ofInner;

      Inner(MockOrganization mock) {
        ofInner = mock;
      }

      @RepeatedTest(10)
      void inside(MockOrganization same) {
        assertThat(same).isSameAs(mock).isSameAs(ofInner);
        SEEN.add(same.id());
      }

      @ParameterizedTest
      @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
      void with_parameters(int number, MockOrganization same) {
        assertThat(number).isPositive();
        assertThat(same).isSameAs(mock).isSameAs(ofInner);
        SEEN.add(same.id());
      }
    }
  }

  @DatamartMock
  @Execution(ExecutionMode.SAME_THREAD)
  static class FailingConstructorCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    FailingConstructorCase(MockOrganization mock) {
      SEEN.add(mock.id());
      assertThat(SEEN.size() % 2).as("every second one works").isZero();
    }

    @RepeatedTest(4)
    void is_reached_every_second_time() {}
  }

  @DatamartMock
  @Execution(ExecutionMode.SAME_THREAD)
  static class KeptServerCase {
    static int left;

    KeptServerCase(MockOrganization mock) {
      left =
          Caller.read(Caller.to(mock.baseUri()).get("/__mock/organizations"))
              .path("organizations")
              .size();
    }

    @RepeatedTest(5)
    void is_alone(MockOrganization mock) {
      assertThat(mock.another().id()).isNotEqualTo(mock.id());
    }
  }
}
