package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What the mock counts, in the format of Prometheus. Reads counters that are kept anyway. */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Metrics(ServerHandle server) {
    FunctionCounter.builder("datamart.mock.exchanges", server, s -> s.journal().mark())
        .description("Requests of the API that were answered")
        .register(registry);
    Gauge.builder("datamart.mock.organizations", server, s -> s.organizations().size())
        .description("Organizations that live on the server")
        .register(registry);
    Gauge.builder("datamart.mock.faults", server, s -> s.faults().set().size())
        .description("Faults that are set")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  String scrape() {
    return registry.scrape();
  }
}
