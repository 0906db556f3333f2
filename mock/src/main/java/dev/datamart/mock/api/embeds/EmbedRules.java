package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Kind;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import dev.datamart.stub.model.CreateEmbedRequest;
import dev.datamart.stub.model.TableTenancySetting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an embed must be, in the order in which a request is looked at. */
final class EmbedRules {

  private EmbedRules() {}

  /** Returns what is shown, or refuses what is neither a dashboard nor a metric. */
  static EmbedType type(@Nullable Object given) {
    String word = Require.value(given, "embedType").toString();
    return Stream.of(EmbedType.values())
        .filter(type -> type.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> Detail.OTHER_TYPE.refusal("embedType", "dashboard or metric"));
  }

  /**
   * Returns the settings of a new embed.
   *
   * @param allowed what it allows unless the draft says otherwise
   */
  static AccessSettings newSettings(
      EmbedType type, CreateEmbedRequest draft, Set<AccessFlag> allowed) {
    if (type == EmbedType.DASHBOARD) {
      Object access = Require.value(draft.getAccessSettings(), "accessSettings");
      Require.of(
          access,
          () ->
              Require.text(
                  draft.getAccessSettings().getDatamartName(), "accessSettings.datamartName"));
    }
    String mode = AccessSettings.METRIC_CREATION_MODES.get(0);
    AccessSettings bare = new AccessSettings(null, allowed, mode, null, List.of());
    return merged(bare, draft.getAccessSettings());
  }

  /** Returns the settings with what the draft has, and the rest as it was. */
  static AccessSettings merged(
      AccessSettings old, dev.datamart.stub.model.@Nullable AccessSettings draft) {
    return draft == null ? old : Require.of(draft, () -> changed(old, draft));
  }

  @SuppressWarnings(
      "deprecation") // The old name of a member counts where the new one is not given.
  private static AccessSettings changed(
      AccessSettings old, dev.datamart.stub.model.AccessSettings draft) {
    EnumSet<AccessFlag> allowed = EnumSet.noneOf(AccessFlag.class);
    for (AccessFlag flag : AccessFlag.values()) {
      Boolean given = flag(draft, flag);
      if (given == null ? old.allowed().contains(flag) : given) {
        allowed.add(flag);
      }
    }
    String datamart = Require.notEmpty(draft.getDatamartName(), "accessSettings.datamartName");
    String mode =
        Require.oneOf(
            draft.getMetricCreationMode(),
            "accessSettings.metricCreationMode",
            AccessSettings.METRIC_CREATION_MODES);
    String joins =
        Require.oneOf(draft.getJoinModel(), "accessSettings.joinModel", AccessSettings.JOIN_MODELS);
    List<TableTenancySetting> tables =
        draft.getTableTenancySettings() == null
            ? draft.getTableList()
            : draft.getTableTenancySettings();
    return new AccessSettings(
        datamart == null ? old.datamartName() : datamart,
        allowed,
        mode == null ? old.metricCreationMode() : mode,
        joins == null ? old.joinModel() : joins,
        tables == null ? old.tableTenancySettings() : tables(tables));
  }

  private static @Nullable Boolean flag(
      dev.datamart.stub.model.AccessSettings settings, AccessFlag flag) {
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

  private static List<TableTenancy> tables(List<TableTenancySetting> drafts) {
    List<TableTenancy> tables = new ArrayList<>(drafts.size());
    for (TableTenancySetting draft : drafts) {
      String place = "accessSettings.tableTenancySettings[" + tables.size() + "]";
      Require.value(draft, place);
      tables.add(
          Require.of(
              draft,
              () ->
                  new TableTenancy(
                      Require.text(draft.getName(), place + ".name"),
                      Require.notEmpty(draft.getClientColumn(), place + ".clientColumn"))));
    }
    return tables;
  }

  /** Finds what a new embed shows in its workspace. */
  static void checkShown(Organization organization, Embed embed) {
    Workspace workspace =
        Require.found(
            organization, Kind.WORKSPACE, embed.workspaceName(), Problem.WORKSPACE_UNKNOWN);
    Require.found(
        workspace.dashboards(),
        embed.dashboardId(),
        Problem.DASHBOARD_UNKNOWN,
        "the workspace has no dashboard");
    String metric = embed.metricId();
    if (metric != null) {
      Require.found(
          workspace.metrics(), metric, Problem.METRIC_UNKNOWN, "the workspace has no metric");
    }
  }

  /** Finds the datamart of the settings, if they name one. */
  static @Nullable Datamart datamart(Organization organization, AccessSettings settings) {
    String name = settings.datamartName();
    return name == null
        ? null
        : Require.found(organization, Kind.DATAMART, name, Problem.EMBED_DATAMART_UNKNOWN);
  }

  /** Finds the datamart of the settings, and the tables that they name in it. */
  static void checkTables(Organization organization, AccessSettings settings) {
    Datamart datamart = datamart(organization, settings);
    if (datamart != null
        && datamart.hasTableTenancy()
        && !settings.tableTenancySettings().stream()
            .allMatch(entry -> datamart.table(entry.name()).isPresent())) {
      throw Refusal.of(Problem.DATAMART_TABLE_NOT_FOUND);
    }
  }

  /**
   * Returns whether both refer to the same datamart and tables. Then there is nothing to look up:
   * what a list shows is taken back, even when the datamart's tables have changed since.
   */
  static boolean hasSameDatamart(AccessSettings old, AccessSettings settings) {
    return Objects.equals(old.datamartName(), settings.datamartName())
        && old.tableTenancySettings().equals(settings.tableTenancySettings());
  }
}
