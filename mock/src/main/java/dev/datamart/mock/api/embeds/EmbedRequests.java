package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Lists;
import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.AccessSettings;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.JoinModel;
import dev.datamart.stub.model.MetricCreationMode;
import dev.datamart.stub.model.TableTenancySetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What requests say of embeds, in the service's words. */
public final class EmbedRequests {

  private EmbedRequests() {}

  public static EmbedDraft draft(CreateEmbedRequest body) {
    return new EmbedDraft(
        body.getDashboardId(),
        type(body.getEmbedType()),
        body.getMetricId(),
        body.getWorkspaceName(),
        body.getName(),
        access(body.getAccessSettings()));
  }

  /** Reads access settings; a member that is null counts as left out. */
  public static @Nullable AccessDraft access(@Nullable AccessSettings settings) {
    if (settings == null) {
      return null;
    }
    if (settings.getMetricCreationMode() == MetricCreationMode.UNKNOWN_DEFAULT_OPEN_API) {
      throw Refusal.about(Problem.MEMBER_INVALID, "accessSettings.metricCreationMode");
    }
    if (settings.getJoinModel() == JoinModel.UNKNOWN_DEFAULT_OPEN_API) {
      throw Refusal.about(Problem.MEMBER_INVALID, "accessSettings.joinModel");
    }
    return new AccessDraft(
        settings.getDatamartName(),
        flags(settings),
        Lists.text(settings.getMetricCreationMode()),
        Lists.text(settings.getJoinModel()),
        tables(given(settings)));
  }

  /** The old name is an alias: where both are given, the new one counts. */
  @SuppressWarnings("deprecation")
  private static @Nullable List<@Nullable TableTenancySetting> given(AccessSettings settings) {
    return settings.getTableTenancySettings() == null
        ? settings.getTableList()
        : settings.getTableTenancySettings();
  }

  private static @Nullable List<TableTenancy> tables(
      @Nullable List<@Nullable TableTenancySetting> settings) {
    if (settings == null) {
      return null;
    }
    List<TableTenancy> tables = new ArrayList<>(settings.size());
    for (TableTenancySetting setting : settings) {
      String place = "accessSettings.tableTenancySettings[" + tables.size() + "]";
      TableTenancySetting given = Require.value(setting, place);
      tables.add(
          new TableTenancy(
              Require.text(given.getName(), place + ".name"), given.getClientColumn()));
    }
    return tables;
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

  private static @Nullable EmbedType type(dev.datamart.stub.model.@Nullable EmbedType type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case DASHBOARD -> EmbedType.DASHBOARD;
      case METRIC -> EmbedType.METRIC;
      case UNKNOWN_DEFAULT_OPEN_API ->
          throw Detail.OTHER_TYPE.refusal("embedType", "dashboard or metric");
    };
  }
}
