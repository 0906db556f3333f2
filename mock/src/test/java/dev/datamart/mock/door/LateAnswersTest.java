package dev.datamart.mock.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.fixture.Bodies;
import dev.datamart.mock.fixture.RawSocket;
import dev.datamart.mock.fixture.Tenant;
import dev.datamart.mock.fixture.TestMock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that comes late ends in order, so that the next request of its caller is heard. */
@Timeout(60)
class LateAnswersTest {

  private static final int CALLERS = 8;
  private static final int REQUESTS = 250;

  private final Tenant own = Tenant.demo();

  @Test
  void a_caller_who_asks_again_at_once_is_heard() throws Exception {
    for (int i = 0; i < 60; i++) {
      own.service().post("/data-app/datamarts", Bodies.datamart("more-" + i));
    }
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(this::answers);
    }

    for (Future<Integer> heard : callers.invokeAll(calls)) {
      assertThat(heard.get()).isEqualTo(REQUESTS);
    }
    callers.shutdown();
  }

  /** Asks for a long list again and again over one connection; returns how often it came. */
  private int answers() throws Exception {
    String request =
        "GET /api/v2/data-app/datamarts HTTP/1.1\r\nHost: x\r\nX-Mock-Fault: delay 1\r\n"
            + "Authorization: Bearer "
            + own.serviceToken()
            + "\r\n\r\n";
    int answers = 0;
    try (RawSocket socket = TestMock.shared().socket()) {
      while (answers < REQUESTS && socket.say(request).hear().status() == 200) {
        answers++;
      }
    }
    return answers;
  }
}
