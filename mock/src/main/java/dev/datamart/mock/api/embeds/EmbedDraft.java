package dev.datamart.mock.api.embeds;

import dev.datamart.mock.domain.AccessFlag;
import dev.datamart.mock.domain.EmbedType;
import dev.datamart.mock.domain.TableTenancy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request says of a new embed, before any rule has looked at it. Null is left out. */
public record EmbedDraft(
    @Nullable String dashboardId,
    @Nullable EmbedType type,
    @Nullable String metricId,
    @Nullable String workspaceName,
    @Nullable String name,
    @Nullable AccessDraft accessSettings) {

  /**
   * What a request says of an embed's access settings.
   *
   * @param flags those that are given, on or off
   */
  public record AccessDraft(
      @Nullable String datamartName,
      Map<AccessFlag, Boolean> flags,
      @Nullable String metricCreationMode,
      @Nullable String joinModel,
      @Nullable List<TableTenancy> tableTenancySettings) {

    public AccessDraft {
      flags = Map.copyOf(flags);
    }
  }
}
