package dev.datamart.conformance.noun;

/** Dashboards of a data app, one for each of its dashboard embeds; only read. */
public final class EmbeddedDashboards {
  public static final Noun NOUN =
      Noun.of("embedded dashboard", "embedId", "embedId").withOwner(DataApps.NOUN);

  static final Role LIST = Role.list(NOUN);

  private EmbeddedDashboards() {}
}
