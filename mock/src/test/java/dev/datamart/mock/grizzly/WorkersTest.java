package dev.datamart.mock.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datamart.mock.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {

  private static final Answer DONE = Answer.json(200, new byte[] {'{', '}'});

  private final Workers workers = new Workers();
  private final CountDownLatch isFree = new CountDownLatch(1);

  @AfterEach
  void close() {
    isFree.countDown();
    workers.close();
  }

  @Test
  void an_answer_is_handed_over_when_it_is_there() throws Exception {
    isFree.countDown();

    assertThat(answer(0).get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
  }

  @Test
  void what_cannot_be_worked_out_is_an_answer_too() throws Exception {
    CompletableFuture<Answer> failed = new CompletableFuture<>();
    CompletableFuture<Answer> tooLarge = new CompletableFuture<>();
    workers.answer(
        0,
        () -> {
          throw new IllegalStateException("on purpose");
        },
        failed::complete);
    workers.answer(
        0,
        () -> {
          throw new OutOfMemoryError("on purpose");
        },
        tooLarge::complete);

    assertThat(failed.get(10, TimeUnit.SECONDS).status()).isEqualTo(500);
    assertThat(text(tooLarge.get(10, TimeUnit.SECONDS))).contains("not enough memory");
  }

  @Test
  void who_comes_when_too_many_wait_is_told_so_and_the_others_are_answered() throws Exception {
    CompletableFuture<Answer> first = answer(0);
    CompletableFuture<Answer> last = first;
    while (!last.isDone()) {
      last = answer(0);
    }

    assertThat(last.get().status()).isEqualTo(429);
    isFree.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
  }

  @Test
  void what_waits_may_not_fill_the_memory() throws Exception {
    long half = Runtime.getRuntime().maxMemory() / 10;
    CompletableFuture<Answer> first = answer(half);

    assertThat(text(answer(half).get(10, TimeUnit.SECONDS))).contains("wait already");
    isFree.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
    assertThat(answer(half).get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
  }

  private CompletableFuture<Answer> answer(long bytes) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    workers.answer(
        bytes,
        () -> {
          isFree.await();
          return DONE;
        },
        answer::complete);
    return answer;
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
