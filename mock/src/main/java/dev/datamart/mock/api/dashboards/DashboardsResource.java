package dev.datamart.mock.api.dashboards;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.stub.api.DashboardsApi;
import dev.datamart.stub.api.DashboardsLegacyApi;
import dev.datamart.stub.model.DashboardFilters;
import dev.datamart.stub.model.EmbeddedDashboardItem;
import dev.datamart.stub.model.ListDashboardsLegacyRequest;
import dev.datamart.stub.model.ListDashboardsResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/dashboards}. */
public final class DashboardsResource implements DashboardsApi {

  @Override
  public ListDashboardsResponse listDashboards(
      String isPagination, String pageNumber, @Nullable String dashboardNames) {
    Page page = Page.ofQuery(isPagination, pageNumber);
    Require.notEmpty(dashboardNames, "dashboardNames");
    String[] names = dashboardNames == null ? new String[0] : dashboardNames.split(",", -1);
    return list(page, Set.copyOf(List.of(names)));
  }

  /**
   * Lists what the dashboard embeds of the caller's data app show.
   *
   * @param names of the dashboards that are wanted; none for all
   */
  private static ListDashboardsResponse list(Page page, Set<String> names) {
    ApiCall call = ApiCall.current();
    return new ListDashboardsResponse()
        .data(
            call.read(
                now ->
                    page
                        .of(
                            now.of(Kind.EMBED, call.dataApp()).all().stream()
                                .filter(embed -> embed.type() == EmbedType.DASHBOARD)
                                .filter(
                                    embed -> names.isEmpty() || names.contains(name(embed, now)))
                                .toList())
                        .stream()
                        .map(embed -> item(embed, now))
                        .toList()));
  }

  private static String name(Embed embed, Organization now) {
    Dashboard shown = now.shownBy(embed);
    return shown == null ? embed.dashboardId() : shown.name();
  }

  private static EmbeddedDashboardItem item(Embed embed, Organization now) {
    return new EmbeddedDashboardItem()
        .name(name(embed, now))
        .externalDashboardId(embed.dashboardId())
        .embedId(embed.id());
  }

  /** {@code POST} at the same paths. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements DashboardsLegacyApi {

    @Override
    public ListDashboardsResponse listDashboardsLegacy(ListDashboardsLegacyRequest body) {
      Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
      DashboardFilters filters = body.getFilters();
      List<String> names = filters == null ? null : filters.getDashboardNames();
      return list(page, Set.copyOf(Require.texts(names, "filters.dashboardNames")));
    }

    @Override
    public ListDashboardsResponse listDashboardsLegacyAlias(ListDashboardsLegacyRequest body) {
      return listDashboardsLegacy(body);
    }
  }
}
