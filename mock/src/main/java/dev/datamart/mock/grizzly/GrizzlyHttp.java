package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import dev.datamart.mock.door.ApiDoor;
import dev.datamart.mock.door.Refusals;
import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.MockState;
import dev.datamart.spec.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.GrizzlyFuture;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.memory.HeapMemoryManager;
import org.glassfish.grizzly.memory.ThreadLocalPool;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.jspecify.annotations.Nullable;

/** Puts the API behind a socket, and takes it away again. */
public final class GrizzlyHttp implements AutoCloseable {

  /** The longest request line and headers together: a name of 255 emoji fits four times. */
  private static final int MAX_HEADER_BYTES = 64 * 1024;

  /** One turn of a connection: a caller who pipelines thousands of calls holds up nobody. */
  private static final int READ_BYTES = 8 * 1024;

  private static final int GRACE_SECONDS = 5;

  /**
   * Grizzly warns of every start, stop and caller who does not speak HTTP. Held here, since a
   * logger that nobody holds forgets its level.
   */
  private static final Logger GRIZZLY = Logger.getLogger("org.glassfish.grizzly");

  static {
    GRIZZLY.setLevel(Level.SEVERE);
  }

  /**
   * Buffers that are left to the garbage collector. Grizzly's pool gives the memory of a body back
   * together with what follows it on the wire, so that an answer overwrites the next request where
   * requests are pipelined.
   */
  private static final class UnpooledMemory extends HeapMemoryManager {
    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable ThreadLocalPool createThreadLocalPool() {
      return null;
    }
  }

  private final HttpServer server = new HttpServer();
  private final NetworkListener listener;
  private final DelayedTasks later = new DelayedTasks();
  private final SelectorWatch watch = new SelectorWatch();
  private final Workers workers = new Workers();

  private GrizzlyHttp(MockOptions options) {
    listener = new NetworkListener("mock", options.host(), options.port());
    listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
    // Answering takes microseconds and never waits, so a hand-over to a worker would cost more.
    listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    listener.getTransport().setKernelThreadPoolConfig(watch.pool());
    listener.getTransport().setMemoryManager(new UnpooledMemory());
    // So none of these threads may ever wait for a caller who does not read his answer; how much
    // can lie ready for one is bounded where requests come in.
    listener.setMaxPendingBytes(AsyncQueueWriter.UNLIMITED_SIZE);
    listener.getTransport().setReadBufferSize(READ_BYTES);
    listener.getKeepAlive().setMaxRequestsCount(-1);
    listener.setDefaultErrorPageGenerator(
        (request, status, reason, description, failure) -> lastResort(request.getResponse()));
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when the address cannot be had
   */
  public static GrizzlyHttp start(MockState world) throws IOException {
    GrizzlyHttp http = new GrizzlyHttp(world.options());
    ControlPlane control = new ControlPlane(world);
    ApiDoor api = new ApiDoor(world);
    ConnectionLimits connections = new ConnectionLimits(world.options(), http.later);
    BodyLimits bodies = new BodyLimits(api, control, world.options().maxBodyBytes());
    RequestFilter requests = new RequestFilter(MAX_HEADER_BYTES, bodies, connections);
    http.listener.registerAddOn(
        (listener, chain) -> {
          int codec = chain.indexOfType(HttpServerFilter.class);
          chain.set(codec, new HttpCodec(listener));
          chain.add(codec, requests);
          // Right behind the socket.
          chain.add(1, connections);
        });
    http.server.addListener(http.listener);
    ServerConfiguration configuration = http.server.getServerConfiguration();
    configuration.addHttpHandler(http.handler(api, control), "/");
    configuration.setPassTraceRequest(true);
    configuration.setName("datamart-mock");
    http.server.start();
    http.later.every(1_000, world::dropIdle);
    http.later.every(1_000, connections::refuseLate);
    http.later.every(1_000, http.watch::check);
    return http;
  }

  /** Leads requests of the API and of the control plane to where they belong. */
  private HttpHandler handler(ApiDoor api, ControlPlane control) {
    return new HttpHandler() {
      @Override
      public void service(Request request, Response response) throws IOException {
        GrizzlyExchange exchange = new GrizzlyExchange(request, response, later);
        if (!ControlPlane.isBelow(exchange.path())) {
          api.serve(exchange);
        } else if (control.isQuick(exchange)) {
          exchange.send(control.answer(exchange));
        } else {
          exchange.sendWhenDone(workers, () -> control.answer(exchange));
        }
      }
    };
  }

  /**
   * Returns what Grizzly says where it answers by itself: while it stops, and when something broke
   * on the way that nobody expected. The contract's words, and nothing of what broke.
   */
  private static String lastResort(Response response) {
    Answer answer = Refusals.of(Refusal.of(Problem.UNEXPECTED_FAILURE));
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Returns the port that it listens on. */
  public int port() {
    return listener.getPort();
  }

  /** Finishes what it has begun, and stops. */
  @Override
  public void close() {
    watch.end();
    GrizzlyFuture<HttpServer> stopped = server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    later.hurry();
    try {
      stopped.get(GRACE_SECONDS + 1, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      server.shutdownNow();
    } catch (ExecutionException | TimeoutException late) {
      server.shutdownNow();
    } finally {
      workers.close();
      later.close();
    }
  }
}
