package dev.datamart.mock.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SelectorWatchTest {

  private final SelectorWatch watch = new SelectorWatch();
  private final List<Throwable> told = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = new Thread(this::await);

  @BeforeEach
  void start() {
    Thread.setDefaultUncaughtExceptionHandler((where, failure) -> told.add(failure));
    thread.setName(watch.pool().getPoolName() + "(1) SelectorRunner");
    thread.start();
    watch.check();
  }

  @AfterEach
  void stop() throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(null);
    end.countDown();
    thread.join();
  }

  @Test
  void a_thread_that_ends_is_told_once() throws InterruptedException {
    watch.check();
    assertThat(told).isEmpty();

    end.countDown();
    thread.join();
    watch.check();
    watch.check();

    assertThat(told).hasSize(1);
  }

  @Test
  void after_the_end_nothing_is_told() throws InterruptedException {
    watch.end();
    end.countDown();
    thread.join();

    watch.check();

    assertThat(told).isEmpty();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
