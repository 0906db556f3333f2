package dev.datamart.mock.admin;

import static dev.datamart.mock.admin.AdminRoute.get;

import dev.datamart.mock.domain.Kind;
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

  static List<AdminRoute> routes(Metrics metrics) {
    return List.of(
        get("health", HealthAdmin::health),
        get("metrics", call -> metrics.scrape()).as("text/plain; version=0.0.4; charset=utf-8"),
        get("openapi.yaml", call -> contract()).as("application/yaml; charset=utf-8"),
        get("kinds", call -> Map.of("kinds", Kind.ALL.stream().map(HealthAdmin::row).toList())));
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
