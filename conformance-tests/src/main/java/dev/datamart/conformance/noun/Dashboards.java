package dev.datamart.conformance.noun;

/** Dashboards of a workspace, which are only read. */
public final class Dashboards {
  public static final Noun NOUN =
      Noun.of("dashboard", "externalDashboardId", "dashboardId")
          .withOwner(Workspaces.NOUN)
          .withOwnerArgument("workspaceName");

  static final Role LIST = Role.read(Verb.LIST, NOUN, stock -> Role.named(Workspaces.NOUN, stock));

  private Dashboards() {}
}
