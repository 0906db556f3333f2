package dev.datamart.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as far as length and time allow. Time has to be watched here, since the
 * client's own ends with the headers.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  static final int MOST_BYTES = 8 << 20;

  /** The answer is larger than any that is read. */
  static final class TooLarge extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    TooLarge() {
      super("the answer is larger than " + (MOST_BYTES >> 20) + " MB");
    }
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();

  private BoundedBody(long announced) {
    if (announced > MOST_BYTES) {
      body.completeExceptionally(new TooLarge());
    }
  }

  /**
   * @param sentAt when the request was, by {@link System#nanoTime}
   */
  static BodyHandler<byte[]> within(Duration deadline, long sentAt) {
    return head -> {
      long announced = announced(head.headers().firstValue("content-length").orElse(""));
      BoundedBody bounded = new BoundedBody(announced);
      long left = Math.max(0, sentAt + deadline.toNanos() - System.nanoTime());
      CompletableFuture<byte[]> unused = bounded.body.orTimeout(left, TimeUnit.NANOSECONDS);
      return bounded;
    };
  }

  private static long announced(String length) {
    return length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    CompletableFuture<byte[]> unused =
        body.whenComplete(
            (whole, failure) -> {
              if (failure != null) {
                subscription.cancel();
              }
            });
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone() || bytes.size() + buffer.remaining() > MOST_BYTES) {
        body.completeExceptionally(new TooLarge());
        return;
      }
      byte[] piece = new byte[buffer.remaining()];
      buffer.get(piece);
      bytes.writeBytes(piece);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
