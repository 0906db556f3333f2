package dev.datamart.mock.jersey;

import dev.datamart.mock.http.Answer;
import dev.datamart.mock.problem.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
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

  private static final SecurityContext ANONYMOUS = new Anonymous();

  private final ApplicationHandler jersey;

  /** Makes an application of these resources, as objects or as models, and what they need. */
  public JerseyApp(Iterable<?> parts, Resource... models) {
    // A Jersey that looks for nothing by itself starts sooner and surprises less.
    ResourceConfig config =
        new ResourceConfig()
            .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
            .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
            .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
            .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .property(ServerProperties.BV_FEATURE_DISABLE, true)
            // What no mapper takes is thrown on as it is, without an answer made up for it.
            .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    parts.forEach(config::register);
    config.registerResources(models);
    jersey = new ApplicationHandler(config);
  }

  /**
   * Returns what the resource of that address answers.
   *
   * @param body the request's JSON; null when it has none
   * @throws Refusal that the resource threw, when no mapper took it
   */
  public Answer ask(String method, URI uri, byte @Nullable [] body) {
    ContainerRequest request =
        new ContainerRequest(
            BASE, uri, method, ANONYMOUS, new MapPropertiesDelegate(), jersey.getConfiguration());
    request.setEntityStream(
        body == null || body.length == 0
            ? InputStream.nullInputStream()
            : new ByteArrayInputStream(body));
    Capture capture = new Capture();
    request.setWriter(capture);
    jersey.handle(request);
    return capture.answer();
  }

  /** What Jersey is told of the caller: nothing, since the gate has asked before. */
  private static final class Anonymous implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }

  private static final class Capture implements ContainerResponseWriter {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private @Nullable ContainerResponse response;
    private @Nullable Throwable failure;

    Answer answer() {
      if (failure instanceof Refusal refusal) {
        throw refusal;
      }
      if (failure != null || response == null) {
        throw new IllegalStateException(failure);
      }
      MediaType type = response.getMediaType();
      String contentType = type == null ? Answer.JSON : type.toString();
      return new Answer(response.getStatus(), contentType, List.of(), body.toByteArray());
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answered) {
      response = answered;
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
