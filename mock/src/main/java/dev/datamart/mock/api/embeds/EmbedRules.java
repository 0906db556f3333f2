package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an embed must be, in the order in which a request is looked at. */
final class EmbedRules {

  private EmbedRules() {}

  /** Looks at the request alone. */
  static void checkShape(EmbedDraft draft) {
    Require.text(draft.dashboardId(), "dashboardId");
    EmbedType type = Require.value(draft.type(), "embedType");
    Require.text(draft.workspaceName(), "workspaceName");
    Require.notEmpty(draft.name(), "name");
    if (type == EmbedType.METRIC) {
      Require.text(draft.metricId(), "metricId");
    } else {
      AccessDraft access = Require.value(draft.accessSettings(), "accessSettings");
      Require.text(access.datamartName(), "accessSettings.datamartName");
    }
    checkShape(draft.accessSettings());
  }

  /** Looks at settings that may leave anything out. */
  static void checkShape(@Nullable AccessDraft draft) {
    if (draft == null) {
      return;
    }
    Require.notEmpty(draft.datamartName(), "accessSettings.datamartName");
    if (draft.tableTenancySettings() != null) {
      int index = 0;
      for (TableTenancy entry : draft.tableTenancySettings()) {
        Require.text(entry.name(), "accessSettings.tableTenancySettings[" + index++ + "].name");
      }
    }
  }

  /** Finds what a new embed shows in its workspace. */
  static void checkShown(Organization organization, EmbedDraft draft) {
    Workspace workspace =
        organization
            .workspaces()
            .find(String.valueOf(draft.workspaceName()))
            .orElseThrow(() -> Refusal.of(Problem.WORKSPACE_UNKNOWN));
    if (!workspace.dashboards().has(String.valueOf(draft.dashboardId()))) {
      throw Refusal.of(Problem.DASHBOARD_UNKNOWN);
    }
    if (draft.type() == EmbedType.METRIC
        && !workspace.metrics().has(String.valueOf(draft.metricId()))) {
      throw Refusal.of(Problem.METRIC_UNKNOWN);
    }
  }

  /** Finds the datamart of the settings, and the tables that they name in it. */
  static void checkDatamart(Organization organization, AccessSettings settings) {
    if (settings.datamartName() == null) {
      return;
    }
    Datamart datamart =
        organization
            .datamarts()
            .find(settings.datamartName())
            .orElseThrow(() -> Refusal.of(Problem.EMBED_DATAMART_UNKNOWN));
    boolean namesAllExist =
        settings.tableTenancySettings().stream()
            .allMatch(entry -> datamart.table(entry.name()).isPresent());
    if (datamart.hasTableTenancy() && !namesAllExist) {
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

  /** Returns the settings with what the draft has, and the rest as it was. */
  static AccessSettings merge(AccessSettings old, @Nullable AccessDraft draft) {
    if (draft == null) {
      return old;
    }
    EnumSet<AccessFlag> allowed = EnumSet.noneOf(AccessFlag.class);
    for (AccessFlag flag : AccessFlag.values()) {
      if (draft.flags().getOrDefault(flag, old.allowed().contains(flag))) {
        allowed.add(flag);
      }
    }
    return new AccessSettings(
        draft.datamartName() == null ? old.datamartName() : draft.datamartName(),
        allowed,
        draft.metricCreationMode() == null ? old.metricCreationMode() : draft.metricCreationMode(),
        draft.joinModel() == null ? old.joinModel() : draft.joinModel(),
        draft.tableTenancySettings() == null
            ? old.tableTenancySettings()
            : draft.tableTenancySettings());
  }
}
