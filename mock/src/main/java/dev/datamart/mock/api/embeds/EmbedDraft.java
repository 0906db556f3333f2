package dev.datamart.mock.api.embeds;

import dev.datamart.mock.domain.AccessFlag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of a new embed, before any rule has looked at it. Null is left out. */
record EmbedDraft(
    @Nullable String dashboardId,
    @Nullable String type,
    @Nullable String metricId,
    @Nullable String workspaceName,
    @Nullable String name,
    @Nullable AccessDraft accessSettings) {

  /**
   * What is said of an embed's access settings.
   *
   * @param flags those that are given, on or off
   * @param tableList the old name of the member before it, which counts where both are given
   */
  record AccessDraft(
      @Nullable String datamartName,
      Map<AccessFlag, Boolean> flags,
      @Nullable String metricCreationMode,
      @Nullable String joinModel,
      @Nullable List<? extends @Nullable TableDraft> tableTenancySettings,
      @Nullable List<? extends @Nullable TableDraft> tableList) {

    AccessDraft {
      flags = Map.copyOf(flags);
    }

    @Nullable List<? extends @Nullable TableDraft> tables() {
      return tableTenancySettings == null ? tableList : tableTenancySettings;
    }
  }

  /** One entry of {@code tableTenancySettings}. */
  record TableDraft(@Nullable String name, @Nullable String clientColumn) {}
}
