package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.ApiCall;
import dev.datamart.mock.api.Page;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.stub.api.EmbedsApi;
import dev.datamart.stub.api.EmbedsLegacyApi;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.CreateEmbedResponse;
import dev.datamart.stub.model.DashboardMetadata;
import dev.datamart.stub.model.DeleteEmbedLegacyRequest;
import dev.datamart.stub.model.DeleteEmbedResponse;
import dev.datamart.stub.model.EmbedAccessSettings;
import dev.datamart.stub.model.EmbedItem;
import dev.datamart.stub.model.EmbedMetadata;
import dev.datamart.stub.model.EmbedTableTenancySetting;
import dev.datamart.stub.model.ExternalDashboard;
import dev.datamart.stub.model.ExternalMetric;
import dev.datamart.stub.model.ListEmbedsLegacyRequest;
import dev.datamart.stub.model.ListEmbedsResponse;
import dev.datamart.stub.model.RenameEmbedRequest;
import dev.datamart.stub.model.RenameEmbedResponse;
import dev.datamart.stub.model.UpdateEmbedRequest;
import dev.datamart.stub.model.UpdateEmbedResponse;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /data-app/embeds}. */
public final class EmbedsResource implements EmbedsApi {

  @Override
  public ListEmbedsResponse listEmbeds(
      String isPagination, String pageNumber, @Nullable String embedId, @Nullable String clientId) {
    return list(Page.ofQuery(isPagination, pageNumber), embedId, clientId);
  }

  private static ListEmbedsResponse list(
      Page page, @Nullable String embedId, @Nullable String clientId) {
    ApiCall call = ApiCall.current();
    return new ListEmbedsResponse()
        .data(
            call.read(
                now ->
                    page.map(
                        Embeds.list(now, call.dataApp(), embedId, clientId),
                        embed -> item(embed, now))));
  }

  @Override
  public CreateEmbedResponse createEmbed(CreateEmbedRequest body) {
    ApiCall call = ApiCall.current();
    String id = call.newId();
    call.change(Embeds.create(call.dataApp(), body, id, call.now()));
    return new CreateEmbedResponse().id(id);
  }

  @Override
  public UpdateEmbedResponse updateEmbed(UpdateEmbedRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.update(call.dataApp(), body, call.now()));
    return new UpdateEmbedResponse().id(body.getEmbedId());
  }

  @Override
  public RenameEmbedResponse renameEmbed(RenameEmbedRequest body) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.rename(call.dataApp(), body, call.now()));
    return new RenameEmbedResponse().id(body.getEmbedId()).name(body.getName());
  }

  @Override
  public DeleteEmbedResponse deleteEmbed(String embedId) {
    ApiCall call = ApiCall.current();
    call.change(Embeds.delete(call.dataApp(), embedId));
    return new DeleteEmbedResponse().id(embedId);
  }

  /** Returns one of the list; the organization knows the names of what it shows. */
  private static EmbedItem item(Embed embed, Organization organization) {
    Workspace workspace = organization.workspaces().get(embed.workspaceName());
    return new EmbedItem()
        .embedId(embed.id())
        .embedType(embed.type().toString())
        .name(embed.name())
        .externalDashboard(isMetric(embed) ? null : dashboard(embed, organization.shownBy(embed)))
        .externalMetric(isMetric(embed) ? metric(embed, workspace) : null)
        .accessSettings(access(embed.accessSettings()))
        .embedMetadata(metadata(embed));
  }

  private static EmbedMetadata metadata(Embed embed) {
    return new EmbedMetadata()
        .embedId(embed.id())
        .name(embed.name())
        .embedType(embed.type().toString())
        .dataAppName(embed.dataAppName())
        .metricId(embed.metricId())
        .dashboardId(isMetric(embed) ? null : embed.dashboardId())
        .createdAt(embed.createdAt().atOffset(ZoneOffset.UTC))
        .updatedAt(embed.updatedAt().atOffset(ZoneOffset.UTC));
  }

  private static ExternalDashboard dashboard(Embed embed, @Nullable Dashboard shown) {
    ExternalDashboard answer =
        new ExternalDashboard().externalDashboardId(embed.dashboardId()).name(embed.dashboardId());
    return shown == null
        ? answer
        : answer
            .name(shown.name())
            .metadata(
                new DashboardMetadata()
                    .createdAt(shown.createdAt().atOffset(ZoneOffset.UTC))
                    .updatedAt(shown.updatedAt().atOffset(ZoneOffset.UTC)));
  }

  private static ExternalMetric metric(Embed embed, @Nullable Workspace workspace) {
    String id = String.valueOf(embed.metricId());
    Metric shown = workspace == null ? null : workspace.metrics().get(id);
    return new ExternalMetric().metricId(id).name(shown == null ? id : shown.name());
  }

  private static EmbedAccessSettings access(AccessSettings settings) {
    Set<AccessFlag> allowed = settings.allowed();
    return new EmbedAccessSettings()
        .datamartName(settings.datamartName())
        .isAllowAiPilot(allowed.contains(AccessFlag.AI_PILOT))
        .isAllowEmailReports(allowed.contains(AccessFlag.EMAIL_REPORTS))
        .isAllowManageMetrics(allowed.contains(AccessFlag.MANAGE_METRICS))
        .isAllowCreateDashboardView(allowed.contains(AccessFlag.CREATE_DASHBOARD_VIEW))
        .isAllowMetricCreation(allowed.contains(AccessFlag.METRIC_CREATION))
        .isAllowMetricDeletion(allowed.contains(AccessFlag.METRIC_DELETION))
        .isAllowMetricLayoutChange(allowed.contains(AccessFlag.METRIC_LAYOUT_CHANGE))
        .isAllowMetricUpdate(allowed.contains(AccessFlag.METRIC_UPDATE))
        .isAllowUnderlyingData(allowed.contains(AccessFlag.UNDERLYING_DATA))
        .metricCreationMode(settings.metricCreationMode())
        .joinModel(settings.joinModel())
        .tableTenancySettings(
            settings.tableTenancySettings().stream().map(EmbedsResource::table).toList());
  }

  private static EmbedTableTenancySetting table(TableTenancy table) {
    return new EmbedTableTenancySetting().name(table.name()).clientColumn(table.clientColumn());
  }

  private static boolean isMetric(Embed embed) {
    return embed.type() == EmbedType.METRIC;
  }

  /** {@code POST /dataApp/embed/…}. */
  @SuppressWarnings("deprecation") // To serve what is deprecated is what this class is for.
  public static final class LegacyResource implements EmbedsLegacyApi {

    private final EmbedsResource embeds = new EmbedsResource();

    @Override
    public ListEmbedsResponse listEmbedsLegacy(ListEmbedsLegacyRequest body) {
      Page page = Page.ofBody(body.getIsPagination(), body.getPageNumber());
      return list(page, body.getEmbedId(), body.getClientId());
    }

    @Override
    public CreateEmbedResponse createEmbedLegacy(CreateEmbedRequest body) {
      return embeds.createEmbed(body);
    }

    @Override
    public UpdateEmbedResponse updateEmbedLegacy(UpdateEmbedRequest body) {
      return embeds.updateEmbed(body);
    }

    @Override
    public DeleteEmbedResponse deleteEmbedLegacy(DeleteEmbedLegacyRequest body) {
      return embeds.deleteEmbed(body.getEmbedId());
    }
  }
}
