package dev.datamart.mock.jersey;

import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Asks Jersey for an answer, and keeps it until it is known whether and how it goes out. */
public final class JerseyApp {

  /** Where Jersey believes to be; the real address is nobody's business here. */
  public static final URI BASE = URI.create("http://localhost/");

  /**
   * Jersey warns of each resource that is registered as an object, and uses it all the same. Held
   * here, since a logger that nobody holds forgets its level.
   */
  private static final Logger PROVIDERS =
      Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

  static {
    PROVIDERS.setLevel(Level.SEVERE);
  }

  private final ApplicationHandler jersey;

  /** Makes an application of these resources, as objects or as models, and what they need. */
  public JerseyApp(Iterable<?> parts, Resource... models) {
    ResourceConfig config = bareConfig();
    parts.forEach(config::register);
    config.registerResources(models);
    jersey = new ApplicationHandler(config);
  }

  /** A Jersey that looks for nothing by itself starts sooner and surprises less. */
  private static ResourceConfig bareConfig() {
    return new ResourceConfig()
        .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
        .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
        .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.BV_FEATURE_DISABLE, true);
  }

  /**
   * Returns what the resource of that address answers.
   *
   * @param body the request's JSON; null when it has none
   * @throws Refusal that the resource threw, when {@link RefusalPass} is registered
   */
  public Answer ask(String method, URI uri, byte @Nullable [] body) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            uri,
            method,
            AnonymousContext.INSTANCE,
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    request.setEntityStream(
        body == null || body.length == 0
            ? InputStream.nullInputStream()
            : new ByteArrayInputStream(body));
    Capture capture = new Capture();
    request.setWriter(capture);
    jersey.handle(request);
    return capture.answer();
  }

  private static final class Capture implements ContainerResponseWriter {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private int status;
    private String contentType = Answer.JSON;
    private @Nullable Refusal refusal;
    private @Nullable Throwable failure;

    Answer answer() {
      if (refusal != null) {
        throw refusal;
      }
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
      return new Answer(status, contentType, List.of(), body.toByteArray());
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
      status = response.getStatus();
      if (response.getEntity() instanceof Refusal refused) {
        refusal = refused;
      }
      if (response.getMediaType() != null) {
        contentType = response.getMediaType().toString();
      }
      return body;
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit unit, TimeoutHandler handler) {
      return false;
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit unit) {}

    @Override
    public void commit() {}

    @Override
    public void failure(Throwable error) {
      failure = error;
    }

    @Override
    public boolean enableResponseBuffering() {
      return false;
    }
  }
}
