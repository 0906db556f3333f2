package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Times;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Dashboard;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Metric;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.stub.model.DashboardMetadata;
import dev.datamart.stub.model.EmbedAccessSettings;
import dev.datamart.stub.model.EmbedItem;
import dev.datamart.stub.model.EmbedMetadata;
import dev.datamart.stub.model.EmbedTableTenancySetting;
import dev.datamart.stub.model.ExternalDashboard;
import dev.datamart.stub.model.ExternalMetric;
import dev.datamart.stub.model.ListEmbedsResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Embeds as the list shows them. */
final class EmbedAnswers {

  private EmbedAnswers() {}

  /** Returns the list; the organization knows the names of what the embeds show. */
  static ListEmbedsResponse list(List<Embed> embeds, Organization organization) {
    return new ListEmbedsResponse().data(embeds.stream().map(e -> item(e, organization)).toList());
  }

  private static EmbedItem item(Embed embed, Organization organization) {
    Workspace workspace = organization.workspaces().get(embed.workspaceName());
    return new EmbedItem()
        .embedId(embed.id())
        .embedType(embed.type().toString())
        .name(embed.name())
        .externalDashboard(isMetric(embed) ? null : dashboard(embed, workspace))
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
        .createdAt(Times.utc(embed.createdAt()))
        .updatedAt(Times.utc(embed.updatedAt()));
  }

  private static ExternalDashboard dashboard(Embed embed, @Nullable Workspace workspace) {
    Dashboard shown = workspace == null ? null : workspace.dashboards().get(embed.dashboardId());
    ExternalDashboard answer =
        new ExternalDashboard().externalDashboardId(embed.dashboardId()).name(embed.dashboardId());
    return shown == null
        ? answer
        : answer
            .name(shown.name())
            .metadata(
                new DashboardMetadata()
                    .createdAt(Times.utc(shown.createdAt()))
                    .updatedAt(Times.utc(shown.updatedAt())));
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
            settings.tableTenancySettings().stream().map(EmbedAnswers::table).toList());
  }

  private static EmbedTableTenancySetting table(TableTenancy table) {
    return new EmbedTableTenancySetting().name(table.name()).clientColumn(table.clientColumn());
  }

  private static boolean isMetric(Embed embed) {
    return embed.type() == EmbedType.METRIC;
  }
}
