package dev.datamart.mock.api.embeds;

import dev.datamart.mock.api.Require;
import dev.datamart.mock.api.embeds.EmbedDraft.AccessDraft;
import dev.datamart.mock.api.embeds.EmbedDraft.TableDraft;
import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.AccessSettings;
import dev.datamart.mock.domain.Datamart;
import dev.datamart.mock.domain.Embed;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.Organization;
import dev.datamart.mock.domain.TableTenancy;
import dev.datamart.mock.domain.Workspace;
import dev.datamart.mock.problem.Detail;
import dev.datamart.mock.problem.Refusal;
import dev.datamart.spec.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an embed must be, in the order in which a request is looked at. */
final class EmbedRules {

  private EmbedRules() {}

  /** Returns what is shown, or refuses what is neither a dashboard nor a metric. */
  static EmbedType type(@Nullable String word) {
    String given = Require.value(word, "embedType");
    return Stream.of(EmbedType.values())
        .filter(type -> type.toString().equals(given))
        .findFirst()
        .orElseThrow(() -> Detail.OTHER_TYPE.refusal("embedType", "dashboard or metric"));
  }

  /** Returns the settings of a new embed. */
  static AccessSettings newSettings(EmbedType type, @Nullable AccessDraft draft) {
    if (type == EmbedType.DASHBOARD) {
      AccessDraft access = Require.value(draft, "accessSettings");
      Require.of(access, () -> Require.text(access.datamartName(), "accessSettings.datamartName"));
    }
    return merged(AccessSettings.onto(null), draft);
  }

  /** Returns the settings with what the draft has, and the rest as it was. */
  static AccessSettings merged(AccessSettings old, @Nullable AccessDraft draft) {
    return draft == null ? old : Require.of(draft, () -> changed(old, draft));
  }

  private static AccessSettings changed(AccessSettings old, AccessDraft draft) {
    EnumSet<AccessFlag> allowed = EnumSet.noneOf(AccessFlag.class);
    for (AccessFlag flag : AccessFlag.values()) {
      if (draft.flags().getOrDefault(flag, old.allowed().contains(flag))) {
        allowed.add(flag);
      }
    }
    String datamart = Require.notEmpty(draft.datamartName(), "accessSettings.datamartName");
    String mode =
        Require.oneOf(
            draft.metricCreationMode(),
            "accessSettings.metricCreationMode",
            AccessSettings.METRIC_CREATION_MODES);
    String joins =
        Require.oneOf(draft.joinModel(), "accessSettings.joinModel", AccessSettings.JOIN_MODELS);
    return new AccessSettings(
        datamart == null ? old.datamartName() : datamart,
        allowed,
        mode == null ? old.metricCreationMode() : mode,
        joins == null ? old.joinModel() : joins,
        draft.tables() == null ? old.tableTenancySettings() : tables(draft.tables()));
  }

  private static List<TableTenancy> tables(List<? extends @Nullable TableDraft> drafts) {
    List<TableTenancy> tables = new ArrayList<>(drafts.size());
    for (TableDraft draft : drafts) {
      String place = "accessSettings.tableTenancySettings[" + tables.size() + "]";
      TableDraft given = Require.value(draft, place);
      tables.add(
          Require.of(
              given,
              () ->
                  new TableTenancy(
                      Require.text(given.name(), place + ".name"),
                      Require.notEmpty(given.clientColumn(), place + ".clientColumn"))));
    }
    return tables;
  }

  /** Finds what a new embed shows in its workspace. */
  static void checkShown(Organization organization, Embed embed) {
    String name = embed.workspaceName();
    Workspace workspace =
        organization
            .workspaces()
            .find(name)
            .orElseThrow(() -> missing(Problem.WORKSPACE_UNKNOWN, "there is no workspace", name));
    if (!workspace.dashboards().has(embed.dashboardId())) {
      throw missing(
          Problem.DASHBOARD_UNKNOWN, "the workspace has no dashboard", embed.dashboardId());
    }
    String metric = embed.metricId();
    if (metric != null && !workspace.metrics().has(metric)) {
      throw missing(Problem.METRIC_UNKNOWN, "the workspace has no metric", metric);
    }
  }

  /** Finds the datamart of the settings, if they name one. */
  static @Nullable Datamart datamart(Organization organization, AccessSettings settings) {
    String name = settings.datamartName();
    return name == null
        ? null
        : organization
            .datamarts()
            .find(name)
            .orElseThrow(
                () -> missing(Problem.EMBED_DATAMART_UNKNOWN, "there is no datamart", name));
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

  private static Refusal missing(Problem problem, String sentence, String name) {
    return Refusal.of(problem).at(null, sentence + " \"" + name + "\"");
  }
}
