package dev.datamart.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.MockServer;
import dev.datamart.mock.handle.OrganizationHandle;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.NewOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What organizations cost. The bounds are those that are promised, many times what is measured on a
 * quiet machine: a test that fails here means a mistake in kind, not a slow day.
 */
@Timeout(120)
@Isolated("It measures time and heap")
@Tag("thorough")
class OrganizationCostTest {

  private static final int COUNT = 2_000;
  private static final double MOST_MILLIS_EACH = 5;
  private static final double MOST_KILOBYTES_EACH = 100;

  private MockServer server;

  @BeforeEach
  void start() throws Exception {
    server = MockServer.start(MockOptions.defaults().withPort(0).withJournalSize(0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void making_and_dropping_one_in_the_same_jvm_takes_no_time(TestReporter reporter)
      throws Exception {
    make(COUNT).forEach(OrganizationHandle::close);

    long begin = System.nanoTime();
    List<OrganizationHandle> made = make(COUNT);
    long middle = System.nanoTime();
    made.forEach(OrganizationHandle::close);
    long end = System.nanoTime();

    double making = (middle - begin) / 1e6 / COUNT;
    double dropping = (end - middle) / 1e6 / COUNT;
    reporter.publishEntry("in the same JVM", "%.4f ms, drop %.4f ms".formatted(making, dropping));
    assertThat(making).isLessThan(MOST_MILLIS_EACH);
    assertThat(dropping).isLessThan(MOST_MILLIS_EACH);
    assertThat(server.world().organizations().all()).hasSize(2);
  }

  @Test
  void making_and_dropping_one_over_http_takes_a_request(TestReporter reporter) {
    Caller admin = Caller.to(server.baseUri());
    overHttp(admin, COUNT / 4);

    long begin = System.nanoTime();
    List<String> made = overHttp(admin, COUNT);
    long middle = System.nanoTime();
    made.forEach(id -> admin.delete("/__mock/organizations/" + id));
    long end = System.nanoTime();

    double making = (middle - begin) / 1e6 / COUNT;
    double dropping = (end - middle) / 1e6 / COUNT;
    reporter.publishEntry("over HTTP", "%.3f ms, drop %.3f ms".formatted(making, dropping));
    assertThat(made).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(making).isLessThan(MOST_MILLIS_EACH);
    assertThat(dropping).isLessThan(MOST_MILLIS_EACH);
  }

  @Test
  void thousands_live_side_by_side_in_little_heap(TestReporter reporter) throws Exception {
    make(100);
    long before = heap();
    List<OrganizationHandle> made = make(COUNT);
    for (OrganizationHandle each : made) {
      Caller called = new Caller(server.baseUri(), each.serviceToken());
      assertThat(called.get("/api/v2/data-app/datamarts").statusCode()).isEqualTo(200);
    }

    double kilobytes = (heap() - before) / 1024.0 / COUNT;
    reporter.publishEntry("heap of one that was called", "%.1f kB".formatted(kilobytes));
    assertThat(kilobytes).isLessThan(MOST_KILOBYTES_EACH);
    assertThat(made.get(0).state().now().datamarts().size()).isGreaterThan(10);
  }

  @Test
  void what_was_dropped_leaves_nothing_behind() throws Exception {
    make(COUNT).forEach(OrganizationHandle::close);
    long before = heap();

    for (int i = 0; i < 5; i++) {
      makeAndDrop();
    }

    assertThat((double) (leastHeap() - before) / (5 * COUNT)).isLessThan(100);
  }

  /**
   * Returns the least heap in use that was seen in several looks: what a thread of the JVM has
   * still to clear away is garbage, and what stays in all of them is not.
   */
  private static long leastHeap() {
    return LongStream.generate(OrganizationCostTest::heap).limit(5).min().orElseThrow();
  }

  /** Has a frame of its own: a list that a caller's frame still holds would be counted as left. */
  private void makeAndDrop() throws Exception {
    List<OrganizationHandle> made = make(COUNT);
    made.forEach(each -> each.faults().onEveryCall().error());
    made.forEach(OrganizationHandle::close);
  }

  private List<OrganizationHandle> make(int count) throws Exception {
    List<OrganizationHandle> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(server.newOrganization(NewOrganization.of("demo")));
    }
    return made;
  }

  private static List<String> overHttp(Caller admin, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          Caller.read(admin.post("/__mock/organizations", Map.of("seed", "demo")))
              .path("id")
              .textValue());
    }
    return ids;
  }

  /** Returns the heap in use, in bytes, when two collections in a row agree on it. */
  private static long heap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      System.gc();
      long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (Math.abs(now - used) < 10_000) {
        return now;
      }
      used = now;
    }
    return used;
  }
}
