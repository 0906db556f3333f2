package dev.datamart.conformance.noun;

import dev.datamart.conformance.wire.Json;

/** Metrics that an embed shows. A run makes none, so it leaves each published or not, as it is. */
public final class EmbedMetrics {
  public static final Noun NOUN =
      Noun.of("metric of an embed", "metricId", "metricId").withOwner(Embeds.NOUN);

  static final Role LIST =
      Role.read(
          Verb.LIST,
          NOUN,
          stock -> Json.object("embedId", stock.a(Embeds.NOUN), "clientId", stock.unused()));
  static final Role QUERY =
      Role.read(Verb.READ, NOUN, stock -> stock.shownMetric().put("clientId", stock.unused()));
  static final Role PUBLISH = new Role(Verb.CHANGE, NOUN, Stock::publication, Prediction.NONE);

  private EmbedMetrics() {}
}
