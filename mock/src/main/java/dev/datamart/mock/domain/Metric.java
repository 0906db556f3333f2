package dev.datamart.mock.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A metric that people built in the product.
 *
 * @param id the name that embeds and requests know it by
 * @param externalMetricId its own identifier, a UUID
 * @param isElement whether it is no metric but lies on a dashboard like one, as texts do
 * @param data what a query of it answers
 */
public record Metric(
    String id,
    String name,
    String externalMetricId,
    boolean isPublished,
    boolean isElement,
    MetricData data)
    implements Keyed.Identified {

  /** Returns the identifier that a metric has which was given none: always the same one. */
  public static String ownId(String workspaceId, String id) {
    byte[] words = (workspaceId + '\n' + id).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(words).toString();
  }

  /** Returns it published, or not. */
  public Metric published(boolean isNow) {
    return new Metric(id, name, externalMetricId, isNow, isElement, data);
  }
}
