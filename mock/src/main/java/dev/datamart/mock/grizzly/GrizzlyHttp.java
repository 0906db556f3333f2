package dev.datamart.mock.grizzly;

import dev.datamart.mock.admin.ControlPlane;
import dev.datamart.mock.door.ApiDoor;
import dev.datamart.mock.world.MockOptions;
import dev.datamart.mock.world.MockState;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.GrizzlyFuture;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;

/** Puts the API behind a socket, and takes it away again. */
public final class GrizzlyHttp implements AutoCloseable {

  /** The longest request line and headers together: a name of 255 emoji fits four times. */
  private static final int MAX_HEADER_BYTES = 64 * 1024;

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

  private final HttpServer server = new HttpServer();
  private final NetworkListener listener;
  private final DelayedTasks later = new DelayedTasks();
  private final Workers workers = new Workers();

  private GrizzlyHttp(MockOptions options) {
    listener = new NetworkListener("mock", options.host(), options.port());
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when the address cannot be had
   */
  public static GrizzlyHttp start(MockState world) throws IOException {
    GrizzlyHttp http = new GrizzlyHttp(world.options());
    http.listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
    // Answering takes microseconds and never waits, so a hand-over to a worker would cost more.
    http.listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    http.listener.getTransport().setMemoryManager(new UnpooledMemory());
    // So none of these threads may ever wait for a caller who does not read his answer; how much
    // can lie ready for one is bounded where requests come in.
    http.listener.setMaxPendingBytes(AsyncQueueWriter.UNLIMITED_SIZE);
    // One turn of a connection: a caller who pipelines thousands of calls holds up nobody for long.
    http.listener.getTransport().setReadBufferSize(READ_BYTES);
    http.listener.getKeepAlive().setMaxRequestsCount(-1);
    http.listener.setDefaultErrorPageGenerator(new LastResort());
    ApiDoor api = new ApiDoor(world);
    ControlPlane control = new ControlPlane(world);
    int limit = world.options().maxBodyBytes();
    ConnectionLimits connections = new ConnectionLimits(world.options(), http.later);
    http.listener.registerAddOn(HttpCodec.addOn());
    http.listener.registerAddOn(
        new RequestFilter(MAX_HEADER_BYTES, new BodyLimits(api, control, limit), connections)
            .addOn());
    http.listener.registerAddOn(connections.addOn());
    http.server.addListener(http.listener);
    ServerConfiguration configuration = http.server.getServerConfiguration();
    configuration.addHttpHandler(new ApiHandler(api, control, http.later, http.workers), "/");
    configuration.setPassTraceRequest(true);
    configuration.setName("datamart-mock");
    http.server.start();
    http.later.every(1_000, world::dropIdle);
    http.later.every(1_000, connections::refuseLate);
    return http;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return listener.getPort();
  }

  /** Finishes what it has begun, and stops. */
  @Override
  public void close() {
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
