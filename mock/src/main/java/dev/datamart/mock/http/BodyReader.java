package dev.datamart.mock.http;

import java.io.IOException;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body without ever waiting for it: requests are answered on the threads that
 * watch the sockets, and one slow sender must not hold up the others.
 */
final class BodyReader implements ReadHandler {

  /** What happens once the body is there. */
  interface Then {
    /**
     * Answers the request.
     *
     * @param body the whole body; null when it is larger than allowed
     */
    void answer(byte @Nullable [] body);
  }

  private static final byte[] EMPTY = {};

  private final NIOInputStream in;
  private final Response response;
  private final int limit;
  private final Then then;

  private BodyReader(NIOInputStream in, Response response, int limit, Then then) {
    this.in = in;
    this.response = response;
    this.limit = limit;
    this.then = then;
  }

  /**
   * Reads the body and answers: at once when all of it has arrived, else when the rest has.
   *
   * @param limit the most bytes a body may have
   */
  static void read(Request request, Response response, int limit, Then then) throws IOException {
    if (request.getContentLengthLong() > limit) {
      then.answer(null);
      return;
    }
    NIOInputStream in = request.getNIOInputStream();
    if (!request.getRequest().isExpectContent()) {
      byte[] all = in.readyData() == 0 ? EMPTY : in.readNBytes(in.readyData());
      then.answer(all.length > limit ? null : all);
      return;
    }
    response.suspend();
    // Asked for piece by piece, Grizzly loses chunks that arrive one at a time.
    in.notifyAvailable(new BodyReader(in, response, limit, then), Math.max(limit, limit + 1));
  }

  /** Called when there is more than is allowed: only then is it called before the end. */
  @Override
  public void onDataAvailable() {
    finish(null);
  }

  @Override
  public void onAllDataRead() throws Exception {
    finish(in.readyData() > limit ? null : in.readNBytes(in.readyData()));
  }

  @Override
  public void onError(Throwable failure) {
    // The sender has gone or broken off: there is nobody to answer.
    response.resume();
  }

  private void finish(byte @Nullable [] all) {
    try {
      then.answer(all);
    } finally {
      response.resume();
    }
  }
}
