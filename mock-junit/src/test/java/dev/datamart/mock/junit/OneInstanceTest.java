package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** One instance for all tests of a class, and every place where it can ask. */
@Timeout(60)
class OneInstanceTest {

  @Test
  void an_instance_for_all_tests_can_have_the_organization_of_its_class() {
    EngineExecutionResults results = Kit.run(OneInstanceCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(4).succeeded(4));
    results.containerEvents().assertStatistics(stats -> stats.failed(0));
    assertThat(OneInstanceCase.SEEN).hasSize(7);
    assertThat(OneInstanceCase.SEEN.stream().distinct()).hasSize(1);
  }

  @Test
  void an_instance_for_all_tests_cannot_have_the_organization_of_one() {
    EngineExecutionResults results = Kit.run(OneInstanceOfManyCase.class);

    assertThat(Kit.failuresOf(results.containerEvents()))
        .singleElement(STRING)
        .contains("OrganizationPer.CLASS");
  }

  @Test
  void an_instance_for_all_tests_whose_tests_ask_gives_each_its_own() {
    EngineExecutionResults results = Kit.run(OneInstanceManyOrganizationsCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(8).succeeded(8));
    assertThat(OneInstanceManyOrganizationsCase.SEEN).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void a_nested_instance_for_all_tests_is_made_before_its_class_begins() {
    EngineExecutionResults results = Kit.run(NestedOneInstanceCase.class);

    results.testEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
    assertThat(NestedOneInstanceCase.SEEN.stream().distinct()).hasSize(2);
  }

  @DatamartMock(organization = OrganizationPer.CLASS)
  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class OneInstanceCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
    private final MockOrganization mock;

    OneInstanceCase(MockOrganization mock) {
      this.mock = mock;
    }

    @BeforeAll
    void begin(MockOrganization same) {
      SEEN.add(same.id());
    }

    @Test
    void has_it_in_a_field() {
      SEEN.add(mock.id());
      assertThat(Caller.of(mock).get("/api/v2/workspace").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void has_it_beside_other_parameters(int number, MockOrganization same) {
      assertThat(number).isPositive();
      assertThat(same).isSameAs(mock);
      SEEN.add(same.id());
    }

    @Nested
    class Inner {
      @BeforeEach
      void prepare(MockOrganization same) {
        SEEN.add(same.id());
      }

      @Test
      void has_it_too(MockOrganization same) {
        SEEN.add(same.id());
      }
    }

    @AfterAll
    void end(MockOrganization same) {
      SEEN.add(same.id());
    }
  }

  @DatamartMock
  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstanceOfManyCase {
    OneInstanceOfManyCase(MockOrganization mock) {}

    @Test
    void is_not_reached() {}
  }

  @DatamartMock
  @TestInstance(Lifecycle.PER_CLASS)
  static class OneInstanceManyOrganizationsCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
    private final URI server;

    OneInstanceManyOrganizationsCase(URI server) {
      this.server = server;
    }

    @RepeatedTest(8)
    void has_its_own(MockOrganization mock) {
      assertThat(mock.baseUri()).isEqualTo(server);
      SEEN.add(mock.id());
    }
  }

  @DatamartMock
  static class NestedOneInstanceCase {
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    @Test
    void outside(MockOrganization mock) {
      SEEN.add(mock.id());
    }

    @Nested
    @DatamartMock(organization = OrganizationPer.CLASS)
    @TestInstance(Lifecycle.PER_CLASS)
    class Inner {
      private final MockOrganization mock;

      Inner(MockOrganization mock) {
        this.mock = mock;
      }

      @Test
      void first(MockOrganization same) {
        assertThat(same).isSameAs(mock);
        SEEN.add(mock.id());
      }

      @Test
      void second() {
        SEEN.add(mock.id());
      }
    }
  }
}
