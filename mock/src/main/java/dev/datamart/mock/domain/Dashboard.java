package dev.datamart.mock.domain;

import java.time.Instant;
import java.util.List;

/**
 * A dashboard that people built in the product; the API only refers to it.
 *
 * @param metrics the identifiers of those that lie on it, metrics of its workspace
 */
public record Dashboard(
    String id, String name, Instant createdAt, Instant updatedAt, List<String> metrics)
    implements Keyed.Identified {

  public Dashboard {
    metrics = List.copyOf(metrics);
  }

  /** Returns it with another name. */
  public Dashboard renamed(String newName, Instant now) {
    return new Dashboard(id, newName, createdAt, now, metrics);
  }
}
