package dev.datamart.mock.http;

import dev.datamart.mock.MockOptions;
import dev.datamart.mock.access.Authenticator;
import dev.datamart.mock.http.json.JsonBodyReader;
import dev.datamart.mock.http.json.JsonBodyWriter;
import dev.datamart.mock.http.legacy.DatamartsLegacyResource;
import dev.datamart.mock.http.legacy.EmbedsLegacyResource;
import dev.datamart.mock.http.rest.ApiTokensResource;
import dev.datamart.mock.http.rest.DataAppsResource;
import dev.datamart.mock.http.rest.DatamartsResource;
import dev.datamart.mock.http.rest.DatasourcesResource;
import dev.datamart.mock.http.rest.EmbedsResource;
import dev.datamart.mock.http.rest.WorkspacesResource;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.store.Organizations;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** Puts the API behind a socket, and takes it away again. */
public final class GrizzlyHttp implements AutoCloseable {

  /** The longest request line and headers together: a name of 255 emoji fits four times. */
  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private static final int GRACE_SECONDS = 5;

  private final HttpServer server = new HttpServer();
  private final NetworkListener listener;

  private GrizzlyHttp(MockOptions options) {
    listener = new NetworkListener("mock", options.host(), options.port());
  }

  /**
   * Starts to listen.
   *
   * @throws IOException when the address cannot be had
   */
  public static GrizzlyHttp start(MockOptions options, Organizations organizations)
      throws IOException {
    GrizzlyHttp http = new GrizzlyHttp(options);
    Routes routes = new Routes();
    ApiHandler handler =
        new ApiHandler(
            routes,
            new Authenticator(organizations),
            new JerseyApp(resources(organizations)),
            new Deprecation(routes, options.deprecatedSince(), options.sunset()),
            options.maxBodyBytes());
    http.listener.setMaxHttpHeaderSize(MAX_HEADER_BYTES);
    // Answering takes microseconds and never waits, so a hand-over to a worker would cost more.
    http.listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
    http.listener.registerAddOn(LenientCodec.addOn());
    http.server.addListener(http.listener);
    ServerConfiguration configuration = http.server.getServerConfiguration();
    configuration.addHttpHandler(handler, "/");
    configuration.setPassTraceRequest(true);
    configuration.setName("datamart-mock");
    http.server.start();
    return http;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return listener.getPort();
  }

  /** Finishes what it has begun, and stops. */
  @Override
  public void close() {
    try {
      server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).get(GRACE_SECONDS + 1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      server.shutdownNow();
    } catch (ExecutionException | TimeoutException late) {
      server.shutdownNow();
    }
  }

  private static ResourceConfig resources(Organizations organizations) {
    DatamartsResource datamarts = new DatamartsResource();
    EmbedsResource embeds = new EmbedsResource();
    // All that Jersey would look for by itself is named here: it starts sooner.
    return new ResourceConfig()
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
        .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
        .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true)
        .register(new JsonBodyReader())
        .register(new JsonBodyWriter())
        .register(new ProblemMapper())
        .register(datamarts)
        .register(embeds)
        .register(new DatamartsLegacyResource(datamarts))
        .register(new EmbedsLegacyResource(embeds))
        .register(new DataAppsResource())
        .register(new ApiTokensResource(organizations))
        .register(new DatasourcesResource())
        .register(new WorkspacesResource());
  }
}
