package dev.datamart.conformance.noun;

import dev.datamart.spec.Operation;
import java.util.List;

/** All nouns, and what each operation is to which of them. */
public final class Nouns {
  /** Each after those that it refers to. */
  public static final List<Noun> ALL =
      List.of(
          Datasources.NOUN,
          Workspaces.NOUN,
          Dashboards.NOUN,
          Metrics.NOUN,
          DashboardMetrics.NOUN,
          DataApps.NOUN,
          ApiTokens.NOUN,
          Datamarts.NOUN,
          Embeds.NOUN,
          EmbeddedDashboards.NOUN,
          EmbedMetrics.NOUN,
          GuestTokens.NOUN);

  private Nouns() {}

  /** A new operation has to say here what it does, so that what it makes is removed again. */
  public static Role role(Operation operation) {
    return switch (operation) {
      case LIST_DATAMARTS -> Datamarts.LIST;
      case CREATE_DATAMART -> Datamarts.CREATE;
      case UPDATE_DATAMART -> Datamarts.UPDATE;
      case DELETE_DATAMART -> Datamarts.DELETE;
      case LIST_EMBEDS -> Embeds.LIST;
      case CREATE_EMBED -> Embeds.CREATE;
      case UPDATE_EMBED -> Embeds.UPDATE;
      case RENAME_EMBED -> Embeds.RENAME;
      case DELETE_EMBED -> Embeds.DELETE;
      case LIST_DASHBOARDS -> EmbeddedDashboards.LIST;
      case LIST_METRICS -> EmbedMetrics.LIST;
      case QUERY_METRIC -> EmbedMetrics.QUERY;
      case PUBLISH_METRIC -> EmbedMetrics.PUBLISH;
      case LIST_DATA_APPS -> DataApps.LIST;
      case CREATE_DATA_APP -> DataApps.CREATE;
      case DELETE_DATA_APP -> DataApps.DELETE;
      case LIST_API_TOKENS -> ApiTokens.LIST;
      case CREATE_API_TOKEN -> ApiTokens.CREATE;
      case ROTATE_API_TOKEN -> ApiTokens.ROTATE;
      case LIST_DATASOURCES -> Datasources.LIST;
      case GET_DATASOURCE_SCHEMA -> Datasources.SCHEMA;
      case LIST_WORKSPACES -> Workspaces.LIST;
      case LIST_WORKSPACE_DASHBOARDS -> Dashboards.LIST;
      case LIST_WORKSPACE_METRICS -> Metrics.LIST;
      case LIST_DASHBOARD_METRICS -> DashboardMetrics.LIST;
      case CREATE_GUEST_TOKEN -> GuestTokens.CREATE;
    };
  }

  /**
   * The nouns that a check about one of them has to look at: those that any API token sees, and for
   * one that only a service token sees also what it is tied to.
   */
  public static List<Noun> around(Noun subject) {
    return ALL.stream()
        .filter(Noun::isSeen)
        .filter(noun -> !noun.isAdministered() || isTied(subject, noun))
        .toList();
  }

  private static boolean isTied(Noun subject, Noun noun) {
    return subject.isAdministered()
        && (noun.equals(subject) || noun.equals(subject.owner()) || subject.equals(noun.owner()));
  }
}
