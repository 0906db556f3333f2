package dev.datamart.mock.admin;

import dev.datamart.mock.handle.ServerHandle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/** Whether the mock is up, and what it counts. */
@Path("/__mock")
public final class HealthAdmin {

  private final ServerHandle server;
  private final Metrics metrics;

  public HealthAdmin(ServerHandle server) {
    this.server = server;
    this.metrics = new Metrics(server);
  }

  /** The answer of the health endpoint. */
  public record Health(String status, int organizations, long exchanges) {}

  @GET
  @Path("health")
  @Produces("application/json")
  public Health health() {
    return new Health("up", server.organizations().size(), server.journal().mark());
  }

  @GET
  @Path("metrics")
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String metrics() {
    return metrics.scrape();
  }

  /** The contract, so that the console and other tools find it where the mock is. */
  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml; charset=utf-8")
  public String contract() throws IOException {
    try (InputStream in = HealthAdmin.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new NoSuchElementException("The contract is not part of this build.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
