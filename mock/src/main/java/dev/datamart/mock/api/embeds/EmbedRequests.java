package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Lists;
import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.api.embeds.EmbedDraft.TableDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.stub.model.AccessSettings;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.TableTenancySetting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What requests say of embeds, in the service's words. */
final class EmbedRequests {

  private EmbedRequests() {}

  static EmbedDraft draft(CreateEmbedRequest body) {
    return new EmbedDraft(
        body.getDashboardId(),
        Lists.text(body.getEmbedType()),
        body.getMetricId(),
        body.getWorkspaceName(),
        body.getName(),
        access(body.getAccessSettings()));
  }

  @SuppressWarnings("deprecation")
  static @Nullable AccessDraft access(@Nullable AccessSettings settings) {
    if (settings == null) {
      return null;
    }
    return new AccessDraft(
        settings.getDatamartName(),
        flags(settings),
        Lists.text(settings.getMetricCreationMode()),
        Lists.text(settings.getJoinModel()),
        Lists.map(settings.getTableTenancySettings(), EmbedRequests::table),
        Lists.map(settings.getTableList(), EmbedRequests::table));
  }

  private static TableDraft table(TableTenancySetting table) {
    return new TableDraft(table.getName(), table.getClientColumn());
  }

  private static Map<AccessFlag, Boolean> flags(AccessSettings settings) {
    Map<AccessFlag, Boolean> flags = new EnumMap<>(AccessFlag.class);
    for (AccessFlag flag : AccessFlag.values()) {
      Boolean value = flag(settings, flag);
      if (value != null) {
        flags.put(flag, value);
      }
    }
    return flags;
  }

  private static @Nullable Boolean flag(AccessSettings settings, AccessFlag flag) {
    return switch (flag) {
      case AI_PILOT -> settings.getIsAllowAiPilot();
      case EMAIL_REPORTS -> settings.getIsAllowEmailReports();
      case MANAGE_METRICS -> settings.getIsAllowManageMetrics();
      case CREATE_DASHBOARD_VIEW -> settings.getIsAllowCreateDashboardView();
      case METRIC_CREATION -> settings.getIsAllowMetricCreation();
      case METRIC_DELETION -> settings.getIsAllowMetricDeletion();
      case METRIC_LAYOUT_CHANGE -> settings.getIsAllowMetricLayoutChange();
      case METRIC_UPDATE -> settings.getIsAllowMetricUpdate();
      case UNDERLYING_DATA -> settings.getIsAllowUnderlyingData();
    };
  }
}
