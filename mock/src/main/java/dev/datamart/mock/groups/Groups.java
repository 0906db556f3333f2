package dev.datamart.mock.groups;

import static java.util.Objects.requireNonNull;

import dev.datamart.mock.api.apitokens.ApiTokensResource;
import dev.datamart.mock.api.dashboards.DashboardsResource;
import dev.datamart.mock.api.dataapps.DataAppsResource;
import dev.datamart.mock.api.datamarts.DatamartSeed;
import dev.datamart.mock.api.datamarts.DatamartsResource;
import dev.datamart.mock.api.datasources.DatasourcesResource;
import dev.datamart.mock.api.embeds.EmbedSeed;
import dev.datamart.mock.api.embeds.EmbedsResource;
import dev.datamart.mock.api.guesttokens.GuestTokenSeed;
import dev.datamart.mock.api.guesttokens.GuestTokensResource;
import dev.datamart.mock.api.metrics.MetricsResource;
import dev.datamart.mock.api.queries.QueriesResource;
import dev.datamart.mock.api.workspaces.WorkspaceSeed;
import dev.datamart.mock.api.workspaces.WorkspacesResource;
import dev.datamart.mock.domain.Keyed;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.seed.SeedForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All groups of operations: the one list to extend. */
public final class Groups {

  /**
   * One of them.
   *
   * @param resources what Jersey serves
   * @param seeds how a seed file spells what the operations work on
   */
  private record Group(List<?> resources, List<SeedForm<?>> seeds) {}

  private static final List<Group> ALL =
      List.of(
          new Group(
              List.of(new DatamartsResource(), new DatamartsResource.LegacyResource()),
              List.of(DatamartSeed.FORM)),
          new Group(
              List.of(new EmbedsResource(), new EmbedsResource.LegacyResource()),
              List.of(EmbedSeed.FORM)),
          new Group(
              List.of(new DashboardsResource(), new DashboardsResource.LegacyResource()),
              List.of()),
          new Group(
              List.of(new MetricsResource(), new MetricsResource.LegacyResource()), List.of()),
          new Group(List.of(new QueriesResource()), List.of()),
          new Group(List.of(new DataAppsResource()), List.of(DataAppsResource.SEED)),
          new Group(
              List.of(new ApiTokensResource()),
              List.of(ApiTokensResource.SEED, ApiTokensResource.SERVICE_SEED)),
          new Group(List.of(new DatasourcesResource()), List.of(DatasourcesResource.SEED)),
          new Group(List.of(new WorkspacesResource()), List.of(WorkspaceSeed.FORM)),
          new Group(
              List.of(new GuestTokensResource(), new GuestTokensResource.LegacyResource()),
              List.of(GuestTokenSeed.FORM)));

  private static final Map<Kind<?>, SeedForm<?>> SEED_FORMS =
      ALL.stream()
          .flatMap(group -> group.seeds().stream())
          .collect(Collectors.toMap(SeedForm::kind, form -> form));

  private Groups() {}

  /** Returns the resources of all groups, which are shared by the servers of a JVM. */
  public static List<Object> resources() {
    return ALL.stream().<Object>flatMap(group -> group.resources().stream()).toList();
  }

  /** Returns how a seed spells things of that kind. */
  @SuppressWarnings("unchecked") // A form stands under the kind of its things.
  public static <T extends Keyed> SeedForm<T> seedForm(Kind<T> kind) {
    return (SeedForm<T>) requireNonNull(SEED_FORMS.get(kind), kind.word());
  }
}
