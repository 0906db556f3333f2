package dev.datamart.mock.grizzly;

import dev.datamart.mock.http.Answer;
import dev.datamart.mock.http.Delivery;
import dev.datamart.mock.http.HttpExchange;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/** A request as Grizzly has it. */
final class GrizzlyExchange implements HttpExchange {

  private static final Logger LOG = Logger.getLogger(GrizzlyExchange.class.getName());

  private static final int DROPS = 10;

  private final Request request;
  private final Response response;
  private final DelayedTasks tasks;
  private boolean isSuspended;

  GrizzlyExchange(Request request, Response response, DelayedTasks tasks) {
    this.request = request;
    this.response = response;
    this.tasks = tasks;
  }

  @Override
  public String method() {
    return request.getMethod().getMethodString();
  }

  @Override
  public String path() {
    return request.getRequest().getRequestURIRef().getRequestURIBC().toString();
  }

  @Override
  public @Nullable String query() {
    return request.getRequest().getQueryStringDC().isNull()
        ? null
        : request.getRequest().getQueryStringDC().toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public @Nullable String contentType() {
    return request.getHeader(Header.ContentType);
  }

  @Override
  public @Nullable String userAgent() {
    return request.getHeader(Header.UserAgent);
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> authorizations() {
    List<String> values = new ArrayList<>(1);
    request.getHeaders(Header.Authorization).forEach(values::add);
    return values;
  }

  @Override
  public byte[] body(int limit) throws IOException {
    NIOInputStream in = request.getNIOInputStream();
    if (RequestFilter.isCut(connection()) || in.readyData() > limit) {
      throw Refusal.of(Problem.PAYLOAD_TOO_LARGE);
    }
    return in.readNBytes(in.readyData());
  }

  /**
   * Goes on on the thread that reads this connection. An answer that ends on another thread can be
   * overtaken by the caller's next request, which Grizzly takes for a part of the old one.
   */
  @Override
  public void later(long millis, Runnable task) {
    suspend();
    tasks.after(millis, () -> onReadingThread(task));
  }

  /** Sends the answer that is worked out elsewhere. */
  void sendWhenDone(Workers workers, Callable<Answer> work) {
    suspend();
    long bytes = Math.max(0, request.getContentLengthLong());
    workers.answer(bytes, work, answer -> onReadingThread(() -> send(answer)));
  }

  private void suspend() {
    if (!isSuspended) {
      isSuspended = true;
      response.suspend();
    }
  }

  private void onReadingThread(Runnable task) {
    connection().executeInEventThread(IOEvent.READ, task);
  }

  @Override
  public void send(Answer answer, Delivery delivery) {
    try {
      switch (delivery.way()) {
        case WHOLE -> sendWhole(answer);
        case HALF -> sendHalf(answer);
        case IN_DROPS -> {
          start(answer);
          drop(answer, 0, Math.max(1, delivery.millis() / DROPS));
        }
        case RESET -> reset();
      }
    } catch (IOException gone) {
      LOG.log(Level.FINE, "The caller went away before the answer was sent", gone);
      done();
    }
  }

  /** The body goes out from where it is: it is never changed, so no copy is made. */
  private void sendWhole(Answer answer) throws IOException {
    start(answer);
    byte[] body = answer.body();
    if (body.length > 0) {
      response.getNIOOutputStream().write(Buffers.wrap(null, body));
    }
    done();
  }

  private void sendHalf(Answer answer) throws IOException {
    start(answer);
    try {
      response.getOutputStream().write(answer.body(), 0, answer.body().length / 2);
      response.flush();
    } finally {
      connection().closeSilently();
      done();
    }
  }

  private void drop(Answer answer, int from, long pause) {
    byte[] body = answer.body();
    int to = Math.min(body.length, from + Math.max(1, body.length / DROPS));
    try {
      response.getOutputStream().write(Arrays.copyOfRange(body, from, to));
      response.flush();
    } catch (IOException gone) {
      done();
      return;
    }
    if (to < body.length) {
      later(pause, () -> drop(answer, to, pause));
    } else {
      done();
    }
  }

  private void start(Answer answer) {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    for (Answer.Header header : answer.headers()) {
      response.setHeader(header.name(), header.value());
    }
    response.setHeader(Header.Date, FastHttpDateFormat.getCurrentDate());
    response.setContentLength(answer.body().length);
    if (RequestFilter.isCut(connection())) {
      response.setHeader(Header.Connection, "close");
      Farewell.endSoon(connection(), tasks);
    }
  }

  private void reset() throws IOException {
    try {
      if (connection().getChannel() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } finally {
      connection().terminateSilently();
      done();
    }
  }

  private void done() {
    if (isSuspended) {
      isSuspended = false;
      response.resume();
    }
  }

  private NIOConnection connection() {
    return (NIOConnection) request.getRequest().getConnection();
  }
}
