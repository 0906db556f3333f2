package dev.datamart.mock.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an embed shows and allows.
 *
 * @param datamartName the datamart it reads; only a metric embed may do without
 * @param metricCreationMode {@code DRAG_DROP} or {@code CHAT}
 * @param joinModel {@code single} or {@code multi}, where one was given
 */
public record AccessSettings(
    @Nullable String datamartName,
    Set<AccessFlag> allowed,
    String metricCreationMode,
    @Nullable String joinModel,
    List<TableTenancy> tableTenancySettings) {

  /** The mode of an embed that names none. */
  public static final String DEFAULT_METRIC_CREATION_MODE = "DRAG_DROP";

  public AccessSettings {
    allowed = Set.copyOf(allowed);
    requireNonNull(metricCreationMode, "metricCreationMode");
    tableTenancySettings = List.copyOf(tableTenancySettings);
  }

  /** Returns the settings of an embed that was given none. */
  public static AccessSettings none() {
    return new AccessSettings(null, Set.of(), DEFAULT_METRIC_CREATION_MODE, null, List.of());
  }
}
