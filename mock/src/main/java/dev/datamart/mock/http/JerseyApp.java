package dev.datamart.mock.http;

import dev.datamart.mock.operation.Family;
import dev.datamart.mock.operation.Operation;
import dev.datamart.mock.operation.Routes;
import dev.datamart.mock.operation.Routes.Route;
import dev.datamart.mock.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Asks Jersey for the answer to a call. Jersey sees every call in its recommended spelling or in
 * the verb-suffix one: the camel mirror is only another spelling of the first.
 */
final class JerseyApp {

  private static final URI BASE = URI.create("http://localhost/");

  private final ApplicationHandler jersey;
  private final Map<Operation, URI> kebab = new EnumMap<>(Operation.class);
  private final Map<Operation, URI> verb = new EnumMap<>(Operation.class);

  JerseyApp(ResourceConfig config) {
    jersey = new ApplicationHandler(config);
    for (Operation operation : Operation.values()) {
      kebab.put(operation, uri(operation.successorPath()));
      String verbPath = operation.path(Family.VERB);
      if (verbPath != null) {
        verb.put(operation, uri(verbPath));
      }
    }
  }

  Answer answer(Call call) {
    Route route = call.route();
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            uriOf(call),
            route.operation().method(route.family()),
            Anyone.INSTANCE,
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    request.setEntityStream(call.body().length == 0 ? InputStream.nullInputStream() : entity(call));
    if (route.operation().takesBody(route.family())) {
      request.header("Content-Type", "application/json");
    }
    Capture capture = new Capture();
    request.setWriter(capture);
    jersey.handle(request);
    ProblemException refusal = call.refusal();
    if (refusal != null) {
      throw refusal;
    }
    return capture.answer();
  }

  private URI uriOf(Call call) {
    Route route = call.route();
    Map<Operation, URI> uris = route.family() == Family.VERB ? verb : kebab;
    URI uri = Objects.requireNonNull(uris.get(route.operation()));
    String query = call.query().raw();
    return query.isEmpty() || route.family() == Family.VERB ? uri : URI.create(uri + "?" + query);
  }

  private static InputStream entity(Call call) {
    return new ByteArrayInputStream(call.body());
  }

  private static URI uri(String path) {
    return BASE.resolve(Routes.API + path);
  }

  /** Keeps what Jersey answers, until it is known whether and how it goes out. */
  private static final class Capture implements ContainerResponseWriter {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    private int status;
    private final List<Answer.Header> headers = new ArrayList<>(0);
    private @Nullable Throwable failure;

    Answer answer() {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
      return new Answer(status, headers, body.toByteArray());
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
      status = response.getStatus();
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
