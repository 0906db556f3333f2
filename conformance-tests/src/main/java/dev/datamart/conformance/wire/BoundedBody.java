package dev.datamart.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer as far as its length allows. */
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

  BoundedBody(ResponseInfo head) {
    if (announced(head.headers().firstValue("content-length").orElse("")) > MOST_BYTES) {
      body.completeExceptionally(new TooLarge());
    }
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
