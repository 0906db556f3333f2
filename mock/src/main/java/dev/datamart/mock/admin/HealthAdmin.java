package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.route;

import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.handle.ServerHandle;
import dev.datamart.mock.handle.ServerHandle.HeldBytes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Whether the mock is up, what it counts, and what it knows. */
final class HealthAdmin {

  /** The answer of the health endpoint. */
  record Health(String status, int organizations, long exchanges) {}

  /** One noun: the words for one and for many in JSON, and the word that people read. */
  record KindRow(
      String word, String plural, String label, @Nullable String owner, boolean isSecret) {}

  private HealthAdmin() {}

  static List<AdminRoute> routes(ServerHandle server) {
    PrometheusMeterRegistry metrics = metrics(server);
    return List.of(
        route("GET health", HealthAdmin::health),
        route("GET metrics", call -> metrics.scrape())
            .as("text/plain; version=0.0.4; charset=utf-8"),
        route("GET openapi.yaml", call -> contract()).as("application/yaml; charset=utf-8"),
        route(
            "GET kinds",
            call -> Map.of("kinds", Kind.ALL.stream().map(HealthAdmin::row).toList())));
  }

  /** Returns what the mock counts. Reads counters that are kept anyway. */
  private static PrometheusMeterRegistry metrics(ServerHandle server) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    FunctionCounter.builder("datamart.mock.exchanges", server, s -> s.journal().mark())
        .description("Requests of the API that were answered")
        .register(registry);
    Gauge.builder("datamart.mock.organizations", server, s -> s.organizations().size())
        .description("Organizations that live on the server")
        .register(registry);
    Gauge.builder("datamart.mock.faults", server, s -> s.faults().set().size())
        .description("Faults that are set")
        .register(registry);
    for (HeldBytes held : server.heldBytes()) {
      Gauge.builder("datamart.mock.held.bytes", held, h -> h.used().getAsLong())
          .description("About how many bytes are kept for a purpose")
          .tag("purpose", held.purpose())
          .strongReference(true)
          .register(registry);
      Gauge.builder("datamart.mock.held.bytes.limit", held, HeldBytes::most)
          .description("How many bytes may be kept for a purpose; what is oldest goes first")
          .tag("purpose", held.purpose())
          .strongReference(true)
          .register(registry);
    }
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }

  private static Health health(AdminCall call) {
    return new Health("up", call.server().organizations().size(), call.server().journal().mark());
  }

  /** The contract, so that the console and other tools find it where the mock is. */
  private static String contract() throws IOException {
    try (InputStream in = HealthAdmin.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new NoSuchElementException("The contract is not part of this build.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static KindRow row(Kind<?> kind) {
    Kind<?> owner = kind.owner();
    return new KindRow(
        kind.word(),
        kind.plural(),
        kind.label(),
        owner == null ? null : owner.word(),
        kind.isSecret());
  }
}
