package dev.datamart.mock.grizzly;

import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/** One request of Grizzly's and the way back to its caller, in the words of this package. */
public final class HttpExchange {

  private static final Logger LOG = Logger.getLogger(HttpExchange.class.getName());

  private final Request request;
  private final Response response;
  private boolean isSuspended;

  HttpExchange(Request request, Response response) {
    this.request = request;
    this.response = response;
  }

  Request request() {
    return request;
  }

  public String method() {
    return request.getMethod().getMethodString();
  }

  /** Returns the path as it stood on the request line. */
  public String path() {
    return request.getRequest().getRequestURIRef().getRequestURIBC().toString();
  }

  /** Returns what stood behind the question mark, each char one byte; null when there was none. */
  public @Nullable String query() {
    return request.getRequest().getQueryStringDC().isNull()
        ? null
        : request.getRequest().getQueryStringDC().toString(StandardCharsets.ISO_8859_1);
  }

  public @Nullable String contentType() {
    return request.getHeader(Header.ContentType);
  }

  public @Nullable String userAgent() {
    return request.getHeader(Header.UserAgent);
  }

  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** Returns the values of the Authorization headers, in order; almost always one or none. */
  public List<String> authorizations() {
    List<String> values = new ArrayList<>(1);
    for (String value : request.getHeaders(Header.Authorization)) {
      values.add(value);
    }
    return values;
  }

  /**
   * Returns the body, all of which has arrived.
   *
   * @throws Refusal when it is larger than the limit, in bytes
   */
  public byte[] body(int limit) throws IOException {
    NIOInputStream in = request.getNIOInputStream();
    boolean isWhole = !request.getRequest().isExpectContent();
    if (!isWhole || in.readyData() > limit) {
      throw Refusal.of(Problem.PAYLOAD_TOO_LARGE);
    }
    return in.readNBytes(in.readyData());
  }

  /** Keeps the exchange open when this thread returns; {@link #done} ends it then. */
  public void suspend() {
    if (!isSuspended) {
      isSuspended = true;
      response.suspend();
    }
  }

  /**
   * Runs the task on the thread that reads this connection. An answer that ends on another thread
   * can be overtaken by the caller's next request, which Grizzly takes for a part of the old one.
   */
  public void onItsThread(Runnable task) {
    connection().executeInEventThread(IOEvent.READ, task);
  }

  /** Ends the exchange. */
  public void done() {
    if (isSuspended) {
      response.resume();
    }
  }

  /**
   * Sends the answer. Its body goes out from where it is: it is never changed, so no copy is made.
   */
  public void send(Answer answer) {
    try {
      start(answer);
      byte[] body = answer.body();
      if (body.length > 0) {
        response.getNIOOutputStream().write(Buffers.wrap(null, body));
      }
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The caller went away before the answer was sent", gone);
    }
  }

  /** Sends the head of the answer, and returns where its body goes. */
  public OutputStream start(Answer answer) {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    for (Answer.Header header : answer.headers()) {
      response.setHeader(header.name(), header.value());
    }
    response.setContentLength(answer.body().length);
    return response.getOutputStream();
  }

  /** Sends what was written so far. */
  public void flush() throws IOException {
    response.flush();
  }

  /** Resets the connection, as a crashed server would: the caller gets no orderly end. */
  public void reset() {
    if (connection().getChannel() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException gone) {
        LOG.log(Level.FINE, "The caller went away before the connection was reset", gone);
      }
    }
    connection().terminateSilently();
    done();
  }

  /** Closes the connection once what was written so far has gone out, and nothing more does. */
  public void hangUp() {
    connection().closeSilently();
    done();
  }

  private NIOConnection connection() {
    return (NIOConnection) request.getRequest().getConnection();
  }
}
