package dev.datamart.conformance.noun;

/** Metrics of a workspace, which are only read. */
public final class Metrics {
  public static final Noun NOUN =
      Noun.of("metric", "metricId", "metricId")
          .withOwner(Workspaces.NOUN)
          .withOwnerArgument("workspaceName");

  static final Role LIST = Role.read(Verb.LIST, NOUN, stock -> Role.named(Workspaces.NOUN, stock));

  private Metrics() {}
}
